package catallaxy.evolution.search;

import java.util.List;
import java.util.TreeMap;

/**
 * A grid over behaviours with the best candidate of each cell.
 *
 * @param cells  along each descriptor
 * @param elites cell → what lives there; cells are counted along the last descriptor first
 * @param <C>    what is evolved
 */
public record Niches<C>(List<Integer> cells, TreeMap<Integer, Solution<C>> elites) {
    /** How many cells there are. */
    public long size() {
        return cells.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    /**
     * The quality–diversity score of Pugh et al. 2016: the sum over filled cells of how much better than {@code worst} their elite is.
     *
     * @param worst a cost that counts as nothing; worse ones count as nothing, too
     */
    public double score(double worst) {
        return elites.values().stream()
                .mapToDouble(elite -> Math.max(0, worst - elite.fitness().cost()))
                .sum();
    }
}
