package catallaxy.evolution.strategy;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.search.Solution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The best that a strategy has met. Where trials do not differ, the one of least cost. Where they do, a few that are tried again with
 * every generation: a newcomer once more before it counts, then those whose mean cost, with a standard error on top, is least. So no
 * lucky trial lives on by itself. Owned by one thread.
 */
final class Champions {
    private static final int PLACES = 3;
    private static final Comparator<Solution<double[]>> BY_COST =
            Comparator.comparingDouble(each -> each.fitness().cost());
    private static final Comparator<Solution<double[]>> BY_CAUTION = Comparator.comparingDouble(
            each -> each.fitness().cost() + each.fitness().standardError(0));

    private final boolean noisy;
    private List<Solution<double[]>> all = List.of();

    Champions(boolean noisy) {
        this.noisy = noisy;
    }

    /** Whom to try again; nobody where trials do not differ. */
    List<double[]> again() {
        return noisy ? all.stream().map(Solution::candidate).toList() : List.of();
    }

    /**
     * What the trials of a generation say.
     *
     * @param again     of those who were tried again, in that order
     * @param newcomers who might be better
     */
    void take(List<Fitness> again, List<Solution<double[]>> newcomers) {
        List<Solution<double[]>> tried = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Solution<double[]> old = all.get(i);
            tried.add(noisy ? new Solution<>(old.candidate(), old.fitness().plus(again.get(i))) : old);
        }
        List<Solution<double[]>> next = new ArrayList<>();
        if (noisy) {
            tried.stream()
                    .filter(each -> each.fitness().valid())
                    .sorted(BY_CAUTION)
                    .limit(PLACES)
                    .forEach(next::add);
            newcomers.stream().filter(each -> each.fitness().valid()).forEach(next::add);
        } else {
            tried.addAll(newcomers);
            tried.stream().filter(each -> each.fitness().valid()).min(BY_COST).ifPresent(next::add);
        }
        all = next;
    }

    /** The best of those that are known well enough; at most one. */
    List<Solution<double[]>> best() {
        return all.stream()
                .filter(each -> !noisy || each.fitness().samples() > 1)
                .limit(1)
                .toList();
    }

    void save(StateWriter out) {
        out.int32(all.size());
        for (Solution<double[]> each : all) {
            out.doubles(each.candidate());
            each.fitness().save(out);
        }
    }

    void load(StateReader in) {
        List<Solution<double[]>> saved = new ArrayList<>();
        int count = in.int32();
        for (int i = 0; i < count; i++) {
            saved.add(new Solution<>(in.doubles(), Fitness.load(in)));
        }
        all = saved;
    }
}
