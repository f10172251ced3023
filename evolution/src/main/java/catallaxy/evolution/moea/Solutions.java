package catallaxy.evolution.moea;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.front.NondominatedSort;
import catallaxy.evolution.search.Solution;
import java.util.ArrayList;
import java.util.List;

/** Vectors and what is known of them, as searches for fronts keep them. */
final class Solutions {
    private Solutions() {}

    /** Those that none dominates; of a noisy task only those that were tried more than once. */
    static List<Solution<double[]>> front(List<Solution<double[]>> all, boolean noisy) {
        return NondominatedSort.front(
                noisy
                        ? all.stream()
                                .filter(each -> each.fitness().samples() > 1)
                                .toList()
                        : all);
    }

    static void save(List<Solution<double[]>> all, StateWriter out) {
        out.int32(all.size());
        for (Solution<double[]> each : all) {
            out.doubles(each.candidate());
            each.fitness().save(out);
        }
    }

    static List<Solution<double[]>> load(StateReader in) {
        int count = in.int32();
        List<Solution<double[]>> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(new Solution<>(in.doubles(), Fitness.load(in)));
        }
        return all;
    }
}
