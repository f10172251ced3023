package catallaxy.evolution.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.fitness.FitnessEvaluator;
import catallaxy.evolution.fitness.FitnessSample;
import catallaxy.evolution.fitness.VectorTask;
import catallaxy.evolution.quality.MapElitesKind;
import catallaxy.evolution.quality.MapElitesSettings;
import catallaxy.evolution.search.Discoveries;
import catallaxy.evolution.search.Evolution;
import catallaxy.evolution.search.EvolutionPlan;
import catallaxy.evolution.search.SearchContext;
import catallaxy.evolution.search.SearchKinds;
import catallaxy.evolution.search.SearchSetup;
import catallaxy.evolution.search.Squash;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ArmProblemTest {
    private static final ArmProblem TWELVE = new ArmProblem(12);
    /** The variance of angles that are uniform from −π to π. */
    private static final double UNIFORM = Math.PI * Math.PI / 3;

    private static FitnessSample tried(double... angles) {
        VectorTask task = new ArmProblem(angles.length).vectors().orElseThrow();
        return task.sample(angles, 1);
    }

    @Test
    void isRegistered() {
        assertThat(SearchKinds.problems().kind("arm").orElseThrow().config()).isEqualTo(ArmProblem.class);
    }

    @Test
    void aStraightArmEndsAtItsLength() {
        FitnessSample straight = tried(0, 0, 0);
        assertThat(straight.values()).containsExactly(0);
        assertThat(straight.behaviour()).containsExactly(1, 0);
    }

    @Test
    void equalAnglesMakeAPolygon() {
        double[] angles = new double[12];
        Arrays.fill(angles, Math.PI / 6);
        FitnessSample closed = tried(angles);
        assertThat(closed.values()[0]).isCloseTo(0, within(1e-15));
        assertThat(closed.behaviour()[0]).isCloseTo(0, within(1e-15));
        assertThat(closed.behaviour()[1]).isCloseTo(0, within(1e-15));
    }

    @Test
    void anglesAddUpAlongTheArm() {
        FitnessSample bent = tried(Math.PI / 2, -Math.PI / 2);
        assertThat(bent.values()[0]).isCloseTo(Math.PI * Math.PI / 4, within(1e-12));
        assertThat(bent.behaviour()[0]).isCloseTo(0.5, within(1e-12));
        assertThat(bent.behaviour()[1]).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void reachableCellsAreThoseThatThrowsIntoTheDiscMeet() {
        for (int cells : new int[] {2, 7, 20}) {
            boolean[] met = new boolean[cells * cells];
            RandomStream random = RandomStream.of(cells, "test");
            for (int i = 0; i < 400_000; i++) {
                double radius = Math.sqrt(random.nextDouble());
                double angle = 2 * Math.PI * random.nextDouble();
                int column = (int) ((1 + radius * Math.cos(angle)) / 2 * cells);
                met[column * cells + (int) ((1 + radius * Math.sin(angle)) / 2 * cells)] = true;
            }
            int count = 0;
            for (boolean each : met) {
                count += each ? 1 : 0;
            }
            assertThat(ArmProblem.reachable(cells, cells)).isEqualTo(count);
        }
        assertThat(ArmProblem.reachable(2000, 1000) / 2e6).isCloseTo(Math.PI / 4, within(3e-3));
    }

    private static Discoveries<double[]> found(MapElitesSettings settings, long evaluations, long seed) {
        SearchContext context = new SearchContext(
                seed, 100, false, evaluations, new SearchContext.NetworkShape(List.of(), Squash.TANH));
        SearchSetup<double[]> setup = new MapElitesKind().setup(settings, TWELVE, context);
        try (FitnessEvaluator evaluator = new FitnessEvaluator(1)) {
            Evolution<double[]> evolution =
                    new Evolution<>(setup, new EvolutionPlan(evaluations, 1, OptionalDouble.empty()), seed, evaluator);
            while (evolution.step()) {}
            return evolution.found();
        }
    }

    private static double share(Discoveries<?> found) {
        return TWELVE.referee().orElseThrow().score().of(found);
    }

    @Test
    void mapElitesFillsWhatCanBeReachedAndRandomSearchDoesNot() {
        for (long seed = 1; seed <= 3; seed++) {
            Discoveries<double[]> elites = found(MapElitesSettings.of(50), 20_000, seed);
            Discoveries<double[]> random = found(MapElitesSettings.of(50).withInitial(20_000), 20_000, seed);
            assertThat(share(elites)).isBetween(0.8, 1.0);
            assertThat(share(random)).isLessThan(0.5);
            assertThat(elites.niches().orElseThrow().score(UNIFORM))
                    .isGreaterThan(2 * random.niches().orElseThrow().score(UNIFORM));
        }
    }

    @Test
    void withoutNichesThereIsNoShare() {
        assertThat(share(Discoveries.of(List.of(), Map.of()))).isNaN();
    }

    @Test
    void jointsAreChecked() {
        assertThatThrownBy(() -> new ArmProblem(1))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("joints");
    }
}
