package catallaxy.evolution.random;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.fitness.VectorBox;
import catallaxy.evolution.search.Discoveries;
import catallaxy.evolution.search.Search;
import catallaxy.evolution.search.Solution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Random search: uniform vectors, of which those are kept that none dominates. Where trials differ, a tenth of a population is kept and
 * tried again with every generation, and only those count as found that were tried more than once.
 */
final class RandomSearch implements Search<double[]> {
    private static final Comparator<Solution<double[]>> BY_COST =
            Comparator.comparingDouble(each -> each.fitness().cost());

    private final VectorBox box;
    private final int population;
    private final boolean noisy;
    private final RandomStream random;
    private List<Solution<double[]>> kept = List.of();
    private List<double[]> asked = List.of();

    RandomSearch(VectorBox box, int population, boolean noisy, RandomStream random) {
        this.box = box;
        this.population = population;
        this.noisy = noisy;
        this.random = random;
    }

    @Override
    public List<double[]> ask() {
        if (asked.isEmpty()) {
            List<double[]> next = new ArrayList<>();
            for (int i = 0; i < population; i++) {
                next.add(box.random(random));
            }
            if (noisy) {
                kept.forEach(solution -> next.add(solution.candidate()));
            }
            asked = next;
        }
        return asked;
    }

    @Override
    public void tell(List<Fitness> fitness) {
        List<Solution<double[]>> all = new ArrayList<>();
        for (int i = 0; i < population; i++) {
            all.add(new Solution<>(asked.get(i), fitness.get(i)));
        }
        for (int i = 0; i < kept.size(); i++) {
            Solution<double[]> old = kept.get(i);
            Fitness now = noisy ? old.fitness().plus(fitness.get(population + i)) : old.fitness();
            all.add(new Solution<>(old.candidate(), now));
        }
        kept = noisy ? better(all) : front(all);
        asked = List.of();
    }

    private static List<Solution<double[]>> front(List<Solution<double[]>> all) {
        return all.stream()
                .filter(each -> each.fitness().valid()
                        && all.stream().noneMatch(other -> other.fitness().dominates(each.fitness())))
                .sorted(BY_COST)
                .toList();
    }

    /** Those that fewest dominate. */
    private List<Solution<double[]>> better(List<Solution<double[]>> all) {
        return all.stream()
                .filter(each -> each.fitness().valid())
                .sorted(Comparator.comparingLong((Solution<double[]> each) -> all.stream()
                                .filter(other -> other.fitness().dominates(each.fitness()))
                                .count())
                        .thenComparing(BY_COST))
                .limit(Math.max(1, population / 10))
                .toList();
    }

    @Override
    public Discoveries<double[]> found() {
        List<Solution<double[]>> sure = noisy
                ? kept.stream().filter(each -> each.fitness().samples() > 1).toList()
                : kept;
        return Discoveries.of(front(sure), Map.of());
    }

    @Override
    public void save(StateWriter out) {
        random.save(out);
        out.int32(kept.size());
        for (Solution<double[]> solution : kept) {
            out.doubles(solution.candidate());
            solution.fitness().save(out);
        }
    }

    @Override
    public void load(StateReader in) {
        random.seek(RandomStream.load(in).counter());
        List<Solution<double[]>> saved = new ArrayList<>();
        int count = in.int32();
        for (int i = 0; i < count; i++) {
            saved.add(new Solution<>(in.doubles(), Fitness.load(in)));
        }
        kept = saved;
        asked = List.of();
    }
}
