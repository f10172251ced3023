package catallaxy.evolution.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a search has found.
 *
 * @param best    the best alone; of several objectives the front: none is dominated, in the order of their first costs. Valid ones
 *                only; empty as long as there is none
 * @param niches  the best of each kind of behaviour, where the search keeps such an archive
 * @param figures of the search itself by name, for example the number of species or the step size
 * @param <C>     what is evolved
 */
public record Discoveries<C>(List<Solution<C>> best, Optional<Niches<C>> niches, TreeMap<String, Double> figures) {
    /** Copies what could change. */
    public Discoveries {
        best = List.copyOf(best);
        figures = new TreeMap<>(figures);
    }

    /** These alone. */
    public static <C> Discoveries<C> of(List<Solution<C>> best, Map<String, Double> figures) {
        return new Discoveries<>(best, Optional.empty(), new TreeMap<>(figures));
    }

    /** {@code [S][M]}: costs of the best, in their order. */
    public double[][] costs() {
        return best.stream().map(each -> each.fitness().costs()).toArray(double[][]::new);
    }
}
