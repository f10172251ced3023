package catallaxy.agents.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.VectorStep;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The multiplicative programme against simulated utility, a search over quotes, and the closed form of the paper. */
class AvellanedaStoikovProblemTest {
    private static AvellanedaStoikovProblem problem(double gamma) {
        return new AvellanedaStoikovProblem(gamma, 2, 1.5, 140, 0.005, 1, 100, 20);
    }

    /** The paper's quotes about the reservation price, eq. 3.8 and 3.18. */
    private static BatchPolicy closedForm(AvellanedaStoikovProblem p, boolean knowsInventory) {
        return (observations, masks, rows, actions) -> {
            for (int i = 0; i < rows; i++) {
                double q = knowsInventory ? observations[2 * i] * p.maxInventory() : 0;
                double risk = p.gamma() * p.sigma() * p.sigma() * observations[2 * i + 1] * p.horizon();
                double half = risk / 2 + Math.log(1 + p.gamma() / p.k()) / p.gamma();
                actions[2 * i] = (float) Math.clamp(half - q * risk, p.minDepth(), p.maxDepth());
                actions[2 * i + 1] = (float) Math.clamp(half + q * risk, p.minDepth(), p.maxDepth());
            }
        };
    }

    /** Mean of e^{−γ (W_T − W_0)} over first episodes and its standard error; wealth from rewards and inventories. */
    private static double[] utility(AvellanedaStoikovProblem p, BatchPolicy policy, double gamma, int worlds) {
        AvellanedaStoikovWorlds environment = new AvellanedaStoikovWorlds(p, worlds);
        VectorStep step = VectorStep.of(environment);
        float[] actions = new float[2 * worlds];
        double[] earned = new double[worlds];
        environment.reset(5, step);
        for (int k = 0; k < p.steps(); k++) {
            policy.act(step.observations(), step.masks(), worlds, actions);
            environment.step(actions, step);
            for (int i = 0; i < worlds; i++) {
                double q = step.next()[2 * i] * p.maxInventory();
                earned[i] += step.rewards()[i] + p.gamma() / 2 * p.sigma() * p.sigma() * q * q * p.dt();
            }
        }
        double sum = 0;
        double squares = 0;
        for (double each : earned) {
            double utility = Math.exp(-gamma * each);
            sum += utility / worlds;
            squares += utility * utility / worlds;
        }
        return new double[] {sum, Math.sqrt((squares - sum * sum) / worlds)};
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1})
    void bestPolicyAttainsTheOptimumInTheRefereeAndInTheEnvironment(double gamma) {
        AvellanedaStoikovProblem problem = problem(gamma);
        AvellanedaStoikovReferee referee = new AvellanedaStoikovReferee(problem);
        assertThat(referee.attained(referee.optimal(), 0)).isCloseTo(referee.optimum(), within(1e-5));
        double[] utility = utility(problem, referee.optimal(), gamma, 20_000);
        assertThat(utility[0]).isCloseTo(Math.exp(-gamma * referee.optimum()), within(4 * utility[1]));
    }

    /** Every reward of one step from q = −2 follows from the fills and the move of the mid-price, exactly. */
    @Test
    void earnsDepthsAndMovesToTheLetter() {
        int n = 20_000;
        AvellanedaStoikovWorlds worlds = new AvellanedaStoikovWorlds(problem(0.1), n);
        VectorStep step = VectorStep.of(worlds);
        worlds.reset(8, step);
        float[] actions = new float[2 * n];
        for (int i = 0; i < n; i++) {
            worlds.place(i, 10, -2, 100);
            actions[2 * i] = 0.25f;
            actions[2 * i + 1] = 1.5f;
        }
        worlds.step(actions, step);
        double[] shares = new double[3];
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double q = worlds.state[2 * i];
            double move = worlds.state[2 * i + 1] - 100;
            double rest = step.rewards()[i] - q * move + 0.05 * 4 * 0.005 * q * q;
            double both = q == -2 && rest > 1 ? 1.75 : 0;
            assertThat(rest).isCloseTo(q == -3 ? 0.25 : q == -1 ? 1.5 : both, within(1e-9));
            shares[0] += q == -3 || both > 0 ? 1.0 / n : 0;
            shares[1] += q == -1 || both > 0 ? 1.0 / n : 0;
            shares[2] += both > 0 ? 1.0 / n : 0;
            squares += move * move / n;
        }
        double ask = 0.7 * Math.exp(-1.5 * 0.25);
        double bid = 0.7 * Math.exp(-1.5 * 1.5);
        assertThat(shares[0]).isCloseTo(ask, within(0.014));
        assertThat(shares[1]).isCloseTo(bid, within(0.008));
        assertThat(shares[2]).isCloseTo(ask * bid, within(0.0056));
        assertThat(squares).isCloseTo(0.02, within(0.0009));
    }

    /** Negative control: worlds with other fills than the referee's are found out. */
    @Test
    void simulationOfAnotherProblemDisagrees() {
        AvellanedaStoikovProblem rarer = new AvellanedaStoikovProblem(0.1, 2, 1.5, 135, 0.005, 1, 100, 20);
        AvellanedaStoikovReferee referee = new AvellanedaStoikovReferee(problem(0.1));
        double[] utility = utility(rarer, referee.optimal(), 0.1, 20_000);
        assertThat(Math.abs(utility[0] - Math.exp(-0.1 * referee.optimum()))).isGreaterThan(6 * utility[1]);
    }

    /** One step, no inventory: no pair of quotes on a fine grid does better. */
    @Test
    void bestPairOfQuotesIsThatOfASearch() {
        AvellanedaStoikovProblem one = new AvellanedaStoikovProblem(0.5, 2, 1.5, 40, 0.01, 0.01, 100, 3);
        double best = Double.NEGATIVE_INFINITY;
        for (double ask = -0.6; ask < 2; ask += 0.02) {
            for (double bid = -0.6; bid < 2; bid += 0.02) {
                float[] quote = {(float) ask, (float) bid};
                double attained = one.referee()
                        .attained(
                                (o, m, rows, actions) -> {
                                    for (int i = 0; i < rows; i++) {
                                        System.arraycopy(quote, 0, actions, 2 * i, 2);
                                    }
                                },
                                0);
                best = Math.max(best, attained);
            }
        }
        assertThat(one.referee().optimum()).isBetween(best, best + 1e-4);
    }

    /** The closed form expands in the inventory: the smaller γ the closer it comes; always far above symmetric quotes. */
    @ParameterizedTest
    @CsvSource({"0.01, 0.999", "0.1, 0.96", "0.5, 0.7"})
    void closedFormComesCloseToTheOptimum(double gamma, double share) {
        AvellanedaStoikovProblem problem = problem(gamma);
        Referee referee = problem.referee();
        double inventory = referee.attained(closedForm(problem, true), 0);
        double symmetric = referee.attained(closedForm(problem, false), 0);
        assertThat(inventory / referee.optimum()).isBetween(share, 1.0);
        assertThat(symmetric).isLessThan(inventory);
    }

    @Test
    void figuresTellTheSpread() {
        AvellanedaStoikovProblem problem = problem(0.1);
        Map<String, Double> figures = problem.referee().figures(closedForm(problem, true));
        assertThat(figures.get("spread.flat")).isCloseTo(1.492, within(0.001));
        assertThat(figures.get("spread.flat.optimal")).isBetween(1.2, 1.6);
    }

    @Test
    void namesTheKeyThatIsWrong() {
        assertThatThrownBy(() -> problem(0)).hasMessageStartingWith("gamma: ");
        assertThatThrownBy(() -> new AvellanedaStoikovProblem(0.1, 2, 1.5, 0, 0.005, 1, 100, 20))
                .hasMessageStartingWith("A: ");
    }
}
