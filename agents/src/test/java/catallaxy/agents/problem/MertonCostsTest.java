package catallaxy.agents.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.VectorStep;
import org.junit.jupiter.api.Test;

/** The band of no trade against its asymptotics and a search over bands, and the worlds against the growth. */
class MertonCostsTest {
    private static final MertonCostsProblem STANDARD = MertonCostsProblem.standard();

    private static MertonCostsProblem problem(double gamma, double cost, double dt) {
        return new MertonCostsProblem(0.12, 0.02, 0.4, gamma, cost, 20, dt);
    }

    private static BatchPolicy band(double low, double high) {
        return (observations, masks, rows, actions) -> {
            for (int i = 0; i < rows; i++) {
                actions[i] = (float) Math.clamp(observations[i], low, high);
            }
        };
    }

    private static double width(double cost) {
        MertonCostsReferee referee = new MertonCostsReferee(problem(1, cost, 0.005));
        return referee.bandHigh() - referee.bandLow();
    }

    /** Davis and Norman's order c^{1/3}, with the constant of its expansion: half the width is (3/(2γ) π²(1 − π)² c)^{1/3}. */
    @Test
    void bandWidensWithTheCubeRootOfTheCost() {
        double narrow = width(0.002);
        double wide = width(0.016);
        assertThat(wide / narrow).isCloseTo(2, within(0.12));
        double half = Math.cbrt(1.5 * Math.pow(0.625 * 0.375, 2) * 0.002);
        assertThat(narrow / 2).isCloseTo(half, within(0.08 * half));
    }

    /** Without costs the weight is Merton's, and growth is r + (μ − r)²/(2 γ σ²) up to the order of dt. */
    @Test
    void solvesTheProblemWithoutCosts() {
        for (double gamma : new double[] {1, 3}) {
            MertonCostsReferee referee = new MertonCostsReferee(problem(gamma, 0, 0.02));
            assertThat(referee.bandLow()).isEqualTo(referee.bandHigh());
            assertThat(referee.bandLow()).isCloseTo(0.625 / gamma, within(0.003));
            assertThat(referee.optimum()).isCloseTo(0.02 + 0.01 / (2 * gamma * 0.16), within(2e-5));
        }
    }

    @Test
    void noOtherBandDoesBetter() {
        MertonCostsReferee referee = new MertonCostsReferee(STANDARD);
        assertThat(referee.attained(referee.optimal(), 0)).isCloseTo(referee.optimum(), within(1e-7));
        for (double low = 0.35; low < 0.75; low += 0.1) {
            for (double high = low; high < 0.9; high += 0.1) {
                assertThat(referee.attained(band(low, high), 0)).isLessThanOrEqualTo(referee.optimum() + 1e-6);
            }
        }
        assertThat(referee.attained(band(0.625, 0.625), 0)).isLessThan(referee.optimum() - 5e-4);
        assertThat(referee.optimum()).isBetween(0.045, 0.05125);
    }

    /** Mean reward after ten years of settling, and its standard error over worlds. */
    private static double[] simulated(MertonCostsProblem problem, BatchPolicy policy) {
        int worlds = 2_000;
        MertonCostsWorlds environment = new MertonCostsWorlds(problem, worlds);
        VectorStep step = VectorStep.of(environment);
        float[] actions = new float[worlds];
        double[] sums = new double[worlds];
        int settling = problem.steps() / 2;
        environment.reset(2, step);
        for (int k = 0; k < problem.steps(); k++) {
            policy.act(step.observations(), step.masks(), worlds, actions);
            environment.step(actions, step);
            for (int i = 0; i < worlds; i++) {
                sums[i] += k < settling ? 0 : step.rewards()[i] / (problem.steps() - settling);
            }
        }
        double mean = 0;
        double squares = 0;
        for (double sum : sums) {
            mean += sum / worlds;
            squares += sum * sum / worlds;
        }
        return new double[] {mean, Math.sqrt((squares - mean * mean) / worlds)};
    }

    @Test
    void simulationAgreesWithTheGrowthAndAnotherCostDisagrees() {
        MertonCostsReferee referee = new MertonCostsReferee(STANDARD);
        double[] best = simulated(STANDARD, referee.optimal());
        assertThat(best[0]).isCloseTo(referee.optimum(), within(4 * best[1]));
        BatchPolicy fixed = band(0.7, 0.7);
        double[] bad = simulated(STANDARD, fixed);
        assertThat(bad[0]).isCloseTo(referee.attained(fixed, 0), within(4 * bad[1]));
        double[] dearer = simulated(problem(1, 0.015, 0.1), fixed);
        assertThat(Math.abs(dearer[0] - referee.attained(fixed, 0))).isGreaterThan(6 * dearer[1]);
    }

    /** Buying a share x costs c x: wealth 1 − c x holds the asset w + x. */
    @Test
    void tradesPayTheirCost() {
        MertonCostsProblem problem = problem(1, 0.1, 0.1);
        double bought = (0.6 - 0.2) / (1 + 0.1 * 0.6);
        assertThat(Math.exp(problem.logCost(0.2, 0.6))).isCloseTo(1 - 0.1 * bought, within(1e-12));
        assertThat((0.2 + bought) / (1 - 0.1 * bought)).isCloseTo(0.6, within(1e-12));
        double sold = (0.6 - 0.2) / (1 - 0.1 * 0.2);
        assertThat(Math.exp(problem.logCost(0.6, 0.2))).isCloseTo(1 - 0.1 * sold, within(1e-12));
        assertThat(problem.logCost(0.3, 0.3)).isZero();
    }

    @Test
    void figuresTellTheBand() {
        MertonCostsReferee referee = new MertonCostsReferee(STANDARD);
        assertThat(referee.figures(band(0.4, 0.7)).keySet())
                .containsExactly("band.low", "band.high", "band.low.optimal", "band.high.optimal");
        assertThat(referee.figures(band(0.4, 0.7)).get("band.low")).isCloseTo(0.4, within(1e-6));
    }

    @Test
    void namesTheKeyThatIsWrong() {
        assertThatThrownBy(() -> problem(1, 0.6, 0.1)).hasMessageStartingWith("cost: ");
        assertThatThrownBy(() -> problem(1, 0.01, 0.03)).hasMessageStartingWith("dt: ");
    }
}
