package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.actor.ActorDriver;
import catallaxy.agents.driver.BatchDriver;
import catallaxy.agents.driver.Driver;
import catallaxy.agents.driver.DriverListener;
import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.market.LearnerEntry;
import catallaxy.agents.market.MarketEvaluation;
import catallaxy.agents.market.PolicyForm;
import catallaxy.agents.market.SeatSettings;
import catallaxy.agents.network.Activation;
import catallaxy.agents.policy.Cast;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.environment.market.random.RandomStream;
import catallaxy.scenarios.file.Scenario;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many worlds stepped together against one at a time and against the actors: the same policies give the same digests. */
final class LockstepTest {
    private static final long[] SEEDS = {1, 22, 333};

    private final Scenario scenario = ShortRun.twoChains("10 m");
    private final Cast cast = AgentPlans.cast(scenario, LockstepTest.class.getClassLoader());

    /** A policy network with random weights, which trades all the time. */
    private static TensorStore randomPolicy(long seed, int inputs, int outputs) {
        RandomStream random = RandomStream.of(seed, "weights");
        TensorStore tensors = new TensorStore();
        int[] widths = {inputs, 8, outputs};
        for (int layer = 0; layer < 2; layer++) {
            float[] weights = new float[widths[layer] * widths[layer + 1]];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (float) random.nextGaussian();
            }
            tensors.put("policy." + layer + ".weight", weights, widths[layer + 1], widths[layer]);
            tensors.put("policy." + layer + ".bias", new float[widths[layer + 1]], widths[layer + 1]);
        }
        tensors.put("normaliser.shift", new float[inputs], inputs);
        float[] ones = new float[inputs];
        Arrays.fill(ones, 1);
        tensors.put("normaliser.scale", ones, inputs);
        return tensors;
    }

    private static SeatSettings residual(double share, boolean observeAdvice) {
        SeatSettings plain = SeatSettings.plain();
        return new SeatSettings(
                new SeatSettings.Actions(List.of(), share, SeatSettings.Base.ADVICE, 0, List.of(), List.of(1)),
                plain.limits(),
                plain.reward(),
                observeAdvice,
                plain.cloning());
    }

    private static LearnerEntry.Origin origin(String role) {
        return new LearnerEntry.Origin("test", "", role, List.of(), List.of());
    }

    private Cast trained() {
        LearnerEntry maker = entry("maker", residual(0.2, true), "ppo");
        LearnerEntry fund = entry("fund", residual(0, false), "td3");
        return cast.with("maker", maker.policy(origin("market-maker"), cast.policy("maker"), randomPolicy(1, 13, 4)))
                .with("fund", fund.policy(origin("portfolio"), cast.policy("fund"), randomPolicy(2, 21, 4)));
    }

    private static LearnerEntry entry(String agent, SeatSettings settings, String algorithm) {
        return new LearnerEntry(
                agent,
                settings,
                new PolicyForm.Perceptron(algorithm, Activation.TANH),
                (observations, actions, worlds, total) -> {
                    throw new AssertionError("nobody learns here");
                });
    }

    private String digest(Driver driver, Cast who, long seed) {
        return driver.run(
                        new MarketEnvironment(scenario.market()),
                        seed,
                        who.plans(seed),
                        FaultRule.DEFAULT,
                        DriverListener.NONE)
                .digest();
    }

    @Test
    void worldsInLockstepTakeTheCourseOfSingleOnesAndOfActors() {
        Cast trained = trained();
        List<String> together =
                MarketEvaluation.of(trained, FaultRule.DEFAULT, SEEDS).digests();
        for (int i = 0; i < SEEDS.length; i++) {
            assertThat(together.get(i)).isEqualTo(digest(new BatchDriver(), trained, SEEDS[i]));
            assertThat(together.get(i)).isEqualTo(digest(new ActorDriver(), trained, SEEDS[i]));
        }
    }

    @Test
    void trainedPoliciesDecideOtherwiseThanTheClosedForms() {
        assertThat(digest(new BatchDriver(), trained(), 1)).isNotEqualTo(digest(new BatchDriver(), cast, 1));
    }
}
