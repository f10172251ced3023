package catallaxy.agents.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.agents.seat.SeatSettings;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.AgentStep;
import catallaxy.environment.api.EnvironmentStep;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.role.SeatSpec;
import catallaxy.environment.market.world.ShockSpec;
import catallaxy.environment.market.world.WorldSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The seat of {@code fast} in worlds in which the others hold. */
class SeatWorldsTest {
    private static final int STEPS_OF_EPISODE = 12;

    private static SeatWorlds worlds(String agent, int count) {
        return new SeatWorlds(
                TradedMarket.holding(),
                FaultRule.DEFAULT,
                new SeatWorlds.Seating(agent, SeatSettings.plain()),
                0,
                count);
    }

    private static VectorStep reset(SeatWorlds worlds, long seed) {
        VectorStep step = VectorStep.of(worlds);
        worlds.reset(seed, step);
        return step;
    }

    /** Buys for half of what may be bought. */
    private static float[] purchases(SeatWorlds worlds) {
        float[] actions = new float[worlds.worlds() * worlds.actionSpec().size()];
        Arrays.fill(actions, 500);
        return actions;
    }

    /** What the agent is rewarded with in the run of a seed, when it buys and the others hold. */
    private static List<Double> alone(long seed) {
        MarketEnvironment environment =
                new MarketEnvironment(TradedMarket.holding().market());
        List<Double> rewards = new ArrayList<>();
        EnvironmentStep step = environment.reset(seed);
        while (!step.finished()) {
            boolean due = step.due().stream().anyMatch(each -> each.agent().equals("fast"));
            step = environment.step(due ? Map.of("fast", Action.of(500)) : Map.of());
            step.due().stream()
                    .filter(each -> each.agent().equals("fast"))
                    .mapToDouble(AgentStep::reward)
                    .forEach(rewards::add);
        }
        return rewards;
    }

    @Test
    void theFirstEpisodeOfEachWorldIsTheRunOfItsSeed() {
        SeatWorlds worlds = worlds("fast", 3);
        VectorStep step = reset(worlds, 7);
        List<List<Double>> rewards = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < STEPS_OF_EPISODE; i++) {
            worlds.step(purchases(worlds), step);
            for (int world = 0; world < 3; world++) {
                rewards.get(world).add(step.rewards()[world]);
                assertThat(step.truncated()[world]).isEqualTo(i == STEPS_OF_EPISODE - 1);
            }
        }
        for (int world = 0; world < 3; world++) {
            assertThat(beforeTheEnd(rewards.get(world)))
                    .as("world " + world)
                    .containsExactly(beforeTheEnd(alone(7 + world)), within(1e-6));
        }
    }

    /** An episode ends just before the prices of its last moment. */
    private static double[] beforeTheEnd(List<Double> rewards) {
        return rewards.stream()
                .limit(STEPS_OF_EPISODE - 1)
                .mapToDouble(each -> each)
                .toArray();
    }

    @Test
    void anEndedEpisodeShowsItsLastObservationAndTheNextOnesFirst() {
        SeatWorlds worlds = worlds("fast", 2);
        VectorStep step = reset(worlds, 7);
        float[] first = step.observations().clone();
        for (int i = 0; i < STEPS_OF_EPISODE; i++) {
            assertThat(i == 0 || Arrays.equals(step.observations(), step.next()))
                    .isTrue();
            worlds.step(purchases(worlds), step);
        }
        assertThat(step.observations()).isNotEqualTo(step.next());
        assertThat(step.observations()).as("nothing is known yet").isEqualTo(first);
        worlds.step(purchases(worlds), step);
        assertThat(step.ended(0)).isFalse();
    }

    @Test
    void chanceIsTheSeedsAndNotThatOfHowManyThereAre() {
        SeatWorlds one = worlds("fast", 1);
        SeatWorlds three = worlds("fast", 3);
        VectorStep alone = reset(one, 7);
        VectorStep first = reset(three, 7);
        SeatWorlds others = worlds("fast", 1);
        VectorStep other = reset(others, 8);
        for (int i = 0; i < 2 * STEPS_OF_EPISODE + 3; i++) {
            one.step(purchases(one), alone);
            three.step(purchases(three), first);
            others.step(purchases(others), other);
            assertThat(first.rewards()[0]).isEqualTo(alone.rewards()[0]).isNotEqualTo(other.rewards()[0]);
            assertThat(Arrays.copyOf(first.observations(), alone.observations().length))
                    .containsExactly(alone.observations());
        }
        assertThat(alone.observations()).isNotEqualTo(other.observations());
    }

    /** Nothing is worth anything after 25 s. */
    private static MarketAgents worthless() {
        MarketAgents agents = TradedMarket.holding();
        MarketSpec market = agents.market();
        EngineSpec engine = market.engine();
        WorldSpec world = engine.world();
        ShockSpec fall = new ShockSpec(25 * TradedMarket.SECOND, "ETH", -20, 0);
        WorldSpec falling = new WorldSpec(
                world.stepNanos(),
                world.assets(),
                world.correlation(),
                world.regimes(),
                0,
                Collections.nCopies(40, fall),
                world.replayClock());
        EngineSpec worthless = new EngineSpec(
                engine.assets(),
                engine.quoteAsset(),
                engine.chains(),
                engine.exchanges(),
                engine.venues(),
                engine.bridges(),
                falling);
        SeatSpec seat = market.agents().getFirst();
        SeatSpec invested = new SeatSpec(
                seat.id(),
                seat.role(),
                seat.cadenceNanos(),
                0,
                0,
                seat.endowments().subList(0, 1));
        return new MarketAgents(
                new MarketSpec("worthless", market.durationNanos(), worthless, List.of(), List.of(invested)),
                Map.of("fast", agents.policy("fast")),
                agents.factory());
    }

    @Test
    void whoIsRuinedBeginsAnew() {
        SeatWorlds worlds = new SeatWorlds(
                worthless(), FaultRule.DEFAULT, new SeatWorlds.Seating("fast", SeatSettings.plain()), 0, 2);
        VectorStep step = reset(worlds, 1);
        List<Integer> ends = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            worlds.step(new float[2 * worlds.actionSpec().size()], step);
            assertThat(step.truncated()[1]).isFalse();
            if (step.terminated()[1]) {
                ends.add(i);
            }
        }
        assertThat(ends).as("epochs at 30 s").containsExactly(3, 6, 9);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> worlds("late", 1)).hasMessageContaining("first-epoch of learner late");
        assertThatThrownBy(() -> worlds("nobody", 1)).hasMessageContaining("nobody");
        SeatWorlds worlds = worlds("fast", 1);
        VectorStep step = VectorStep.of(worlds);
        assertThatThrownBy(() -> worlds.step(new float[1], step)).hasMessage("reset comes before step");
    }
}
