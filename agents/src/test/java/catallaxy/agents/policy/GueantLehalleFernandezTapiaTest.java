package catallaxy.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.Agent;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.policy.GueantLehalleFernandezTapia.Objective;
import catallaxy.agents.problem.CarteaJaimungalProblem;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.market.role.RoleSpec;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The closed form against the eigenvector that it approximates, and against the dynamic programme of another model. */
class GueantLehalleFernandezTapiaTest {
    private static final ObservationSpec FEATURES = Specs.marketMakerFeatures();
    private static final ActionSpec ACTIONS = Specs.marketMaker(10_000);
    private static final double MID = 1_000;

    /** A market and the maker's taste; the symbols of the paper. */
    private record Model(Objective objective, double sigma, double A, double k, double gamma, double delta) {
        Agent agent(double maxInventory) {
            RoleSpec.MarketMaker role = new RoleSpec.MarketMaker(0, maxInventory, delta, 10_000, 0, 1_000_000_000L);
            GueantLehalleFernandezTapia.Config config =
                    new GueantLehalleFernandezTapia.Config(objective, gamma, k, A, OptionalDouble.of(sigma));
            return new GueantLehalleFernandezTapia(config, role, FEATURES, ACTIONS);
        }

        /** Distance of bid and ask from the mid at an inventory. */
        double[] distances(double q) {
            double[] quotes = quotes(agent(1e6), Map.of("mid", MID, "inventory", q));
            return new double[] {quotes[0] * MID / 10_000, quotes[1] * MID / 10_000};
        }

        /**
         * Guéant 2017, section 3.3, with the share of fills left by the best quote taken from its maximisation: the
         * stationary bid at {@code nΔ} is {@code best + ln(f(n) / f(n + 1)) / k} for the eigenvector f of the largest
         * eigenvalue of {@code f'(n) = −(kγσ²/(2Δ)) (nΔ)² f(n) + η (f(n − 1) + f(n + 1))}, |n| ≤ limit.
         */
        double[] eigenvector(int limit) {
            double eta = k / delta * surplus(best());
            double[] f = new double[2 * limit + 1];
            Arrays.fill(f, 1);
            double step = 0.5 / (k * gamma * sigma * sigma * delta / 2 * limit * limit + 2 * eta);
            for (int i = 0; i < 400_000; i++) {
                double[] next = new double[f.length];
                for (int n = -limit; n <= limit; n++) {
                    double q = n * delta;
                    double neighbours = (n > -limit ? f[n + limit - 1] : 0) + (n < limit ? f[n + limit + 1] : 0);
                    double cost = k * gamma * sigma * sigma / (2 * delta) * q * q;
                    next[n + limit] = f[n + limit] + step * (eta * neighbours - cost * f[n + limit]);
                }
                double largest = next[limit];
                for (int j = 0; j < next.length; j++) {
                    next[j] /= largest;
                }
                f = next;
            }
            return f;
        }

        /** Gain a second of one side, quoted at δ, when inventory has no cost. */
        double surplus(double distance) {
            double gain = switch (objective) {
                case EXPONENTIAL_UTILITY -> -Math.expm1(-gamma * delta * distance) / gamma;
                case RUNNING_PENALTY -> delta * distance;
            };
            return A * Math.exp(-k * distance) * gain;
        }

        /** Where the surplus is largest, by golden section. */
        double best() {
            double low = 0;
            double high = 3 / k;
            double ratio = (Math.sqrt(5) - 1) / 2;
            while (high - low > 1e-9 / k) {
                double left = high - ratio * (high - low);
                double right = low + ratio * (high - low);
                if (surplus(left) < surplus(right)) {
                    low = left;
                } else {
                    high = right;
                }
            }
            return (low + high) / 2;
        }
    }

    private static double[] quotes(Agent agent, Map<String, Double> values) {
        return Specs.values(agent.decide(Specs.observation(FEATURES, ACTIONS, values)));
    }

    /**
     * First the two markets of the paper's figures, then other sizes, another objective and much more aversion. With
     * {@code ln f ≈ −½ a (1 + 3a/16) n² + a³ n⁴ / 96} the exact skew is {@code 1 + 3a/16 − a² (2n² + 2n + 1) / 48} times that of
     * the closed form, up to a multiple of a².
     */
    @ParameterizedTest
    @CsvSource({
        "EXPONENTIAL_UTILITY, 0.4, 0.9, 0.3, 0.01, 1",
        "EXPONENTIAL_UTILITY, 1.0, 0.2, 0.3, 0.01, 1",
        "RUNNING_PENALTY, 0.4, 0.9, 0.3, 0.01, 1",
        "EXPONENTIAL_UTILITY, 0.4, 0.9, 0.3, 0.01, 0.25",
        "RUNNING_PENALTY, 0.1, 0.9, 0.3, 0.01, 4",
        "EXPONENTIAL_UTILITY, 0.02, 0.5, 2, 3, 2"
    })
    void quotesAsTheEigenvectorDoes(
            Objective objective, double sigma, double fills, double k, double gamma, double delta) {
        Model model = new Model(objective, sigma, fills, k, gamma, delta);
        int limit = 40;
        double[] f = model.eigenvector(limit);
        double a = k * (model.distances(delta)[0] - model.distances(0)[0]);
        for (int n = -6; n <= 6; n++) {
            double exact = Math.log(f[n + limit] / f[n + limit + 1]) / k;
            double skew = a / k * (2 * n + 1) / 2 * (1 + 3 * a / 16 - a * a * (2 * n * n + 2 * n + 1) / 48);
            double error = a * a / 4 * Math.abs(skew);
            assertThat(skew).isCloseTo(exact, within(error));
            double[] distances = model.distances(n * delta);
            assertThat(distances[0]).isCloseTo(model.best() + a / k * (2 * n + 1) / 2, within(1e-6 / k));
            assertThat(distances[1]).isCloseTo(model.best() - a / k * (2 * n - 1) / 2, within(1e-6 / k));
        }
    }

    /** With a running penalty φ = ½γσ² the limit is that of Cartea and Jaimungal, whose programme is computed elsewhere. */
    @Test
    void quotesAsTheProgrammeOfCarteaAndJaimungalDoesFarFromTheEnd() {
        Model model = new Model(Objective.RUNNING_PENALTY, 0.5, 1, 1.5, 0.01, 1);
        CarteaJaimungalProblem problem = new CarteaJaimungalProblem(1, 1.5, 0.00125, 0, 400, 0.02, 20, 0);
        BatchPolicy best = problem.bestQuotes();
        double slope = model.distances(1)[0] - model.distances(0)[0];
        float[] depths = new float[2];
        for (int q = -4; q <= 4; q++) {
            best.act(new float[] {q / 20f, 1}, new boolean[2], 1, depths);
            double[] distances = model.distances(q);
            assertThat(distances[1]).isCloseTo(depths[0], within(0.02 * slope * Math.max(1, Math.abs(q))));
            assertThat(distances[0]).isCloseTo(depths[1], within(0.02 * slope * Math.max(1, Math.abs(q))));
        }
    }

    @Test
    void takesTheObservedVolatilityWhereAsked() {
        RoleSpec.MarketMaker role = new RoleSpec.MarketMaker(0, 100, 1, 10_000, 0, 1_000_000_000L);
        Agent observing = new GueantLehalleFernandezTapia(
                new GueantLehalleFernandezTapia.Config(
                        Objective.EXPONENTIAL_UTILITY, 0.01, 0.3, 0.9, OptionalDouble.empty()),
                role,
                FEATURES,
                ACTIONS);
        Map<String, Double> values = Map.of("mid", MID, "inventory", 3.0, "volatility", 0.4, "time_remaining", 7.0);
        Agent knowing = new Model(Objective.EXPONENTIAL_UTILITY, 0.4, 0.9, 0.3, 0.01, 1).agent(100);
        assertThat(quotes(observing, values)).isEqualTo(quotes(knowing, values));
        assertThat(quotes(observing, Map.of("mid", MID, "volatility", Double.NaN)))
                .containsOnly(0);
    }

    @Test
    void cutsTheSizeThatWouldPassTheInventoryLimit() {
        Agent agent = new Model(Objective.EXPONENTIAL_UTILITY, 0.4, 0.9, 0.3, 0.01, 2).agent(4);
        assertThat(quotes(agent, Map.of("mid", MID, "inventory", 3.0))).endsWith(0.5, 1);
        assertThat(quotes(agent, Map.of("mid", MID, "inventory", -5.0))).endsWith(1, 0);
    }

    @Test
    void namesTheSettingThatIsWrong() {
        assertThatThrownBy(() -> new Model(Objective.EXPONENTIAL_UTILITY, 0.4, 0, 0.3, 0.01, 1).agent(1))
                .hasMessageStartingWith("A: ");
    }
}
