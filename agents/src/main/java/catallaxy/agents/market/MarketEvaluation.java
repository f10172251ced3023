package catallaxy.agents.market;

import catallaxy.agents.driver.AgentFault;
import catallaxy.agents.driver.AgentPlan;
import catallaxy.agents.driver.DriverListener;
import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.driver.Place;
import catallaxy.agents.policy.Cast;
import catallaxy.environment.market.Market;
import catallaxy.environment.market.learning.AgentStep;
import catallaxy.environment.market.learning.EnvironmentStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What everybody in a market earned in whole runs, many worlds at a time.
 *
 * @param scores  {@code [episodes]} of each agent: the sum of its rewards less the change in worth of what it held at the
 *                start, of a risk manager what those held that it supervises; quote units
 * @param digests {@code [episodes]}
 */
@SuppressWarnings("ArrayRecordComponent")
public record MarketEvaluation(Map<String, double[]> scores, List<String> digests) {
    private static final int WORLDS = 16;

    /** Plays one whole run for each seed. */
    public static MarketEvaluation of(Cast cast, FaultRule rule, long[] seeds) {
        Map<String, double[]> scores = new LinkedHashMap<>();
        cast.market().agents().forEach(seat -> scores.put(seat.id(), new double[seeds.length]));
        List<String> digests = new ArrayList<>();
        for (int begin = 0; begin < seeds.length; begin += WORLDS) {
            long[] some = Arrays.copyOfRange(seeds, begin, Math.min(seeds.length, begin + WORLDS));
            new Play(cast, rule, some).run(scores, begin, digests);
        }
        return new MarketEvaluation(scores, List.copyOf(digests));
    }

    /** Rewards of one world, summed. */
    private static final class Purse implements DriverListener {
        private final Map<String, Double> rewards = new LinkedHashMap<>();

        @Override
        public void step(EnvironmentStep step) {
            for (AgentStep each : step.due()) {
                rewards.merge(each.agent(), each.reward(), Double::sum);
            }
        }

        @Override
        public void fault(AgentFault fault) {
            throw new IllegalStateException("agent " + fault.agent() + " failed: " + fault.message());
        }
    }

    /** Who sits somewhere, and what the seat held at the start. */
    private record Seated(String agent, Place place, Holdings held, double worthBefore) {}

    private static final class Play {
        private final Cast cast;
        private final MarketBatch batch;
        private final List<Purse> purses = new ArrayList<>();
        private final List<List<Seated>> worlds = new ArrayList<>();

        Play(Cast cast, FaultRule rule, long[] seeds) {
            this.cast = cast;
            for (int i = 0; i < seeds.length; i++) {
                purses.add(new Purse());
            }
            batch = new MarketBatch(cast.market(), rule, purses::get);
            batch.begin(seeds);
            for (int i = 0; i < seeds.length; i++) {
                int world = i;
                worlds.add(cast.plans(seeds[i]).stream()
                        .map(plan -> seated(plan, batch.market(world)))
                        .toList());
            }
        }

        private Seated seated(AgentPlan plan, Market market) {
            Holdings held = new Holdings(market, cast.index(plan.agent()));
            return new Seated(plan.agent(), new Place(plan), held, held.worth(market));
        }

        void run(Map<String, double[]> scores, int offset, List<String> digests) {
            while (!batch.finished()) {
                for (int i = 0; i < worlds.size(); i++) {
                    for (Seated each : worlds.get(i)) {
                        ask(i, each);
                    }
                }
                batch.advance();
            }
            for (int i = 0; i < worlds.size(); i++) {
                digests.add(batch.digest(i));
                for (Seated each : worlds.get(i)) {
                    double[] all = Objects.requireNonNull(scores.get(each.agent()));
                    all[offset + i] = score(i, each);
                }
            }
        }

        private void ask(int world, Seated each) {
            AgentStep step = batch.step(world, each.agent());
            if (step != null && batch.asks(world, step)) {
                batch.answer(world, each.agent(), each.place().decide(step));
            }
        }

        private double score(int world, Seated each) {
            double change = each.held().worth(batch.market(world)) - each.worthBefore();
            return purses.get(world).rewards.getOrDefault(each.agent(), 0.0) - change;
        }
    }
}
