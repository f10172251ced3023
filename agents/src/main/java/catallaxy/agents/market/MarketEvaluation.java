package catallaxy.agents.market;

import catallaxy.agents.driver.AgentFailedException;
import catallaxy.agents.driver.AgentPlan;
import catallaxy.agents.driver.DecisionWatch;
import catallaxy.agents.driver.DriverListener;
import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.driver.SeatedAgent;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.agents.seat.RewardMeter;
import catallaxy.agents.seat.SeatSettings;
import catallaxy.environment.api.AgentStep;
import catallaxy.environment.market.Market;
import catallaxy.environment.market.role.SeatSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What everybody in a market earned in whole runs, many worlds at a time.
 *
 * @param scores  {@code [episodes]} of each agent: the sum of its rewards less what they would be had it held what it held at
 *                the start, of a risk manager those that it supervises; quote units
 * @param trading {@code [episodes]} of each agent: the same with each trade at the world's price when the epoch was over,
 *                {@link SeatSettings.Basis#TRADES}: where the world's prices are martingales, of nearly the same mean and a
 *                much smaller deviation
 * @param digests {@code [episodes]}
 */
@SuppressWarnings("ArrayRecordComponent")
public record MarketEvaluation(Map<String, double[]> scores, Map<String, double[]> trading, List<String> digests) {
    private static final int WORLDS = 16;

    /**
     * Plays one whole run for each seed, on a thread of its own.
     *
     * @throws AgentFailedException at the first fault of any agent, or if one does not decide in time
     */
    public static MarketEvaluation of(MarketAgents agents, FaultRule rule, long[] seeds) {
        return DecisionWatch.over(rule.decisionTimeoutNanos(), () -> played(agents, rule, seeds));
    }

    private static MarketEvaluation played(MarketAgents agents, FaultRule rule, long[] seeds) {
        Map<String, double[]> scores = new LinkedHashMap<>();
        Map<String, double[]> trading = new LinkedHashMap<>();
        for (SeatSpec seat : agents.market().agents()) {
            scores.put(seat.id(), new double[seeds.length]);
            trading.put(seat.id(), new double[seeds.length]);
        }
        List<String> digests = new ArrayList<>();
        for (int begin = 0; begin < seeds.length; begin += WORLDS) {
            long[] some = Arrays.copyOfRange(seeds, begin, Math.min(seeds.length, begin + WORLDS));
            new Play(agents, rule, some).run(scores, trading, begin, digests);
        }
        return new MarketEvaluation(scores, trading, List.copyOf(digests));
    }

    /** The agent in a seat of a world, and what it has earned there. */
    private static final class ScoredAgent {
        private final String agent;
        private final SeatedAgent seated;
        private final RewardMeter overHolding;
        private final RewardMeter trades;
        private double score;
        private double trading;

        ScoredAgent(AgentPlan plan, Market market, int index) {
            agent = plan.agent();
            seated = new SeatedAgent(plan);
            overHolding = meter(SeatSettings.Basis.OVER_HOLDING, market, index);
            trades = meter(SeatSettings.Basis.TRADES, market, index);
        }

        private static RewardMeter meter(SeatSettings.Basis basis, Market market, int index) {
            return new RewardMeter(
                    new SeatSettings.Reward(1, basis, new SeatSettings.Risk.Neutral(), 0, 0), market, index);
        }

        void earn(Market market, AgentStep step) {
            score += overHolding.next(market, step);
            trading += trades.next(market, step);
        }
    }

    private static final class Play {
        private final MarketBatch batch;
        private final List<List<ScoredAgent>> worlds = new ArrayList<>();

        Play(MarketAgents agents, FaultRule rule, long[] seeds) {
            batch = new MarketBatch(agents.market(), rule, world -> DriverListener.STRICT);
            batch.begin(seeds);
            for (int i = 0; i < seeds.length; i++) {
                int world = i;
                worlds.add(agents.plans(seeds[i]).stream()
                        .map(plan -> new ScoredAgent(plan, batch.market(world), agents.index(plan.agent())))
                        .toList());
            }
        }

        void run(Map<String, double[]> scores, Map<String, double[]> trading, int offset, List<String> digests) {
            while (!batch.finished()) {
                askAll();
                batch.advance();
            }
            askAll();
            for (int i = 0; i < worlds.size(); i++) {
                digests.add(batch.digest(i));
                for (ScoredAgent each : worlds.get(i)) {
                    Objects.requireNonNull(scores.get(each.agent))[offset + i] = each.score;
                    Objects.requireNonNull(trading.get(each.agent))[offset + i] = each.trading;
                }
            }
        }

        private void askAll() {
            for (int i = 0; i < worlds.size(); i++) {
                for (ScoredAgent each : worlds.get(i)) {
                    ask(i, each);
                }
            }
        }

        private void ask(int world, ScoredAgent each) {
            AgentStep step = batch.step(world, each.agent);
            if (step == null) {
                return;
            }
            each.earn(batch.market(world), step);
            if (batch.asks(world, step)) {
                batch.answer(world, each.agent, each.seated.decide(step));
            }
        }
    }
}
