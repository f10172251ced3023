package catallaxy.evolution.quality;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.Descriptor;
import catallaxy.evolution.search.Discoveries;
import catallaxy.evolution.search.Niches;
import catallaxy.evolution.search.Solution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** A grid over behaviours, in each cell at most one elite. Elites are counted in the order in which cells were filled. One owner. */
final class EliteGrid {
    private static final int MOST_CELLS = 100_000_000;

    private final List<Descriptor> descriptors;
    private final List<Integer> cells;
    private final TreeMap<Integer, Solution<double[]>> elites = new TreeMap<>();
    private final List<Integer> filled = new ArrayList<>();

    /** @param cells along each descriptor; a single number counts for all of them */
    EliteGrid(List<Descriptor> descriptors, List<Integer> cells) {
        Checks.that(
                cells.size() == 1 || cells.size() == descriptors.size(),
                "cells",
                "one number, or one for each of the " + descriptors.size() + " descriptors",
                cells);
        this.descriptors = descriptors;
        this.cells = cells.size() == 1 ? Collections.nCopies(descriptors.size(), cells.getFirst()) : cells;
        double all = this.cells.stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
        Checks.that(all <= MOST_CELLS, "cells", "at most " + MOST_CELLS + " in all", cells);
    }

    /** The cell of a behaviour; what lies outside the descriptors' ends belongs to the cells there. */
    int cell(double[] behaviour) {
        int cell = 0;
        for (int i = 0; i < behaviour.length; i++) {
            int along = cells.get(i);
            int at = (int) (descriptors.get(i).share(behaviour[i]) * along);
            cell = cell * along + Math.min(along - 1, at);
        }
        return cell;
    }

    /** What lives where a valid solution would. */
    Optional<Solution<double[]>> rival(Solution<double[]> solution) {
        return Optional.ofNullable(elites.get(cell(solution.fitness().behaviour())));
    }

    /** Whether nothing lives where a valid solution would, or something of higher cost. */
    boolean welcomes(Solution<double[]> solution) {
        return rival(solution)
                .map(elite -> solution.fitness().cost() < elite.fitness().cost())
                .orElse(true);
    }

    /** Lets a solution live in its cell, whatever lived there. */
    void put(Solution<double[]> solution) {
        int cell = cell(solution.fitness().behaviour());
        if (elites.put(cell, solution) == null) {
            filled.add(cell);
        }
    }

    /** Empties the cells of these elites. */
    void remove(List<Solution<double[]>> leaving) {
        List<Integer> emptied =
                leaving.stream().map(each -> cell(each.fitness().behaviour())).toList();
        emptied.forEach(elites::remove);
        filled.removeAll(emptied);
    }

    int size() {
        return filled.size();
    }

    /** One of the elites, each as likely. */
    Solution<double[]> any(RandomStream random) {
        return Objects.requireNonNull(elites.get(filled.get(random.nextInt(filled.size()))));
    }

    /** At most {@code count} elites of fewer than {@code trials} trials, the least tried first, then in the order of their cells. */
    List<Solution<double[]>> leastTried(int count, int trials) {
        return elites.values().stream()
                .filter(each -> each.fitness().samples() < trials)
                .sorted(Comparator.comparingInt(each -> each.fitness().samples()))
                .limit(count)
                .toList();
    }

    /** The best elite, all elites as niches, and how many there are. */
    Discoveries<double[]> found() {
        List<Solution<double[]>> best =
                elites.values().stream()
                        .min(Comparator.comparingDouble(each -> each.fitness().cost()))
                        .stream()
                        .toList();
        TreeMap<String, Double> figures = new TreeMap<>(Map.of("filled", (double) size()));
        return new Discoveries<>(best, Optional.of(new Niches<>(cells, new TreeMap<>(elites))), figures);
    }

    void save(StateWriter out) {
        SavedSolutions.save(filled.stream().map(elites::get).toList(), out);
    }

    void load(StateReader in) {
        elites.clear();
        filled.clear();
        SavedSolutions.load(in).forEach(this::put);
    }
}
