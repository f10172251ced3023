package catallaxy.evolution.maze;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.evolution.fitness.FitnessEvaluator;
import catallaxy.evolution.quality.NoveltyKind;
import catallaxy.evolution.quality.NoveltySettings;
import catallaxy.evolution.search.Evolution;
import catallaxy.evolution.search.EvolutionPlan;
import catallaxy.evolution.search.SearchContext;
import catallaxy.evolution.search.SearchSetup;
import catallaxy.evolution.search.Squash;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where the direct way is a trap, novelty finds the goal and the objective does not. */
class MazeNoveltyTest {
    private static final SearchContext.NetworkShape NETWORK = new SearchContext.NetworkShape(List.of(8), Squash.RELU);

    /** The least distance from the goal after so many evaluations; less than 5 ends it before. */
    private static double distance(MazeProblem.Map map, double objectiveWeight, long evaluations, long seed) {
        SearchContext context = new SearchContext(seed, 250, false, evaluations, NETWORK);
        NoveltySettings settings = NoveltySettings.standard().withObjectiveWeight(objectiveWeight);
        SearchSetup<double[]> setup = new NoveltyKind().setup(settings, new MazeProblem(map, 400), context);
        try (FitnessEvaluator evaluator = new FitnessEvaluator(1)) {
            Evolution<double[]> evolution = new Evolution<>(
                    setup, new EvolutionPlan(evaluations, 1, OptionalDouble.of(MazeTask.REACHED)), seed, evaluator);
            while (evolution.step()) {}
            return evolution.found().costs()[0][0];
        }
    }

    private static long solved(MazeProblem.Map map, double objectiveWeight, long evaluations, int runs) {
        return LongStream.rangeClosed(1, runs)
                .filter(seed -> distance(map, objectiveWeight, evaluations, seed) <= MazeTask.REACHED)
                .count();
    }

    @Test
    void noveltyLeavesTheTrapOfTheHardMaze() {
        assertThat(distance(MazeProblem.Map.HARD, 0, 8000, 1)).isLessThan(25);
    }

    @Test
    void theObjectiveStaysInIt() {
        assertThat(distance(MazeProblem.Map.HARD, 1, 4000, 1)).isBetween(25.0, 60.0);
    }

    @Test
    @Tag("long")
    void noveltySolvesTheHardMazeAndTheObjectiveDoesNot() {
        assertThat(solved(MazeProblem.Map.HARD, 0, 40_000, 10)).isGreaterThanOrEqualTo(9);
        assertThat(solved(MazeProblem.Map.HARD, 1, 40_000, 10)).isLessThanOrEqualTo(3);
    }

    @Test
    @Tag("long")
    void noveltySolvesTheMediumMazeAndTheObjectiveSeldomDoes() {
        assertThat(solved(MazeProblem.Map.MEDIUM, 0, 40_000, 10)).isGreaterThanOrEqualTo(8);
        assertThat(solved(MazeProblem.Map.MEDIUM, 1, 40_000, 10)).isLessThanOrEqualTo(3);
    }
}
