package catallaxy.evolution.quality;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.evolution.arm.ArmProblem;
import catallaxy.evolution.fitness.Descriptor;
import catallaxy.evolution.fitness.FitnessSample;
import catallaxy.evolution.fitness.Objective;
import catallaxy.evolution.fitness.Objectives;
import catallaxy.evolution.fitness.VectorBox;
import catallaxy.evolution.fitness.VectorTask;
import catallaxy.evolution.maze.MazeProblem;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.SearchKinds;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DescribedTest {
    private static final Objectives COST = Objectives.of(Objective.minimised("cost"));
    private static final Objectives COSTS = Objectives.of(Objective.minimised("cost"), Objective.minimised("risk"));
    private static final Posed BLIND = new Posed(List.of(), COST);
    private static final Posed TORN = new Posed(List.of(new Descriptor("kind", 0, 1)), COSTS);

    private record Posed(List<Descriptor> descriptors, Objectives objectives) implements EvolvableProblem, VectorTask {
        @Override
        public String problem() {
            return "posed";
        }

        @Override
        public Optional<VectorTask> vectors() {
            return Optional.of(this);
        }

        @Override
        public VectorBox box() {
            return VectorBox.cube(1, 0, 1);
        }

        @Override
        public boolean noisy() {
            return false;
        }

        @Override
        public FitnessSample sample(double[] candidate, long seed) {
            return FitnessSample.of(candidate);
        }
    }

    @Test
    void vectorsAndWeightsWithABehaviourSuit() {
        assertThat(Described.misfit(new ArmProblem(12))).isEmpty();
        assertThat(Described.misfit(new MazeProblem(MazeProblem.Map.HARD, 400))).isEmpty();
    }

    @Test
    void nothingElseDoes() {
        assertThat(Described.misfit(BLIND)).contains("a problem whose trials show a behaviour");
        assertThat(Described.misfit(TORN)).contains("a problem of one objective");
        assertThat(Described.misfit(() -> "nothing").orElseThrow()).contains("a problem of vectors");
    }

    @Test
    void allOfThePackageSaySo() {
        for (String name : List.of("novelty", "map-elites", "cma-me")) {
            SearchKind<?> kind = SearchKinds.methods().kind(name).orElseThrow();
            assertThat(kind.misfit(BLIND)).isPresent();
            assertThat(kind.misfit(new ArmProblem(12))).isEmpty();
        }
    }
}
