package catallaxy.agents.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.VectorStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dynamic programme against the closed form of continuous time, and the environment against the programme. */
class CarteaJaimungalTest {
    private static final CarteaJaimungalProblem STANDARD = CarteaJaimungalProblem.standard();

    private static CarteaJaimungalProblem problem(
            double lambda, double kappa, double phi, double horizon, double dt, int initial) {
        return new CarteaJaimungalProblem(lambda, kappa, phi, 0.001, horizon, dt, 40, initial);
    }

    /** {@code h(t, ·)} of the closed form with {@code T − t = remaining}: ω = e^{A (T − t)} z by a Taylor series in small steps. */
    private static double[] closedForm(CarteaJaimungalProblem p, double remaining) {
        int limit = p.maxInventory();
        int slices = 20_000;
        double[] omega = new double[2 * limit + 1];
        for (int q = -limit; q <= limit; q++) {
            omega[q + limit] = Math.exp(-p.alpha() * p.kappa() * q * q);
        }
        for (int slice = 0; slice < slices; slice++) {
            double[] term = omega.clone();
            for (int order = 1; order <= 4; order++) {
                term = product(p, term, remaining / slices / order);
                for (int i = 0; i < omega.length; i++) {
                    omega[i] += term[i];
                }
            }
        }
        double[] h = new double[omega.length];
        for (int i = 0; i < h.length; i++) {
            h[i] = Math.log(omega[i]) / p.kappa();
        }
        return h;
    }

    private static double[] product(CarteaJaimungalProblem p, double[] vector, double scale) {
        double[] result = new double[vector.length];
        for (int i = 0; i < result.length; i++) {
            double q = i - p.maxInventory();
            double sum = -p.phi() * p.kappa() * q * q * vector[i];
            sum += i > 0 ? p.lambda() / Math.E * vector[i - 1] : 0;
            sum += i + 1 < vector.length ? p.lambda() / Math.E * vector[i + 1] : 0;
            result[i] = scale * sum;
        }
        return result;
    }

    /** The closed form reproduces the reference values; the programme approaches them at first order in dt. */
    @ParameterizedTest
    @CsvSource({
        "140, 1.5, 0.01, 1, 68.25583",
        "100, 1,   0.01, 1, 73.22586",
        "50,  2,   0.01, 1, 18.21929",
        "50,  2,   0.01, 2, 36.32607",
        "10,  1,   0.5,  1, 6.38060"
    })
    void agreesWithTheClosedForm(double lambda, double kappa, double phi, double horizon, double value) {
        CarteaJaimungalProblem fine = problem(lambda, kappa, phi, horizon, 0.001, 0);
        assertThat(closedForm(fine, horizon)[fine.maxInventory()]).isCloseTo(value, within(5e-6));
        double error = fine.referee().optimum() - value;
        double coarse = problem(lambda, kappa, phi, horizon, 0.002, 0).referee().optimum() - value;
        assertThat(Math.abs(error)).isLessThan(2e-3 * value);
        assertThat(coarse - error)
                .as("halving dt halves the error")
                .isCloseTo(error, within(0.15 * Math.abs(error) + 1e-4));
    }

    @Test
    void reproducesTheReferenceOfTheStandardProblem() {
        assertThat(STANDARD.referee().optimum()).isCloseTo(5.10845, within(5e-6));
        double[] h = closedForm(STANDARD, 1);
        double mean = 0;
        for (int q = -4; q <= 4; q++) {
            mean += h[q + STANDARD.maxInventory()] / 9;
        }
        assertThat(mean).isCloseTo(5.12064, within(5e-6));
    }

    /** At t = 0.5 for q = −3…3; the asks of the programme differ by the order of dt times the slope of the value. */
    @Test
    void reproducesTheReferenceAsks() {
        double[] asks = {2.131, 1.823, 1.500, 1.168, 0.832, 0.500, 0.177};
        double[] h = closedForm(STANDARD, 0.5);
        float[] depths = new CarteaJaimungalReferee(STANDARD).depths();
        for (int q = -3; q <= 3; q++) {
            int i = q + STANDARD.maxInventory();
            assertThat(1 / STANDARD.kappa() - h[i - 1] + h[i]).isCloseTo(asks[q + 3], within(5e-4));
            assertThat((double) depths[2 * (50 * 21 + i)]).isCloseTo(asks[q + 3], within(0.035));
            assertThat(depths[2 * (50 * 21 + i)]).isEqualTo(depths[2 * (50 * 21 + 20 - i) + 1], within(1e-5f));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 5, 60})
    void bestPolicyAttainsTheOptimumInTheRefereeAndInTheEnvironment(double scale) {
        CarteaJaimungalProblem problem = new CarteaJaimungalProblem(10 * scale, 1, 0.5, 0.1, 1, 0.01, 6, 4);
        CarteaJaimungalReferee referee = new CarteaJaimungalReferee(problem);
        assertThat(referee.attained(referee.optimal(), 0) / referee.optimum()).isCloseTo(1, within(1e-7));
        Episodes episodes = Episodes.play(problem.environment(500), referee.optimal(), 40, 11);
        assertThat(episodes.errorsFrom(referee.optimum())).isLessThan(4);
    }

    @Test
    void simulationAgreesWithTheExactScoreOfABadPolicy() {
        BatchPolicy random = (observations, masks, rows, actions) -> {
            for (int i = 0; i < rows; i++) {
                actions[2 * i] = 0.3f + 0.5f * Math.abs(observations[2 * i]);
                actions[2 * i + 1] = 1.2f * observations[2 * i + 1];
            }
        };
        Referee referee = STANDARD.referee();
        Episodes episodes = Episodes.play(STANDARD.environment(500), random, 40, 12);
        double exact = referee.attained(random, Double.NaN);
        assertThat(exact).isLessThan(0.9 * referee.optimum());
        assertThat(episodes.errorsFrom(exact)).isLessThan(4);
    }

    /** Every reward of one step from q = 3 is one of three, exactly, and their shares are the probabilities. */
    @Test
    void earnsDepthsAndPaysPenaltiesToTheLetter() {
        int n = 25_000;
        for (int k : new int[] {50, 99}) {
            CarteaJaimungalWorlds worlds = new CarteaJaimungalWorlds(STANDARD, n);
            VectorStep step = VectorStep.of(worlds);
            worlds.reset(8, step);
            float[] actions = new float[2 * n];
            for (int i = 0; i < n; i++) {
                worlds.place(i, k, 3);
                actions[2 * i] = 0.25f;
                actions[2 * i + 1] = 1.5f;
            }
            worlds.step(actions, step);
            int[] counts = new int[3];
            for (int i = 0; i < n; i++) {
                int q = Math.round(step.next()[2 * i] * 10);
                double earned = q == 2 ? 0.25 : q == 4 ? 1.5 : 0;
                assertThat(step.rewards()[i]).isCloseTo(earned - 0.045 - (k == 99 ? 0.001 * q * q : 0), within(1e-12));
                assertThat(step.terminated()[i]).isEqualTo(k == 99);
                counts[q - 2]++;
            }
            // Binomial standard deviations: 0.0017 and 0.0009.
            assertThat(counts[0] / (double) n).isCloseTo(0.1 * Math.exp(-0.25), within(0.007));
            assertThat(counts[2] / (double) n).isCloseTo(0.1 * Math.exp(-1.5), within(0.0036));
        }
    }

    /** Negative control: an environment with another parameter than the referee's is found out. */
    @Test
    void simulationOfAnotherProblemDisagrees() {
        CarteaJaimungalReferee referee = new CarteaJaimungalReferee(STANDARD);
        CarteaJaimungalProblem dearer = new CarteaJaimungalProblem(10, 1, 0.55, 0.001, 1, 0.01, 10, 4);
        CarteaJaimungalProblem rarer = new CarteaJaimungalProblem(9.5, 1, 0.5, 0.001, 1, 0.01, 10, 4);
        assertThat(Episodes.play(dearer.environment(500), referee.optimal(), 40, 11)
                        .errorsFrom(referee.optimum()))
                .isGreaterThan(6);
        assertThat(Episodes.play(rarer.environment(500), referee.optimal(), 40, 11)
                        .errorsFrom(referee.optimum()))
                .isGreaterThan(6);
    }

    @Test
    void masksTheSideThatWouldPassTheLimit() {
        CarteaJaimungalWorlds worlds = new CarteaJaimungalWorlds(STANDARD, 3);
        worlds.place(0, 0, -10);
        worlds.place(1, 0, 0);
        worlds.place(2, 0, 10);
        boolean[] masks = new boolean[6];
        worlds.mask(masks);
        assertThat(masks).containsExactly(false, true, true, true, true, false);
    }

    @Test
    void namesTheKeyThatIsWrong() {
        assertThatThrownBy(() -> new CarteaJaimungalProblem(10, 1, 0.5, 0.001, 1, 0.01, 0, 0))
                .hasMessageStartingWith("maxInventory: ")
                .hasMessageContaining("found 0");
        assertThatThrownBy(() -> new CarteaJaimungalProblem(10, 1, 0.5, 0.001, 1, 0.03, 10, 4))
                .hasMessageStartingWith("dt: ")
                .hasMessageContaining("found 0.03");
        assertThatThrownBy(() -> new CarteaJaimungalProblem(10, 1, 0.5, 0.001, 1, 0.01, 3, 4))
                .hasMessageStartingWith("initialInventory: ");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 0.1, 0.34657, 0.34658, 1, 4, 17.3, 50})
    void decayIsTheExponential(double x) {
        assertThat(Decay.exp(x) / StrictMath.exp(-x)).isCloseTo(1, within(1e-13));
        assertThat(Decay.exp(1e9)).isZero();
    }
}
