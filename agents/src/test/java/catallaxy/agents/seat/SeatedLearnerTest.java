package catallaxy.agents.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.agents.driver.AgentFailedException;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.policy.AgentCreationException;
import catallaxy.agents.policy.AgentFactory;
import catallaxy.agents.policy.HoldAgent;
import catallaxy.agents.testkit.Named;
import catallaxy.agents.testkit.TestContext;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A trader's seat in which a policy decides that was made of one number: what to trade. */
final class SeatedLearnerTest {
    private static final ObservationSpec OBSERVATIONS =
            new ObservationSpec(Stream.of("equity", "risk_scale", "price.x", "bid.x", "ask.x", "volume.x")
                    .map(Named::feature)
                    .toList());
    private static final ActionSpec ACTIONS = new ActionSpec(List.of(Named.quantity("trade.x", -1_000, 1_000)));
    private static final AgentContext CONTEXT = TestContext.trader("mine", OBSERVATIONS, ACTIONS, Map.of());
    private static final List<String> FEATURES = new SeatView(SeatSettings.plain(), CONTEXT, HoldAgent::new)
            .observationSpec().features().stream().map(each -> each.name()).toList();

    private static final AgentFactory FACTORY = new AgentFactory(SeatedLearnerTest.class.getClassLoader());

    private static SeatedLearner seated(SeatSettings settings) {
        return new SeatedLearner("mine", settings, SeatedLearnerTest::constant, task -> {
            throw new AssertionError("nobody learns here");
        });
    }

    private static BatchPolicy constant(TensorStore tensors, int features, ActionSpec actions) {
        float trade = tensors.get("trade", 1)[0];
        assertThat(features).isEqualTo(FEATURES.size());
        return (observations, masks, rows, out) -> out[0] = trade;
    }

    private static Agent agent(SeatedLearner.Origin origin) {
        TensorStore tensors = new TensorStore();
        tensors.put("trade", new float[] {250}, 1);
        return FACTORY.create(seated(SeatSettings.plain()).policy(origin, new HoldAgent.Config(), tensors), CONTEXT);
    }

    private static SeatedLearner.Origin origin(List<String> features, List<String> actions) {
        return new SeatedLearner.Origin("best.ckpt", "ab", "trader", features, actions);
    }

    private static Observation now() {
        double[] values = {2_000, 1, 100, 99, 101, 5};
        return new Observation("mine", 3, 4_000_000_000L, OBSERVATIONS, values, ACTIONS, new boolean[] {true});
    }

    @Test
    void whatWasLearnedDecidesInTheSeat() {
        Agent agent = agent(origin(FEATURES, List.of("trade.x")));
        assertThat(agent.decide(now())).isEqualTo(Action.of(250));
        assertThat(agent.copy().decide(now())).isEqualTo(Action.of(250));
        assertThat(agent(SeatedLearner.Origin.inTraining("trader")).decide(now()))
                .isEqualTo(Action.of(250));
    }

    @Test
    void aPolicyOfAnotherSeatIsRefusedWithWhatDiffers() {
        List<String> others =
                Stream.concat(FEATURES.stream().skip(1), Stream.of("share.BTC")).toList();
        assertThatThrownBy(() -> agent(origin(others, List.of("trade.x"))))
                .isInstanceOf(AgentCreationException.class)
                .hasMessage("agent mine: the policy of best.ckpt does not fit the seat: features: trained with "
                        + FEATURES.size() + ", the seat has " + FEATURES.size() + "; not in the seat [share.BTC], "
                        + "not in training [" + FEATURES.getFirst() + "]");
        assertThatThrownBy(() -> agent(origin(FEATURES, List.of("trade.x", "trade.y"))))
                .hasMessageEndingWith(
                        "actions: trained with 2, the seat has 1; not in the seat [trade.y], " + "not in training []");
        assertThatThrownBy(() -> agent(origin(FEATURES.reversed(), List.of("trade.x"))))
                .as("in another order")
                .hasMessageContaining("not in the seat [], not in training []");
    }

    @Test
    void tensorsThatAreNotThePolicysAreRefused() {
        assertThatThrownBy(() -> FACTORY.create(
                        seated(SeatSettings.plain())
                                .policy(
                                        origin(FEATURES, List.of("trade.x")),
                                        new HoldAgent.Config(),
                                        new TensorStore()),
                        CONTEXT))
                .isInstanceOf(AgentCreationException.class)
                .hasMessageContaining("no tensor 'trade' among []");
    }

    private static Action asked(@Nullable Action advice) {
        return new Advisor(new Agent() {
                    @Override
                    @SuppressWarnings("NullAway") // as an agent without null checks may
                    public Action decide(Observation observation) {
                        return advice;
                    }
                })
                .advice(now());
    }

    @Test
    void adviceIsWithinTheBoundsOrEndsTheRun() {
        assertThat(asked(Action.of(-1_000))).isEqualTo(Action.of(-1_000));
        assertThat(asked(Action.HOLD)).isEqualTo(Action.HOLD);
        assertThatThrownBy(() -> asked(Action.of(1_001)))
                .isInstanceOf(AgentFailedException.class)
                .hasMessageContaining("mine")
                .hasMessageContaining("trade.x: expected a number in [-1000.0, 1000.0]");
        assertThatThrownBy(() -> asked(Action.of(1, 2))).hasMessageContaining("expected 1 action components");
        assertThatThrownBy(() -> asked(null)).hasMessageContaining("no action");
    }

    @Test
    void anAdvisorThatThrowsIsNamedWithWhatItThrew() {
        Advisor advisor = new Advisor(observation -> {
            throw new IllegalStateException("out of ideas");
        });
        assertThatThrownBy(() -> advisor.advice(now()))
                .isInstanceOf(AgentFailedException.class)
                .hasMessageContaining("mine")
                .hasMessageContaining("out of ideas")
                .hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void observingComesBeforeActing() {
        SeatView view = new SeatView(SeatSettings.plain(), CONTEXT, HoldAgent::new);
        assertThatThrownBy(() -> view.act(new float[1], 0)).hasMessage("observe comes before act");
    }
}
