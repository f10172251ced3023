package catallaxy.agents.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.driver.BatchDriver;
import catallaxy.agents.driver.DriverListener;
import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.agents.seat.SeatSettings;
import catallaxy.environment.api.AgentStep;
import catallaxy.environment.api.EnvironmentStep;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.MarketEnvironment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Learners that hold, in worlds in which the others trade by chance. */
class MarketWorldsTest {
    private static final MarketRounds ROUNDS = new MarketRounds(3, 2, 0, 60 * TradedMarket.SECOND);
    private static final long SEED = 11;

    private static MarketWorlds worlds(String... learners) {
        return worlds(ROUNDS, learners);
    }

    private static MarketWorlds worlds(MarketRounds rounds, String... learners) {
        Map<String, SeatSettings> seating = new LinkedHashMap<>();
        Stream.of(learners).forEach(agent -> seating.put(agent, SeatSettings.plain()));
        return new MarketWorlds(
                TradedMarket.trading(), FaultRule.DEFAULT, seating, rounds, MarketWorlds.EpisodeSeeds.ofTraining(SEED));
    }

    /** The rewards of an agent that holds in a run of a minute; its epochs' in their order, and the last. */
    private static List<Double> alone(String agent, int world, int episode) {
        long seed =
                RandomStream.of(SEED, "world/" + world + "/episode/" + episode).nextLong();
        MarketAgents agents = new MarketAgents(
                worlds(agent).agents().market(),
                TradedMarket.trading()
                        .with(agent, TradedMarket.holding().policy(agent))
                        .policies(),
                TradedMarket.trading().factory());
        List<Double> rewards = new ArrayList<>();
        DriverListener listener = new DriverListener() {
            @Override
            public void step(EnvironmentStep step) {
                step.due().stream()
                        .filter(each -> each.agent().equals(agent))
                        .mapToDouble(AgentStep::reward)
                        .forEach(rewards::add);
            }
        };
        new BatchDriver()
                .run(new MarketEnvironment(agents.market()), seed, agents.plans(seed), FaultRule.DEFAULT, listener);
        return rewards.subList(1, rewards.size());
    }

    private static BatchSeat seat(MarketWorlds worlds, String agent) {
        return worlds.seats().stream()
                .filter(each -> each.agent().equals(agent))
                .findFirst()
                .orElseThrow();
    }

    /** Plays on until the round is over; what the agent was rewarded with in a world at each of its steps. */
    private static List<Double> round(MarketWorlds worlds, String agent, int row) {
        List<Double> rewards = new ArrayList<>();
        int before = worlds.round();
        while (worlds.round() == before) {
            worlds.advance();
            BatchSeat seat = seat(worlds, agent);
            if (seat.due()) {
                rewards.add(seat.step().rewards()[row]);
                assertThat(seat.step().truncated()[row]).isEqualTo(worlds.round() > before);
            }
        }
        return rewards;
    }

    private static void assertClose(List<Double> found, List<Double> expected, String as) {
        double[] values = found.stream().mapToDouble(each -> each).toArray();
        assertThat(values)
                .as(as)
                .containsExactly(expected.stream().mapToDouble(each -> each).toArray(), within(1e-6));
    }

    @Test
    void everyWorldAndEpisodeIsARunOfItsOwnSeed() {
        MarketWorlds worlds = worlds("fast");
        worlds.begin();
        for (int episode = 0; episode < 3; episode++) {
            assertClose(round(worlds, "fast", 1), alone("fast", 1, episode), "episode " + episode);
        }
        assertThat(worlds.episodes()).isEqualTo(6);
        assertThat(alone("fast", 1, 0)).isNotEqualTo(alone("fast", 1, 1)).isNotEqualTo(alone("fast", 0, 0));
    }

    /** Epochs at 0, 10, … 50 s of a minute, and at 0, 20, 40 s. */
    @Test
    void episodesHaveAsManyDecisionsAsCadencesFit() {
        MarketWorlds worlds = worlds("fast", "slow");
        worlds.begin();
        assertThat(worlds.epochs("fast")).isEqualTo(6);
        assertThat(worlds.epochs("slow")).isEqualTo(3);
        assertThat(worlds.epochs("late")).as("from 5 s on").isEqualTo(3);
        List<String> due = new ArrayList<>();
        while (worlds.round() == 0) {
            due.add(Boolean.toString(seat(worlds, "fast").due())
                    + seat(worlds, "slow").due());
            worlds.advance();
        }
        assertThat(due).containsExactly("truetrue", "truefalse", "truetrue", "truefalse", "truetrue", "truefalse");
    }

    @Test
    void betweenEpisodesAllAreDueAndWhatFollowsIsSaved() {
        MarketWorlds worlds = worlds("fast", "slow");
        worlds.begin();
        assertThat(worlds.isWhole()).isTrue();
        worlds.advance();
        assertThat(worlds.isWhole()).isFalse();
        round(worlds, "slow", 0);
        assertThat(worlds.isWhole()).isTrue();
        assertThat(worlds.seats()).allMatch(BatchSeat::due);
        StateWriter out = new StateWriter();
        worlds.save(out);
        worlds.seats().forEach(seat -> seat.save(out));
        MarketWorlds loaded = worlds("fast", "slow");
        StateReader in = new StateReader(out.toBytes());
        loaded.load(in);
        loaded.seats().forEach(seat -> seat.load(in));
        in.end();
        assertThat(loaded.figures()).isEqualTo(worlds.figures());
        assertThat(seat(loaded, "fast").step().observations())
                .isEqualTo(seat(worlds, "fast").step().observations());
        assertThat(round(loaded, "fast", 0)).isEqualTo(round(worlds, "fast", 0));
        assertThat(loaded.figures()).isEqualTo(worlds.figures());
    }

    @Test
    void theFigureIsTheMeanReturnOfTheLatestEpisodes() {
        MarketWorlds worlds = worlds("fast");
        worlds.begin();
        assertThat(worlds.figures()).containsEntry("fast/rollout/ep_rew_mean", Double.NaN);
        round(worlds, "fast", 0);
        round(worlds, "fast", 0);
        double sum = 0;
        for (int world = 0; world < 2; world++) {
            sum += alone("fast", world, 1).stream().mapToDouble(each -> each).sum();
        }
        assertThat(Objects.requireNonNull(worlds.figures().get("fast/rollout/ep_rew_mean")))
                .isCloseTo(sum / 2, within(1e-6));
        assertThat(worlds.figures()).containsEntry("rollout/rounds", 2.0);
    }

    @Test
    void theFirstObservationOfTheNextEpisodeComesWithTheLastReward() {
        MarketWorlds worlds = worlds("fast");
        worlds.begin();
        VectorStep step = seat(worlds, "fast").step();
        worlds.advance();
        while (worlds.round() == 0) {
            assertThat(step.next()).as("within an episode").isEqualTo(step.observations());
            worlds.advance();
        }
        int trend = seat(worlds, "fast").observationSpec().index("trend_12.eth-spot");
        assertThat(step.observations()[trend]).as("nothing before").isZero();
        assertThat(step.next()[trend]).as("a minute before").isNotZero();
        assertThat(step.terminated()).containsOnly(false);
    }

    @Test
    void anEpisodeIsNoLongerThanTheScenario() {
        MarketRounds day = new MarketRounds(1, 1, 0, 86_400 * TradedMarket.SECOND);
        MarketRounds own = new MarketRounds(1, 1, 0, 0);
        for (MarketRounds rounds : List.of(day, own)) {
            MarketWorlds worlds = worlds(rounds, "fast");
            assertThat(worlds.agents().market().durationNanos()).isEqualTo(120 * TradedMarket.SECOND - 1);
            assertThat(worlds.epochs("fast")).isEqualTo(12);
        }
    }

    @Test
    void aLearnerThatBeginsAfterOthersIsRefused() {
        assertThatThrownBy(() -> worlds("late"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "first-epoch of learner late: expected 0 ns, the earliest of all agents, found 5000000000 ns");
        assertThatThrownBy(() -> worlds("nobody")).hasMessageContaining("nobody");
    }
}
