package catallaxy.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.agents.driver.BatchDriver;
import catallaxy.agents.driver.DriverListener;
import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.execution.ExecutionChoice;
import catallaxy.agents.execution.ExecutionSight;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.execution.ExecutionMethod;
import catallaxy.environment.market.execution.ExecutionSpec;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.role.SeatSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The executor that learns while it trades: in a market, and against outcomes that this test makes up, where own money promises 20 and
 * loses, and the lender's promises 15 and keeps its promise.
 */
class ExecutionLearnerTest {
    private static final ExecutionLearner.Config FAST =
            new ExecutionLearner.Config(ExecutionLearner.Models.ON, 0.3, 0.9, 0.2, 0.01, 0.99);
    private static final int OWN = 1;
    private static final int LENT = 2;

    /** A seat among three pools, two of which it trades at. */
    static AgentContext context(ExecutionLearner.Config config) {
        return agents(config).context("mine", 5);
    }

    private static MarketAgents agents(PolicySpec policy) {
        MarketSpec gaps = GapMarket.spec();
        SeatSpec first = gaps.agents().getFirst();
        ExecutionSpec role = new ExecutionSpec(
                List.of(new RoleSpec.Route(0, 1)), ExecutionMethod.words(), 1e5, 0.5, 60_000_000_000L, 0, 0, 0);
        SeatSpec seat =
                new SeatSpec("mine", role, first.cadenceNanos(), first.firstEpochNanos(), 0, first.endowments());
        MarketSpec market =
                new MarketSpec("gaps", gaps.durationNanos(), gaps.engine(), gaps.population(), List.of(seat));
        return new MarketAgents(
                market, Map.of("mine", policy), new AgentFactory(ExecutionLearnerTest.class.getClassLoader()));
    }

    private static Agent learner(ExecutionLearner.Config config) {
        return new ExecutionLearner(config, context(config));
    }

    /** What the seat shows after an outcome with such a reward, before something that is open. */
    private static Observation seen(AgentContext context, long epoch, double reward) {
        double[] values = new double[context.observations().size()];
        values[context.observations().index("ended")] = epoch == 0 ? 0 : 1;
        values[context.observations().index("reward")] = reward;
        values[context.observations().index("realised")] = reward;
        values[context.observations().index("best_trade.home")] = 5_000;
        values[context.observations().index("gain.home")] = 21;
        values[context.observations().index("gas_cost.home")] = 1;
        values[context.observations().index("gain.home:shallow")] = 21;
        values[context.observations().index("gas_cost.home:shallow")] = 6;
        boolean[] mask = new boolean[context.actions().maskSize()];
        Arrays.fill(mask, true);
        return new Observation("mine", epoch, epoch, context.observations(), values, context.actions(), mask);
    }

    private static int option(Action action) {
        return action instanceof Action.Vector vector ? (int) vector.values()[0] : 0;
    }

    private static List<Integer> play(Agent agent, AgentContext context, int decisions) {
        return play(agent, context, decisions, 15);
    }

    private static List<Integer> play(Agent agent, AgentContext context, int decisions, double lent) {
        List<Integer> options = new ArrayList<>();
        double reward = 0;
        for (int epoch = 0; epoch < decisions; epoch++) {
            int option = option(agent.decide(seen(context, epoch, reward)));
            options.add(option);
            reward = option == OWN ? -4 : option == LENT ? lent : 0;
        }
        return options;
    }

    @Test
    void itBeginsWithTheBestPromiseAndTurnsToWhatKeepsIt() {
        AgentContext context = context(FAST);
        List<Integer> options = play(new ExecutionLearner(FAST, context), context, 400);
        assertThat(options.getFirst()).isEqualTo(OWN);
        List<Integer> late = options.subList(300, 400);
        assertThat(late.stream().filter(each -> each == LENT).count()).isGreaterThan(85);
    }

    /** The control: who does not learn believes the promise to the end. */
    @Test
    void withoutLearningItBelievesThePromiseToTheEnd() {
        ExecutionLearner.Config config = new ExecutionLearner.Config(ExecutionLearner.Models.ON, 0, 0.9, 0, 0, 0.99);
        AgentContext context = context(config);
        assertThat(play(learner(config), context, 200)).containsOnly(OWN);
    }

    @Test
    void withModelsOffItDoesNotLearn() {
        ExecutionLearner.Config off =
                new ExecutionLearner.Config(ExecutionLearner.Models.OFF, 0.3, 0.9, 0.5, 0.5, 0.99);
        assertThat(play(learner(off), context(off), 200)).containsOnly(OWN);
    }

    /** Rewards are of the last decision alone: added up, the many losses would outweigh what is gained. */
    @Test
    void everyRewardIsLearnedFromOnce() {
        ExecutionLearner.Config config = new ExecutionLearner.Config(ExecutionLearner.Models.ON, 1, 0, 0, 0, 0.99);
        List<Integer> options = play(learner(config), context(config), 60, 3);
        assertThat(options.subList(40, 60)).containsOnly(LENT);
    }

    @Test
    void aPartOfTheSizePromisesTwiceItselfLessItsSquare() {
        AgentContext context = context(FAST);
        ExecutionSight sight =
                new ExecutionSight(context.observations(), context.market().engine(), (ExecutionSpec)
                        context.seat().role());
        Observation seen = seen(context, 0, 0);
        seen.values()[context.observations().index("loan_fee.home:shallow")] = 4;
        List<ExecutionChoice> choices = sight.choices(seen);
        assertThat(choices.getFirst().isHold()).isTrue();
        assertThat(choices)
                .filteredOn(each -> each.option() == OWN - 1 && each.slippage() == 0)
                .extracting(ExecutionChoice::promised)
                .containsExactly(21 * 0.4375 - 1, 21 * 0.75 - 1, 20.0);
        assertThat(choices)
                .filteredOn(each -> each.option() == LENT - 1 && each.slippage() == 0)
                .extracting(ExecutionChoice::promised)
                .containsExactly(21 * 0.4375 - 1 - 6, 21 * 0.75 - 2 - 6, 21.0 - 4 - 6);
    }

    @Test
    void itHoldsWhileNothingIsOpen() {
        AgentContext context = context(FAST);
        Observation nothing = seen(context, 0, 0);
        Arrays.fill(nothing.mask(), 1, LENT + 1, false);
        assertThat(learner(FAST).decide(nothing)).isEqualTo(Action.HOLD);
    }

    @Test
    void itTellsWhatItDid() {
        AgentContext context = context(FAST);
        ExecutionLearner agent = new ExecutionLearner(FAST, context);
        List<Integer> options = play(agent, context, 101);
        double own =
                options.subList(0, 100).stream().filter(each -> each == OWN).count();
        double lent =
                options.subList(0, 100).stream().filter(each -> each == LENT).count();
        Map<String, Double> figures = agent.figures();
        assertThat(figures.get("decisions")).isEqualTo(101);
        assertThat(figures.get("confidence")).isBetween(0.5, 1.0);
        assertThat(figures.get("base/realised")).isEqualTo(-4 * own);
        assertThat(figures.get("flash/realised")).isEqualTo(15 * lent);
    }

    @Test
    void aCopyDecidesTheSameFromHereOn() {
        AgentContext context = context(FAST);
        ExecutionLearner agent = new ExecutionLearner(FAST, context);
        play(agent, context, 50);
        Agent copy = agent.copy();
        assertThat(play(copy, context, 100)).isEqualTo(play(agent, context, 100));
    }

    @Test
    void inAMarketItGainsAndTheRunRepeats() {
        ExecutionLearner.Config config =
                new ExecutionLearner.Config(ExecutionLearner.Models.ON, 0.001, 0.95, 0.1, 0.01, 0.995);
        MarketAgents agents = agents(config);
        List<String> digests = new ArrayList<>();
        double gain = 0;
        for (int i = 0; i < 2; i++) {
            MarketEnvironment environment = new MarketEnvironment(agents.market());
            digests.add(new BatchDriver()
                    .run(environment, 3, agents.plans(3), FaultRule.DEFAULT, DriverListener.STRICT)
                    .digest());
            gain = environment
                    .market()
                    .engine()
                    .dealings(environment.market().seat(0).participant())
                    .fills();
        }
        assertThat(gain).isPositive();
        assertThat(digests.getFirst()).isEqualTo(digests.getLast());
    }

    @Test
    void settingsAreChecked() {
        assertThatThrownBy(() -> new ExecutionLearner.Config(ExecutionLearner.Models.ON, 0.1, 1, 0.1, 0.01, 0.9))
                .hasMessageContaining("discount");
        assertThatThrownBy(() -> new ExecutionLearner.Config(ExecutionLearner.Models.ON, 0.1, 0.9, 0.1, 1.2, 0.9))
                .hasMessageContaining("epsilonLeast");
        assertThat(new ExecutionLearner.Config(ExecutionLearner.Models.ON, 0.1, 0.9, 0.1, 0.1, 0.9).epsilon())
                .isCloseTo(0.1, within(0.0));
    }
}
