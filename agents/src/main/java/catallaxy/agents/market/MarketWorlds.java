package catallaxy.agents.market;

import catallaxy.agents.driver.AgentPlan;
import catallaxy.agents.driver.DriverListener;
import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.driver.SeatedAgent;
import catallaxy.agents.learning.SharedEnvironment;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.agents.seat.SeatSettings;
import catallaxy.environment.api.AgentStep;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.role.SeatSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code N} worlds of a market, with learners in the seats of their share of them and the scenario's own policies in the others, round
 * after round: all begin and end an episode together.
 *
 * <p>What happens in an episode is saved nowhere: it is a function of (seed, world, episode) between two episodes, and only there
 * is anything saved. Owned by one thread.
 */
final class MarketWorlds implements SharedEnvironment {
    private final MarketAgents agents;
    private final EpisodeSeeds episodeSeeds;
    private final int count;
    private final WorldShares shares;
    private final MarketBatch batch;
    private final List<BatchSeat> seats;
    private final List<Other> others = new ArrayList<>();
    private int round;
    private boolean whole;

    /** A seat of a world in which the scenario's own policy decides. */
    private record Other(int world, String agent, SeatedAgent seated) {}

    /** Of which seed an episode of a world is. */
    @FunctionalInterface
    interface EpisodeSeeds {
        long of(int world, int episode);

        /** Those of a training: independent of each other. */
        static EpisodeSeeds ofTraining(long seed) {
            return (world, episode) -> RandomStream.of(seed, "world/" + world + "/episode/" + episode)
                    .nextLong();
        }
    }

    /**
     * Worlds before their first episode.
     *
     * @param agents  the market and everybody's own policy
     * @param seating how each learner sees its seat and acts in it, in the order of the market's agents
     * @throws IllegalArgumentException if a learner does not fit its seat, or there are too few worlds for all
     */
    MarketWorlds(
            MarketAgents agents,
            FaultRule rule,
            Map<String, SeatSettings> seating,
            MarketRounds rounds,
            EpisodeSeeds episodeSeeds) {
        this.agents = new MarketAgents(shortened(agents.market(), rounds), agents.policies(), agents.factory());
        this.episodeSeeds = episodeSeeds;
        count = rounds.worlds();
        shares = WorldShares.of(rounds, List.copyOf(seating.keySet()));
        batch = new MarketBatch(this.agents.market(), rule, world -> DriverListener.STRICT);
        seating.keySet().forEach(this::requireFirst);
        seats = seating.entrySet().stream()
                .map(each -> new BatchSeat(each.getKey(), each.getValue(), this.agents, shares.worldsOf(each.getKey())))
                .toList();
    }

    /** The last nanosecond is left out, so that no epoch falls on the end of an episode. */
    private static MarketSpec shortened(MarketSpec market, MarketRounds rounds) {
        long span = rounds.episodeNanos() == 0 ? market.durationNanos() : rounds.episodeNanos();
        return new MarketSpec(
                market.name(),
                Math.max(1_000_000_000L, Math.min(span, market.durationNanos()) - 1),
                market.engine(),
                market.population(),
                market.agents());
    }

    private void requireFirst(String agent) {
        long first = agents.market().agents().stream()
                .mapToLong(each -> each.firstEpochNanos())
                .min()
                .orElseThrow();
        long own = agents.market().agents().get(agents.index(agent)).firstEpochNanos();
        if (own != first) {
            throw new IllegalArgumentException("first-epoch of learner " + agent + ": expected " + first
                    + " ns, the earliest of all agents, found " + own + " ns");
        }
    }

    /** The market of an episode and everybody's own policy. */
    MarketAgents agents() {
        return agents;
    }

    /** {@code N}. */
    int count() {
        return count;
    }

    /** In how many worlds each learner learns at a time. */
    int worldsOfEach() {
        return shares.worldsOfEach();
    }

    /** Decisions of an agent in one episode. */
    long epochs(String agent) {
        SeatSpec seat = agents.market().agents().get(agents.index(agent));
        return (agents.market().durationNanos() - seat.firstEpochNanos()) / seat.cadenceNanos() + 1;
    }

    @Override
    public List<BatchSeat> seats() {
        return seats;
    }

    @Override
    public void begin() {
        long[] seeds = seeds();
        batch.begin(seeds);
        others.clear();
        for (int world = 0; world < count; world++) {
            for (AgentPlan plan : agents.plans(seeds[world])) {
                if (!shares.plays(plan.agent(), world)) {
                    others.add(new Other(world, plan.agent(), new SeatedAgent(plan)));
                }
            }
        }
        seats.forEach(seat -> seat.begin(batch, agents, seeds));
        whole = true;
    }

    /** Of the present round's episode of every world. */
    private long[] seeds() {
        long[] seeds = new long[count];
        for (int i = 0; i < count; i++) {
            seeds[i] = episodeSeeds.of(i, round);
        }
        return seeds;
    }

    @Override
    public void advance() {
        whole = false;
        for (BatchSeat seat : seats) {
            if (seat.due()) {
                seat.decide(batch);
            }
        }
        do {
            askOthers();
            batch.advance();
            seats.forEach(seat -> seat.look(batch));
        } while (!batch.finished() && seats.stream().noneMatch(BatchSeat::due));
        if (batch.finished()) {
            seats.forEach(seat -> seat.end(batch));
            renew();
        }
    }

    /** Begins the next episode of every world, whether the present one is over or not. */
    void renew() {
        round++;
        begin();
    }

    private void askOthers() {
        for (Other each : others) {
            AgentStep step = batch.step(each.world(), each.agent());
            if (step != null && batch.asks(each.world(), step)) {
                batch.answer(each.world(), each.agent(), each.seated().decide(step));
            }
        }
    }

    @Override
    public boolean isWhole() {
        return whole;
    }

    /** Rounds that are over. */
    int round() {
        return round;
    }

    @Override
    public long episodes() {
        return (long) round * count;
    }

    @Override
    public Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        seats.forEach(seat -> figures.put(seat.named("rollout/ep_rew_mean"), seat.meanReturn()));
        figures.put("rollout/rounds", (double) round);
        return figures;
    }

    @Override
    public void save(StateWriter out) {
        out.int32(round);
    }

    @Override
    public void load(StateReader in) {
        round = in.int32();
        begin();
    }
}
