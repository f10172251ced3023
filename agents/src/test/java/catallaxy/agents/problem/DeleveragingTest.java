package catallaxy.agents.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.VectorStep;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The desk's programme against simulation, and against every policy that does not think. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeleveragingTest {
    private static final DeleveragingProblem STANDARD = DeleveragingProblem.standard();
    private final DeleveragingReferee referee = new DeleveragingReferee(STANDARD);

    private static BatchPolicy constant(int exposure) {
        return (observations, masks, rows, actions) -> {
            for (int i = 0; i < rows; i++) {
                int allowed = exposure;
                while (!masks[i * 6 + allowed]) {
                    allowed--;
                }
                actions[i] = allowed;
            }
        };
    }

    private static DeleveragingProblem twoSteps(int limit, double carry) {
        List<Double> zero = List.of(0.0);
        return new DeleveragingProblem(
                2,
                1,
                1,
                limit,
                5,
                carry,
                7,
                new DeleveragingRegimes(List.of(0.3), zero, zero, List.of(0.1), List.of(0.05), zero, zero));
    }

    /** One regime, one unit, losses of 1 with probability 0.3: worked by hand. Selling costs 0.15. */
    @Test
    void solvesTwoStepsAsByHand() {
        // Holding earns 0.5 − 0.3 a step; at the horizon the unit is sold.
        assertThat(twoSteps(3, 0.5).referee().optimum()).isCloseTo(0.2 + 0.2 - 0.15, within(1e-12));
        // A limit of 2 is reached by two losses only; after one the unit is sold. Carry 1.
        double afterLoss = Math.max(-0.15, 1 + 0.3 * (-1 - 7) + 0.7 * -0.15);
        double value = 1 - 0.3 + 0.3 * afterLoss + 0.7 * (1 - 0.3 - 0.15);
        assertThat(twoSteps(2, 1).referee().optimum()).isCloseTo(value, within(1e-12));
        // A limit of 1 closes the desk at the first loss: sold at once.
        assertThat(twoSteps(1, 0.5).referee().optimum()).isCloseTo(-0.15, within(1e-12));
    }

    @Test
    void bestPolicyAttainsTheOptimumInTheRefereeAndInTheEnvironment() {
        assertThat(referee.attained(referee.optimal(), 0)).isEqualTo(referee.optimum());
        Episodes episodes = Episodes.play(STANDARD.environment(500), referee.optimal(), 40, 3);
        assertThat(episodes.errorsFrom(referee.optimum())).isLessThan(4);
    }

    @Test
    void simulationAgreesWithTheExactScoreOfABadPolicy() {
        double exact = referee.attained(constant(3), 0);
        Episodes episodes = Episodes.play(STANDARD.environment(500), constant(3), 20, 4);
        assertThat(episodes.errorsFrom(exact)).isLessThan(4);
    }

    @Test
    void thinkingPays() {
        assertThat(referee.optimum()).isGreaterThan(12);
        for (int exposure = 0; exposure <= 5; exposure++) {
            assertThat(referee.attained(constant(exposure), 0)).isLessThan(referee.optimum() - 15);
        }
        BatchPolicy random = Episodes.random(STANDARD.environment(1).actionSpec(), 1);
        assertThat(referee.attained(random, 0)).isLessThan(referee.optimum() - 30);
    }

    @Test
    void theDistanceToTheLimitIsIndicatedWhereALossOfOneAUnitReachesIt() {
        Worlds worlds = new DeleveragingWorlds(STANDARD, 3);
        worlds.place(0, 10, 2, 1, 0);
        worlds.place(1, 10, 2, 1, 15);
        worlds.place(2, 10, 2, 1, 19);
        float[] rows = new float[3 * STANDARD.features()];
        worlds.observe(0, 3, rows);
        assertThat(rows)
                .containsExactly(
                        0.4f, 0, 0.8f, 0, 1, 0, 0, 0, 0, 0, 0, //
                        0.4f, 0.75f, 0.8f, 0, 1, 0, 0, 0, 0, 0, 1, //
                        0.4f, 0.95f, 0.8f, 0, 1, 0, 1, 0, 0, 0, 0);
    }

    /** Every part of the state matters: blind to it, the best policy loses more than a hundredth. */
    @Test
    void everyObservationMatters() {
        BatchPolicy optimal = referee.optimal();
        double[] blind = {0, 0, 1};
        for (int feature = 1; feature < 3; feature++) {
            int hidden = feature;
            BatchPolicy policy = (observations, masks, rows, actions) -> {
                float[] seen = observations.clone();
                for (int i = 0; i < rows; i++) {
                    seen[i * STANDARD.features() + hidden] = (float) blind[hidden];
                }
                optimal.act(seen, masks, rows, actions);
            };
            assertThat(referee.attained(policy, 0)).isLessThan(0.99 * referee.optimum());
        }
        BatchPolicy calm = (observations, masks, rows, actions) -> {
            float[] seen = observations.clone();
            for (int i = 0; i < rows; i++) {
                System.arraycopy(new float[] {1, 0, 0}, 0, seen, i * STANDARD.features() + 3, 3);
            }
            optimal.act(seen, masks, rows, actions);
        };
        assertThat(referee.attained(calm, 0)).isLessThan(referee.optimum() - 5);
    }

    /** Every reward of one step from every state and choice follows from what happened, exactly; also at the horizon. */
    @Test
    void earnsCarryAndPaysCostsToTheLetter() {
        for (int k : new int[] {20, 49}) {
            int n = 6 * 3 * 6 * 100;
            DeleveragingWorlds worlds = new DeleveragingWorlds(STANDARD, n);
            VectorStep step = VectorStep.of(worlds);
            worlds.reset(8, step);
            float[] actions = new float[n];
            for (int i = 0; i < n; i++) {
                worlds.place(i, k, i % 6, i / 6 % 3, 9);
                actions[i] = Math.min(i / 18 % 6, i % 6 + 1);
            }
            worlds.step(actions, step);
            for (int i = 0; i < n; i++) {
                assertThat(step.rewards()[i]).isCloseTo(reward(step, i, k, (int) actions[i]), within(1e-9));
            }
        }
    }

    /** By the regime and drawdown that followed from exposure {@code i % 6}, regime {@code i / 6 % 3} and drawdown 9. */
    private static double reward(VectorStep step, int i, int k, int a) {
        int features = step.features();
        int drawdown = Math.round(step.next()[i * features + 1] * 20);
        // A crash of four on three units or more passes the limit; smaller ones are read off the drawdown.
        int loss = drawdown == 20 ? 4 * a : drawdown - 9;
        int regime = 0;
        while (step.next()[i * features + 3 + regime] == 0) {
            regime++;
        }
        double reward = a * 0.2 - loss - STANDARD.cost(i / 6 % 3, a - i % 6);
        if (drawdown == 20) {
            assertThat(step.terminated()[i]).isTrue();
            return reward - 15;
        }
        assertThat(step.terminated()[i]).isEqualTo(k == 49);
        return k == 49 ? reward - STANDARD.cost(regime, a) : reward;
    }

    /** Negative control: a desk with another carry than the referee's is found out. */
    @Test
    void simulationOfAnotherProblemDisagrees() {
        DeleveragingProblem s = STANDARD;
        DeleveragingProblem poorer = new DeleveragingProblem(
                s.horizon(),
                s.maxExposure(),
                s.initialExposure(),
                s.lossLimit(),
                s.crashSize(),
                0.18,
                s.breachPenalty(),
                s.regimes());
        Episodes episodes = Episodes.play(poorer.environment(500), referee.optimal(), 40, 3);
        assertThat(episodes.errorsFrom(referee.optimum())).isGreaterThan(6);
    }

    @Test
    void exposureRisesByOneAtMost() {
        DeleveragingWorlds worlds = new DeleveragingWorlds(STANDARD, 2);
        worlds.place(0, 0, 1, 0, 0);
        worlds.place(1, 0, 5, 0, 0);
        boolean[] masks = new boolean[12];
        worlds.mask(masks);
        assertThat(masks).containsExactly(true, true, true, false, false, false, true, true, true, true, true, true);
    }

    @Test
    void namesTheKeyThatIsWrong() {
        assertThatThrownBy(() -> twoSteps(0, 1)).hasMessageStartingWith("lossLimit: ");
        List<Double> zero = List.of(0.0);
        assertThatThrownBy(() -> new DeleveragingRegimes(List.of(0.9), List.of(0.2), zero, zero, zero, zero, zero))
                .hasMessageStartingWith("lossProbability: ");
        assertThatThrownBy(() -> new DeleveragingRegimes(List.of(0.9), zero, zero, zero, zero, List.of(0.1), zero))
                .hasMessageStartingWith("worsenProbability: expected 0 in the last regime");
    }
}
