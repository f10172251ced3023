package catallaxy.evolution.quality;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.search.Solution;
import java.util.ArrayList;
import java.util.List;

/**
 * The grid where trials differ, so that nobody lives in a cell by luck. Whoever is better than the elite of the cell that its mean
 * behaviour lies in contends for it: it is tried again with every generation until it has as many trials as the elite, and at least
 * two, and gives up as soon as its mean is no better. Elites are tried again, too, those with the fewest trials first: what is learned
 * of one counts in its mean cost and behaviour, and it then has to win the cell where it belongs anew. Beyond a number of trials
 * nothing more is asked of anybody; where that number is 1, as it should be where trials do not differ, the better have their cells at
 * once.
 *
 * <p>To try contenders as often as incumbents is the adaptive sampling of Justesen, Risi and Mouret 2019, "MAP-Elites for noisy domains
 * by adaptive sampling", GECCO companion, pages 121–122. Owned by one thread.
 */
final class Contest {
    private final EliteGrid grid;
    private final int trusted;
    private List<Solution<double[]>> contenders = new ArrayList<>();
    /** Of the present generation: contenders first, then elites. */
    private List<Solution<double[]>> again = List.of();

    private int contending;

    /** @param trusted trials from which nothing more is asked */
    Contest(EliteGrid grid, int trusted) {
        this.grid = grid;
        this.trusted = trusted;
    }

    /**
     * Whom to try again.
     *
     * @param most  of contenders and elites
     * @param elite of elites
     */
    List<Solution<double[]>> again(int most, int elite) {
        contending = Math.min(most, contenders.size());
        List<Solution<double[]>> next = new ArrayList<>(contenders.subList(0, contending));
        next.addAll(grid.leastTried(Math.min(elite, most - contending), trusted));
        again = next;
        return again;
    }

    /** @param fitness of those tried again, as they were named */
    void retried(List<Fitness> fitness) {
        List<Solution<double[]>> elites = again.subList(contending, again.size());
        grid.remove(elites);
        for (int i = contending; i < again.size(); i++) {
            Solution<double[]> known = known(again.get(i), fitness.get(i));
            if (known.fitness().valid() && grid.welcomes(known)) {
                grid.put(known);
            }
        }
        List<Solution<double[]>> waiting = contenders.subList(contending, contenders.size());
        contenders = new ArrayList<>();
        for (int i = 0; i < contending; i++) {
            enter(known(again.get(i), fitness.get(i)));
        }
        contenders.addAll(waiting);
        again = List.of();
        contending = 0;
    }

    private static Solution<double[]> known(Solution<double[]> old, Fitness now) {
        return new Solution<>(old.candidate(), old.fitness().plus(now));
    }

    /** Lets a solution have its cell, contend for it, or go. */
    void enter(Solution<double[]> solution) {
        if (!solution.fitness().valid() || !grid.welcomes(solution)) {
            return;
        }
        int asked = grid.rival(solution)
                .map(elite -> Math.max(2, elite.fitness().samples()))
                .orElse(2);
        if (solution.fitness().samples() >= Math.min(trusted, asked)) {
            grid.put(solution);
        } else {
            contenders.add(solution);
        }
    }

    void save(StateWriter out) {
        SavedSolutions.save(contenders, out);
    }

    void load(StateReader in) {
        contenders = SavedSolutions.load(in);
        again = List.of();
        contending = 0;
    }
}
