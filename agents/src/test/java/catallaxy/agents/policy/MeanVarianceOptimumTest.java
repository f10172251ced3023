package catallaxy.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The best weights against the conditions of Karush, Kuhn and Tucker, which hold at the maximum of a concave program and nowhere
 * else; against the enumeration of all faces; and against grids.
 */
class MeanVarianceOptimumTest {
    private static final int SEEDS = 400;

    /** A program with {@code n} assets: excess returns, a covariance and an aversion. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Program(double[] excess, double[][] covariance, double gamma) {
        int assets() {
            return excess.length;
        }

        double[] longOnly() {
            return MeanVarianceOptimum.longOnly(excess, covariance, gamma);
        }

        double slope(double[] weights, int i) {
            double slope = excess[i];
            for (int j = 0; j < weights.length; j++) {
                slope -= gamma * covariance[i][j] * weights[j];
            }
            return slope;
        }

        /** The sum of the sizes of what a slope is made of. */
        double size(double[] weights, int i) {
            double size = Math.abs(excess[i]);
            for (int j = 0; j < weights.length; j++) {
                size += Math.abs(gamma * covariance[i][j] * weights[j]);
            }
            return size;
        }

        double objective(double[] weights) {
            double objective = 0;
            for (int i = 0; i < weights.length; i++) {
                objective += weights[i] * (excess[i] + slope(weights, i)) / 2;
            }
            return objective;
        }
    }

    /** Correlations of {@code factors} common factors and a part {@code own} of each asset's variance of its own. */
    private static double[][] covariance(RandomStream random, double[] sigma, double own) {
        int n = sigma.length;
        double[][] loadings = new double[n][3];
        for (double[] row : loadings) {
            double norm = 0;
            for (int f = 0; f < row.length; f++) {
                row[f] = random.nextGaussian();
                norm += row[f] * row[f];
            }
            for (int f = 0; f < row.length; f++) {
                row[f] *= Math.sqrt((1 - own) / norm);
            }
        }
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double rho = i == j ? 1 : 0;
                for (int f = 0; f < 3 && i != j; f++) {
                    rho += loadings[i][f] * loadings[j][f];
                }
                covariance[i][j] = rho * sigma[i] * sigma[j];
            }
        }
        return covariance;
    }

    private static double[][] equicorrelated(double[] sigma, double rho) {
        double[][] covariance = new double[sigma.length][sigma.length];
        for (int i = 0; i < sigma.length; i++) {
            for (int j = 0; j < sigma.length; j++) {
                covariance[i][j] = (i == j ? 1 : rho) * sigma[i] * sigma[j];
            }
        }
        return covariance;
    }

    private static Program random(int seed, int most) {
        RandomStream random = RandomStream.of(seed, "program");
        int n = 1 + (int) (random.nextDouble() * most);
        double[] sigma = new double[n];
        double[] excess = new double[n];
        for (int i = 0; i < n; i++) {
            sigma[i] = Math.pow(10, -2 + 2 * random.nextDouble());
            excess[i] = 0.3 * sigma[i] * (random.nextGaussian() + seed % 3 - 1);
        }
        double own = Math.pow(10, -4 * random.nextDouble());
        double gamma = Math.pow(10, -3 + 9 * random.nextDouble());
        return new Program(excess, covariance(random, sigma, own), seed % 4 == 0 ? 1 + random.nextDouble() : gamma);
    }

    /** Feasible; no slope of what is held differs from the price of the budget, none of what is not is above it. */
    private static void requireKarushKuhnTucker(String name, Program program, double[] weights) {
        double sum = Arrays.stream(weights).sum();
        assertThat(weights).as(name).hasSize(program.assets());
        assertThat(Arrays.stream(weights).min().orElse(0)).as(name).isGreaterThanOrEqualTo(0);
        assertThat(sum).as(name).isLessThanOrEqualTo(1 + 1e-14);
        int most = IntStream.range(0, weights.length)
                .reduce((a, b) -> weights[a] >= weights[b] ? a : b)
                .orElseThrow();
        boolean binds = sum > 1 - 1e-14;
        double price = binds ? program.slope(weights, most) : 0;
        double noise = binds ? program.size(weights, most) : 0;
        assertThat(price).as(name).isGreaterThanOrEqualTo(-1e-12 * noise);
        for (int i = 0; i < weights.length; i++) {
            double rounding = 1e-12 * (program.size(weights, i) + noise);
            double above = program.slope(weights, i) - price;
            assertThat(above).as("%s, asset %d of %d", name, i, weights.length).isLessThanOrEqualTo(rounding);
            if (weights[i] > 0) {
                assertThat(above)
                        .as("%s, asset %d of %d", name, i, weights.length)
                        .isGreaterThanOrEqualTo(-rounding);
            }
        }
    }

    /** The best of the feasible stationary points of all faces of the simplex, each by a linear system. */
    private static double enumerated(Program program) {
        int n = program.assets();
        double best = 0;
        for (int face = 1; face < 1 << n; face++) {
            for (boolean invested : new boolean[] {false, true}) {
                double[] weights = stationary(program, face, invested);
                double sum = Arrays.stream(weights).sum();
                if (Arrays.stream(weights).allMatch(w -> w >= 0) && sum <= 1 + 1e-12) {
                    best = Math.max(best, program.objective(weights));
                }
            }
        }
        return best;
    }

    /** Where the objective is stationary on the assets of {@code face}: (a − λ b) / γ with a = Σ⁻¹ c, b = Σ⁻¹ 1. */
    private static double[] stationary(Program program, int face, boolean invested) {
        int[] held = IntStream.range(0, program.assets())
                .filter(i -> (face >> i & 1) == 1)
                .toArray();
        double[][] covariance = new double[held.length][held.length];
        double[] excess = new double[held.length];
        double[] ones = new double[held.length];
        for (int i = 0; i < held.length; i++) {
            excess[i] = program.excess()[held[i]];
            ones[i] = 1;
            for (int j = 0; j < held.length; j++) {
                covariance[i][j] = program.covariance()[held[i]][held[j]];
            }
        }
        double[] a = Cholesky.solve(covariance, excess);
        double[] b = Cholesky.solve(covariance, ones);
        double price = invested
                ? (Arrays.stream(a).sum() - program.gamma()) / Arrays.stream(b).sum()
                : 0;
        double[] weights = new double[program.assets()];
        for (int i = 0; i < held.length; i++) {
            weights[held[i]] = (a[i] - price * b[i]) / program.gamma();
        }
        return weights;
    }

    @Test
    void anAssetThatMayNotBeSoldShortHedgesNothing() {
        Program program = new Program(new double[] {0.1, 0.02}, equicorrelated(new double[] {0.2, 0.2}, 0.9), 10);
        double[] weights = program.longOnly();
        assertThat(weights).containsExactly(new double[] {0.25, 0}, within(1e-15));
        assertThat(0.02 + program.objective(weights)).isCloseTo(0.0325, within(1e-15));
        double[] cut = {Math.clamp(Cholesky.solve(program.covariance(), program.excess())[0] / 10, 0, 1), 0};
        assertThat(cut[0]).isCloseTo(1, within(1e-15));
        assertThat(0.02 + program.objective(cut))
                .as("growth of the cut solution")
                .isCloseTo(-0.08, within(1e-12));
    }

    @Test
    void theBudgetIsPartOfTheProgramAndNotAScale() {
        double[] sigma = {0.4, 0.4};
        double[] weights = MeanVarianceOptimum.longOnly(new double[] {0.1, 0.2}, equicorrelated(sigma, 0), 1);
        // Unbounded (0.625, 1.25); equal slopes 0.1 − 0.16 x = 0.2 − 0.16 (1 − x) at x = 0.1875, where a scale gives a
        // third.
        assertThat(weights).containsExactly(new double[] {0.1875, 0.8125}, within(1e-15));
        assertThat(MeanVarianceOptimum.longOnly(new double[] {0.1, 0.2}, equicorrelated(sigma, 0), 0.5))
                .as("one asset takes all where γ σ² ≤ the difference")
                .containsExactly(0, 1);
    }

    @Test
    void theConditionsOfTheOptimumHoldForRandomPrograms() {
        int bound = 0;
        int interior = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Program program = random(seed, 20);
            double[] weights = program.longOnly();
            requireKarushKuhnTucker("seed " + seed, program, weights);
            double sum = Arrays.stream(weights).sum();
            bound += sum > 1 - 1e-14 ? 1 : 0;
            interior += sum > 0 && sum < 0.999 ? 1 : 0;
        }
        assertThat(bound).as("programs whose budget binds").isGreaterThan(SEEDS / 8);
        assertThat(interior).as("programs whose budget does not").isGreaterThan(SEEDS / 8);
    }

    /** Negative control: the closed form that is cut and scaled breaks the conditions where anything binds. */
    @Test
    void theConditionsRefuseTheCutSolution() {
        int refused = 0;
        for (int seed = 0; seed < 50; seed++) {
            Program program = random(seed, 8);
            double[] cut = Arrays.stream(Cholesky.solve(program.covariance(), program.excess()))
                    .map(each -> Math.max(0, each / program.gamma()))
                    .toArray();
            double sum = Math.max(1, Arrays.stream(cut).sum());
            double[] scaled = Arrays.stream(cut).map(each -> each / sum).toArray();
            assertThat(program.objective(program.longOnly())).isGreaterThanOrEqualTo(program.objective(scaled) - 1e-12);
            try {
                requireKarushKuhnTucker("seed " + seed, program, scaled);
            } catch (AssertionError _) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(25);
    }

    @Test
    void noFaceOfTheSimplexHoldsBetterWeights() {
        for (int seed = 0; seed < 100; seed++) {
            Program program = random(seed + 1000, 7);
            double best = enumerated(program);
            double attained = program.objective(program.longOnly());
            assertThat(attained).as("seed %d", seed).isCloseTo(best, within(1e-9 * Math.max(best, 1e-12)));
        }
    }

    @Test
    void noPointOfAFineGridIsBetter() {
        for (int seed = 0; seed < 20; seed++) {
            Program program = three(seed);
            double best = program.objective(program.longOnly());
            double grid = Double.NEGATIVE_INFINITY;
            for (int i = 0; i <= 50; i++) {
                for (int j = 0; i + j <= 50; j++) {
                    for (int k = 0; i + j + k <= 50; k++) {
                        grid = Math.max(grid, program.objective(new double[] {i / 50.0, j / 50.0, k / 50.0}));
                    }
                }
            }
            // A grid point lies within 0.02 of the optimum in each weight; what it loses there is of first order at
            // most.
            assertThat(best).as("seed %d", seed).isBetween(grid - 1e-12, grid + 0.03);
        }
    }

    private static Program three(int seed) {
        RandomStream random = RandomStream.of(seed, "three");
        double[] excess = {0.2 * random.nextGaussian(), 0.2 * random.nextGaussian(), 0.1 + 0.2 * random.nextGaussian()};
        return new Program(
                excess, covariance(random, new double[] {0.3, 0.5, 0.8}, 0.2), 0.5 + 5 * random.nextDouble());
    }

    @Test
    void nearlyPerfectCorrelationsAreSolved() {
        for (double rho : new double[] {0.99, 0.999, 0.999999}) {
            for (int seed = 0; seed < 60; seed++) {
                RandomStream random = RandomStream.of(seed, "near");
                int n = 2 + seed % 19;
                double[] sigma = new double[n];
                double[] excess = new double[n];
                for (int i = 0; i < n; i++) {
                    sigma[i] = 0.2 + 0.6 * random.nextDouble();
                    excess[i] = 0.1 * random.nextGaussian();
                }
                double gamma = Math.pow(10, -3 + 9 * random.nextDouble());
                Program program = new Program(excess, equicorrelated(sigma, rho), gamma);
                requireKarushKuhnTucker("ρ " + rho + ", seed " + seed, program, program.longOnly());
            }
        }
    }

    @Test
    void volatilitiesOfAllSizesAreSolved() {
        for (int seed = 0; seed < 100; seed++) {
            RandomStream random = RandomStream.of(seed, "sizes");
            int n = 2 + seed % 6;
            double[] sigma = new double[n];
            double[] excess = new double[n];
            for (int i = 0; i < n; i++) {
                sigma[i] = Math.pow(10, -6 + 8 * random.nextDouble());
                excess[i] = 100 * random.nextGaussian();
            }
            double gamma = Math.pow(10, -6 + 12 * random.nextDouble());
            Program program = new Program(excess, covariance(random, sigma, 0.1), gamma);
            requireKarushKuhnTucker("seed " + seed, program, program.longOnly());
        }
    }

    @Test
    void nothingIsHeldThatPaysLessThanCash() {
        double[] sigma = {0.2, 0.3, 0.5};
        for (double gamma : new double[] {1e-3, 1, 1e6}) {
            for (double rho : new double[] {-0.4, 0, 0.999}) {
                double[][] covariance = equicorrelated(sigma, rho);
                assertThat(MeanVarianceOptimum.longOnly(new double[] {-0.1, -0.01, -1}, covariance, gamma))
                        .containsExactly(0, 0, 0);
                assertThat(MeanVarianceOptimum.longOnly(new double[3], covariance, gamma))
                        .containsExactly(0, 0, 0);
            }
        }
    }

    @Test
    void anAssetBelowCashIsHeldAsAHedge() {
        Program program = new Program(new double[] {0.2, -0.01}, equicorrelated(new double[] {0.4, 0.4}, -0.9), 3);
        double[] closed = Cholesky.solve(program.covariance(), program.excess());
        assertThat(closed[1]).isPositive();
        requireKarushKuhnTucker("hedge", program, program.longOnly());
        assertThat(program.longOnly()[1]).isGreaterThan(0.3);
    }

    @Test
    void boundsThatDoNotBindLeaveTheClosedForm() {
        Program program = new Program(new double[] {0.14, 0.11}, new double[][] {{0.36, 0.15}, {0.15, 0.25}}, 2);
        double determinant = 0.36 * 0.25 - 0.15 * 0.15;
        double[] closed = {(0.25 * 0.14 - 0.15 * 0.11) / determinant / 2, (0.36 * 0.11 - 0.15 * 0.14) / determinant / 2
        };
        assertThat(program.longOnly()).containsExactly(closed, within(1e-15));
        assertThat(MeanVarianceOptimum.longOnly(new double[] {0.1}, new double[][] {{0.16}}, 3))
                .containsExactly(new double[] {0.1 / 0.48}, within(1e-15));
    }

    /** The order of the assets does not matter, nor the unit of time: excess, variance of a month are a twelfth. */
    @Test
    void theAnswerIsThatOfTheProgramAndNotOfItsWriting() {
        for (int seed = 0; seed < 50; seed++) {
            Program program = random(seed, 10);
            int n = program.assets();
            double[] weights = program.longOnly();
            double[] excess = new double[n];
            double[][] covariance = new double[n][n];
            for (int i = 0; i < n; i++) {
                excess[i] = program.excess()[n - 1 - i] / 12;
                for (int j = 0; j < n; j++) {
                    covariance[i][j] = program.covariance()[n - 1 - i][n - 1 - j] / 12;
                }
            }
            double[] other = MeanVarianceOptimum.longOnly(excess, covariance, program.gamma());
            for (int i = 0; i < n; i++) {
                assertThat(other[n - 1 - i]).as("seed %d", seed).isCloseTo(weights[i], within(1e-7));
            }
        }
    }

    @Test
    void equalAssetsAreHeldInEqualParts() {
        double[] sigma = new double[20];
        double[] excess = new double[20];
        Arrays.fill(sigma, 0.5);
        Arrays.fill(excess, 0.1);
        double[] bound = MeanVarianceOptimum.longOnly(excess, equicorrelated(sigma, 0.3), 0.1);
        assertThat(bound).containsOnly(new double[] {0.05}, within(1e-14));
        double[] loose = MeanVarianceOptimum.longOnly(excess, equicorrelated(sigma, 0.3), 10);
        // γ σ² (1 + 19 ρ) w = c
        assertThat(loose).containsOnly(new double[] {0.1 / (10 * 0.25 * 6.7)}, within(1e-14));
    }

    @Test
    void moreAversionNeverTakesMoreRisk() {
        for (int seed = 0; seed < 40; seed++) {
            Program program = random(seed, 10);
            double before = Double.POSITIVE_INFINITY;
            for (double gamma = 1e-3; gamma < 1e6; gamma *= 10) {
                double[] weights = MeanVarianceOptimum.longOnly(program.excess(), program.covariance(), gamma);
                Program risk = new Program(new double[program.assets()], program.covariance(), 2);
                double variance = -risk.objective(weights);
                assertThat(variance).as("seed %d, γ %s", seed, gamma).isLessThanOrEqualTo(before * (1 + 1e-9) + 1e-15);
                before = variance;
            }
        }
    }

    @Test
    void withinABoxTheSlopesPointOutOfIt() {
        for (int seed = 0; seed < 200; seed++) {
            Program program = random(seed, 20);
            double least = new double[] {-1, 0, -0.2, 0.1}[seed % 4];
            double most = new double[] {1, 1, 0.3, 0.2}[seed % 4];
            double[] weights =
                    MeanVarianceOptimum.within(program.excess(), program.covariance(), program.gamma(), least, most);
            for (int i = 0; i < weights.length; i++) {
                double slope = program.slope(weights, i);
                double rounding = 1e-12 * program.size(weights, i);
                assertThat(weights[i]).as("seed %d", seed).isBetween(least, most);
                if (weights[i] < most) {
                    assertThat(slope).as("seed %d, asset %d", seed, i).isLessThanOrEqualTo(rounding);
                }
                if (weights[i] > least) {
                    assertThat(slope).as("seed %d, asset %d", seed, i).isGreaterThanOrEqualTo(-rounding);
                }
            }
        }
    }

    @Test
    void aWideBoxLeavesTheClosedFormEvenOfNearlyEqualAssets() {
        for (double rho : new double[] {0.5, 0.999, 0.999999}) {
            double[] excess = {0.1, 0.1001, 0.0999};
            double[][] covariance = equicorrelated(new double[] {0.4, 0.4, 0.4}, rho);
            double[] closed = Cholesky.solve(covariance, excess);
            double[] weights = MeanVarianceOptimum.within(excess, covariance, 1, -1e6, 1e6);
            assertThat(weights).containsExactly(closed, within(1e-6 * Math.abs(closed[1])));
        }
    }

    @Test
    void numbersThatAreNoneAreRefused() {
        double[][] one = {{1}};
        assertThatThrownBy(() -> MeanVarianceOptimum.longOnly(new double[] {Double.NaN}, one, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("excess");
        assertThatThrownBy(() -> MeanVarianceOptimum.longOnly(new double[1], new double[][] {{1e308}}, 1e6))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(MeanVarianceOptimum.longOnly(new double[0], new double[0][], 1))
                .isEmpty();
    }
}
