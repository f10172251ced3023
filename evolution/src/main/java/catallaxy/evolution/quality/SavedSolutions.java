package catallaxy.evolution.quality;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.search.Solution;
import java.util.ArrayList;
import java.util.List;

/** Vectors and what is known of them, in saved searches. */
final class SavedSolutions {
    private SavedSolutions() {}

    static void save(List<Solution<double[]>> solutions, StateWriter out) {
        out.int32(solutions.size());
        for (Solution<double[]> solution : solutions) {
            out.doubles(solution.candidate());
            solution.fitness().save(out);
        }
    }

    static List<Solution<double[]>> load(StateReader in) {
        List<Solution<double[]>> solutions = new ArrayList<>();
        int count = in.int32();
        for (int i = 0; i < count; i++) {
            solutions.add(new Solution<>(in.doubles(), Fitness.load(in)));
        }
        return solutions;
    }
}
