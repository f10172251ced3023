package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.algorithm.FrozenPolicy;
import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.market.MarketEvaluation;
import catallaxy.agents.network.Activation;
import catallaxy.agents.policy.HoldAgent;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.agents.seat.SeatSettings;
import catallaxy.agents.seat.SeatedLearner;
import catallaxy.scenarios.file.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a learner's place between its advisor and the market does, seen from what the market pays. */
final class SeatSettingsTest {
    private static final long[] SEEDS = {1, 22};
    private static final int FEATURES = 21;

    private final Scenario scenario = ShortRun.twoChains("31 m");
    private final MarketAgents agents = AgentPlans.agents(scenario, SeatSettingsTest.class.getClassLoader());

    /** The fund with a policy whose actions are all {@code tanh(bias)}. */
    private MarketAgents fund(SeatSettings.Base base, double residual, float bias) {
        SeatSettings plain = SeatSettings.plain();
        SeatSettings settings = new SeatSettings(
                new SeatSettings.Actions(List.of(), residual, base, 0, List.of(), List.of(1)),
                plain.limits(),
                plain.reward(),
                false,
                plain.cloning());
        SeatedLearner seated = new SeatedLearner(
                "fund",
                settings,
                (tensors, features, actions) -> FrozenPolicy.ofActor(tensors, Activation.TANH, features, actions),
                task -> {
                    throw new AssertionError("nobody learns here");
                });
        SeatedLearner.Origin origin = new SeatedLearner.Origin("test", "", "portfolio", List.of(), List.of());
        return agents.with("fund", seated.policy(origin, agents.policy("fund"), constant(bias)));
    }

    private static TensorStore constant(float bias) {
        TensorStore tensors = new TensorStore();
        float[] biases = new float[4];
        Arrays.fill(biases, bias);
        tensors.put("policy.0.weight", new float[4 * FEATURES], 4, FEATURES);
        tensors.put("policy.0.bias", biases, 4);
        float[] ones = new float[FEATURES];
        Arrays.fill(ones, 1);
        tensors.put("normaliser.shift", new float[FEATURES], FEATURES);
        tensors.put("normaliser.scale", ones, FEATURES);
        return tensors;
    }

    private static double[] scores(MarketAgents who, String agent) {
        return Objects.requireNonNull(
                MarketEvaluation.of(who, FaultRule.DEFAULT, SEEDS).scores().get(agent));
    }

    @Test
    void aCorrectionOfNothingIsTheAdvisorOrWhatStands() {
        double[] own = scores(agents, "fund");
        assertThat(own[0]).isLessThan(-50);
        assertThat(scores(fund(SeatSettings.Base.ADVICE, 0.1, 0), "fund")).isEqualTo(own);
        assertThat(scores(fund(SeatSettings.Base.ADVICE, 0.1, -1), "fund")).isNotEqualTo(own);
        assertThat(scores(fund(SeatSettings.Base.STANDING, 0.1, 0), "fund")).isEqualTo(new double[] {0, 0});
    }

    @Test
    void aRiskManagerAnswersForNoDrawdownOfWhatWasHeldAnyway() {
        MarketAgents still = agents;
        for (String agent : List.of("maker", "fund", "arb")) {
            still = still.with(agent, new HoldAgent.Config());
        }
        for (double score : scores(still, "risk")) {
            assertThat(score).isCloseTo(0, within(1e-6));
        }
        assertThat(scores(agents, "risk")[0]).isBetween(-5_000.0, 5_000.0).isNotCloseTo(0, within(1.0));
    }
}
