package catallaxy.agents.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.Agent;
import catallaxy.agents.actor.ActorDriver;
import catallaxy.agents.driver.AgentPlan;
import catallaxy.agents.driver.BatchDriver;
import catallaxy.agents.driver.Driver;
import catallaxy.agents.driver.DriverListener;
import catallaxy.agents.driver.FaultRule;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.market.MarketEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A planner knows the present of its market, and not what comes. */
class PlannerTest {
    private static final Foresight MINUTE = new Foresight(24, 60 * OneBook.SECOND, 1, 0, 0.5);
    private static final Cast HOLDING = new Cast(Map.of());

    private static Planner planner(long seed) {
        return new Planner(MINUTE, new Planner.Experience(OneBook.EITHER_WAY, 2, 0.2, HOLDING), OneBook.context(seed));
    }

    /** What a seat earns by its trades in a run. */
    private static double earned(long seed, Agent agent) {
        List<TradedGain> since = new ArrayList<>();
        MarketEnvironment market = new MarketEnvironment(
                OneBook.spec(),
                begun -> since.add(TradedGain.since(begun.view(), begun.seat(0).participant())),
                same -> same);
        new BatchDriver()
                .run(
                        market,
                        seed,
                        List.of(new AgentPlan(OneBook.SEER, () -> agent)),
                        FaultRule.DEFAULT,
                        DriverListener.STRICT);
        return since.getFirst().at(market.market().view());
    }

    /** Sells or buys where that earns most in a minute of the market's own future. */
    private static Agent clairvoyant(MarketEnvironment market) {
        return seen -> {
            Action best = Action.HOLD;
            double most = 0;
            for (Proposal proposal : OneBook.EITHER_WAY.proposals(seen)) {
                MarketEnvironment copy = market.fork();
                TradedGain gain = TradedGain.since(
                        copy.market().view(), copy.market().seat(0).participant());
                var step = copy.step(Map.of(OneBook.SEER, proposal.action()));
                while (!step.finished() && step.timeNanos() < seen.timeNanos() + MINUTE.horizonNanos()) {
                    step = copy.step(Map.of());
                }
                double earned = gain.at(copy.market().view());
                if (earned > most) {
                    most = earned;
                    best = proposal.action();
                }
            }
            return best;
        };
    }

    /** Mean over its standard error. */
    private static double significance(double... earned) {
        double mean = DoubleStream.of(earned).average().orElseThrow();
        double squares = DoubleStream.of(earned)
                .map(each -> (each - mean) * (each - mean))
                .sum();
        return mean / Math.sqrt(squares / (earned.length - 1) / earned.length);
    }

    @Test
    void whoKnewTheFutureWouldEarnWhatThePlannerCannot() {
        long[] seeds = {1, 2, 3, 4, 5, 6};
        double[] knowing =
                LongStream.of(seeds).mapToDouble(PlannerTest::knowing).toArray();
        double[] planning = LongStream.of(seeds)
                .mapToDouble(seed -> earned(seed, planner(seed)))
                .toArray();
        assertThat(DoubleStream.of(knowing)).allMatch(earned -> earned > 0);
        assertThat(significance(knowing)).isGreaterThan(3);
        assertThat(significance(planning)).isLessThan(2);
        assertThat(DoubleStream.of(planning).sum())
                .isLessThan(DoubleStream.of(knowing).sum() / 4);
    }

    /** What a seat earns that decides in copies with the market's own future: the fault that must be seen. */
    private static double knowing(long seed) {
        MarketEnvironment market = new MarketEnvironment(OneBook.spec());
        var step = market.reset(seed);
        TradedGain gain =
                TradedGain.since(market.market().view(), market.market().seat(0).participant());
        Agent agent = clairvoyant(market);
        while (!step.finished()) {
            step = market.step(
                    Map.of(OneBook.SEER, agent.decide(step.due().getFirst().observation())));
        }
        return gain.at(market.market().view());
    }

    private static String digest(long seed, Driver driver) {
        MarketEnvironment market = new MarketEnvironment(OneBook.spec());
        return driver.run(
                        market,
                        seed,
                        List.of(new AgentPlan(OneBook.SEER, () -> planner(seed))),
                        FaultRule.DEFAULT,
                        DriverListener.STRICT)
                .digest();
    }

    @Test
    void theSameSeedGivesTheSameDecisionsUnderEveryDriver() {
        String first = digest(5, new BatchDriver());
        assertThat(digest(5, new BatchDriver())).isEqualTo(first);
        assertThat(digest(5, new ActorDriver())).isEqualTo(first);
        assertThat(digest(6, new BatchDriver())).isNotEqualTo(first);
    }

    @Test
    void lookingAheadLeavesTheMarketAsItWas() {
        Planner planner = planner(3);
        MarketEnvironment watched = new MarketEnvironment(OneBook.spec());
        MarketEnvironment alone = new MarketEnvironment(OneBook.spec());
        var step = watched.reset(3);
        var same = alone.reset(3);
        while (!step.finished()) {
            planner.decide(step.due().getFirst().observation());
            step = watched.step(Map.of());
            same = alone.step(Map.of());
        }
        assertThat(same.finished()).isTrue();
        assertThat(watched.digest()).isEqualTo(alone.digest());
        assertThat(watched.market().snapshot()).isEqualTo(alone.market().snapshot());
    }

    @Test
    void whereNothingIsProposedItHolds() {
        Proposing silent = seen -> List.of();
        Planner planner = new Planner(MINUTE, new Planner.Experience(silent, 1, 0.2, HOLDING), OneBook.context(1));
        MarketEnvironment market = new MarketEnvironment(OneBook.spec());
        Observation seen = market.reset(1).due().getFirst().observation();
        assertThat(planner.decide(seen)).isEqualTo(Action.of(0));
    }

    @Test
    void outsideOfASimulationItSaysWhatItNeeds() {
        Observation seen = new Observation(
                OneBook.SEER,
                0,
                0,
                OneBook.context(1).observations(),
                new double[OneBook.context(1).observations().size()],
                OneBook.context(1).actions(),
                new boolean[OneBook.context(1).actions().maskSize()]);
        assertThatThrownBy(() -> planner(1).decide(seen))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("agent seer")
                .hasMessageContaining("only a simulated market can be copied");
    }
}
