package catallaxy.evolution.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.evolution.function.FunctionProblem;
import catallaxy.evolution.function.TestFunction;
import catallaxy.evolution.search.Discoveries;
import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.VectorProblems;
import catallaxy.evolution.search.VectorSearchContract;
import org.junit.jupiter.api.Test;

class CmaEsTest extends VectorSearchContract<CmaEsKind.Settings> {
    @Override
    protected SearchKind<CmaEsKind.Settings> kind() {
        return new CmaEsKind();
    }

    @Override
    protected CmaEsKind.Settings settings() {
        return CmaEsKind.Settings.standard();
    }

    private static CmaEsKind.Settings restarting(Restarts restarts) {
        return new CmaEsKind.Settings(1, restarts, CovarianceShape.AUTOMATIC, true);
    }

    @Test
    void minimisesEachFunction() {
        for (TestFunction function :
                new TestFunction[] {TestFunction.SPHERE, TestFunction.ELLIPSOID, TestFunction.ROSENBROCK}) {
            FunctionProblem problem = new FunctionProblem(function, 10);
            Strategies.Outcome outcome = Strategies.solve(kind(), settings(), problem, 0, 30_000, 1);
            assertThat(outcome.cost()).as(function.name()).isLessThanOrEqualTo(1e-9);
        }
    }

    @Test
    void restartsFindWhatOneRunMisses() {
        FunctionProblem rastrigin = new FunctionProblem(TestFunction.RASTRIGIN, 5);
        for (long seed = 1; seed <= 3; seed++) {
            double alone = Strategies.solve(kind(), restarting(Restarts.NONE), rastrigin, 0, 100_000, seed)
                    .cost();
            assertThat(alone).isGreaterThan(0.5);
            for (Restarts restarts : new Restarts[] {Restarts.IPOP, Restarts.BIPOP}) {
                Strategies.Outcome outcome =
                        Strategies.solve(kind(), restarting(restarts), rastrigin, 0, 100_000, seed);
                assertThat(outcome.cost()).as("%s %s", restarts, seed).isLessThan(1e-9);
                assertThat(outcome.found().figures().get("runs")).isGreaterThan(1);
            }
        }
    }

    @Test
    void aRunWithoutSuccessorStaysWhereItEnded() {
        FunctionProblem sphere = new FunctionProblem(TestFunction.SPHERE, 3);
        Discoveries<double[]> found = Strategies.solve(
                        kind(), restarting(Restarts.NONE), sphere, 0, 200_000, 1, Double.NEGATIVE_INFINITY)
                .found();
        assertThat(found.figures().get("runs")).isEqualTo(1);
        assertThat(found.figures().get("sigma")).isBetween(1e-20, 1e-3);
    }

    @Test
    void theMeanIsFoundInNoiseFarLargerThanWhatItHides() {
        double sum = 0;
        for (long seed = 1; seed <= 5; seed++) {
            Discoveries<double[]> found = Strategies.solve(
                            kind(), settings(), VectorProblems.NOISY, 20, 6000, seed, Double.NEGATIVE_INFINITY)
                    .found();
            sum += VectorProblems.squares(found.best().getFirst().candidate());
        }
        assertThat(sum / 5).isLessThan(0.6);
    }

    @Test
    void manyNumbersAreLearnedByTheirDiagonal() {
        assertThat(found(CovarianceShape.AUTOMATIC, 301)).isEqualTo(found(CovarianceShape.SEPARABLE, 301));
        assertThat(found(CovarianceShape.AUTOMATIC, 10)).isEqualTo(found(CovarianceShape.FULL, 10));
        assertThat(found(CovarianceShape.AUTOMATIC, 10)).isNotEqualTo(found(CovarianceShape.SEPARABLE, 10));
    }

    private double found(CovarianceShape covariance, int dimensions) {
        FunctionProblem ellipsoid = new FunctionProblem(TestFunction.ELLIPSOID, dimensions);
        CmaEsKind.Settings settings = new CmaEsKind.Settings(1, Restarts.NONE, covariance, true);
        return Strategies.solve(kind(), settings, ellipsoid, 0, 2000, 1).cost();
    }

    @Test
    void aStepOfNoLengthIsRefused() {
        assertThatThrownBy(() -> new CmaEsKind.Settings(0, Restarts.NONE, CovarianceShape.FULL, true))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("sigma");
    }
}
