package catallaxy.evolution.moea;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.fitness.VectorBox;
import catallaxy.evolution.search.Discoveries;
import catallaxy.evolution.search.Search;
import catallaxy.evolution.search.Solution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * MOEA/D, the algorithm of Zhang and Li 2007, https://doi.org/10.1109/TEVC.2007.892759, with the wide mating and the replacement limit of
 * Li and Zhang 2009, https://doi.org/10.1109/TEVC.2008.925798.
 *
 * <pre>
 *   subproblem i:  min g(x | λ^i, z),  z_m = least f_m seen
 *   B(i) = the T nearest weights;  P = B(i) with probability δ, else all
 *   y = mutated child of members of P
 *   x^j ← y where g(y | λ^j, z) ≤ g(x^j | λ^j, z), for at most n_r members j of P, in random order
 * </pre>
 *
 * <p>Deviations. A generation, one child for each subproblem, is made of the generation before and tried as a whole, so that it can be tried
 * in parallel; z and the replacements follow in the order of subproblems. Invalid candidates enter no subproblem; one that has none
 * yet takes any, and mates are found among those that have one. Where trials differ, the living are asked again, and z is made of their means.
 * There is no archive: found are those living ones that none dominates.
 */
final class Moead implements Search<double[]> {
    private static final int NONE = -1;

    private final MoeadKind.Settings settings;
    private final VectorBox box;
    private final int objectives;
    private final boolean noisy;
    private final RandomStream random;
    private final Reproduction reproduction;
    /** {@code [P][M]}. */
    private final double[][] weights;
    /** {@code [P][T]}, the nearest first. */
    private final int[][] neighbours;
    /** {@code [P]}. */
    private final int[] everyone;
    /** {@code [M]}. */
    private final double[] ideal;
    /** {@code [M]}: what costs are measured in; a function of the last generation, not saved as it is measured before it is used. */
    private final double[] unit;
    /** {@code [P]}: who lives where, by number among the living. */
    private final int[] homes;

    private List<Solution<double[]>> living = List.of();
    private List<double[]> asked = List.of();
    /** Where the mates of each child were found. */
    private int[][] pools = {};

    Moead(
            MoeadKind.Settings settings,
            VectorBox box,
            int objectives,
            int population,
            boolean noisy,
            RandomStream random) {
        this.settings = settings;
        this.box = box;
        this.objectives = objectives;
        this.noisy = noisy;
        this.random = random;
        reproduction = settings.reproduction(box);
        weights = SimplexLattice.weights(objectives, population);
        neighbours = Neighbourhoods.of(weights, settings.neighbours());
        everyone = new int[weights.length];
        Arrays.setAll(everyone, i -> i);
        ideal = new double[objectives];
        Arrays.fill(ideal, Double.POSITIVE_INFINITY);
        unit = new double[objectives];
        Arrays.fill(unit, 1);
        homes = new int[weights.length];
        Arrays.fill(homes, NONE);
    }

    @Override
    public List<double[]> ask() {
        if (asked.isEmpty()) {
            List<double[]> next = new ArrayList<>();
            pools = new int[weights.length][];
            for (int i = 0; i < weights.length; i++) {
                next.add(living.isEmpty() ? box.random(random) : child(i));
            }
            if (noisy) {
                living.forEach(solution -> next.add(solution.candidate()));
            }
            asked = next;
        }
        return asked;
    }

    private double[] child(int i) {
        int[] near = settled(neighbours[i]);
        boolean wide = near.length == 0 || random.nextDouble() >= settings.nearProbability();
        pools[i] = wide ? everyone : neighbours[i];
        int[] mates = wide ? settled(everyone) : near;
        int self = homes[i] == NONE ? mates[random.nextInt(mates.length)] : homes[i];
        return reproduction.child(self, mates, living, random);
    }

    /** Who lives in these. */
    private int[] settled(int[] subproblems) {
        return Arrays.stream(subproblems)
                .map(i -> homes[i])
                .filter(who -> who != NONE)
                .toArray();
    }

    @Override
    public void tell(List<Fitness> fitness) {
        List<Solution<double[]>> all = new ArrayList<>();
        for (int i = 0; i < living.size(); i++) {
            Solution<double[]> old = living.get(i);
            all.add(noisy ? new Solution<>(old.candidate(), old.fitness().plus(fitness.get(weights.length + i))) : old);
        }
        int first = all.size();
        for (int i = 0; i < weights.length; i++) {
            all.add(new Solution<>(asked.get(i), fitness.get(i)));
        }
        for (int i = 0; i < weights.length; i++) {
            if (homes[i] != NONE && !all.get(homes[i]).fitness().valid()) {
                homes[i] = NONE;
            }
        }
        measure(all);
        for (int i = 0; i < weights.length; i++) {
            if (fitness.get(i).valid()) {
                settle(first + i, living.isEmpty() ? everyone : pools[i], all);
            }
        }
        keep(all);
        asked = List.of();
    }

    /** The ideal point, and units where costs are normalised. */
    private void measure(List<Solution<double[]>> all) {
        if (noisy) {
            Arrays.fill(ideal, Double.POSITIVE_INFINITY);
        }
        double[] worst = new double[objectives];
        Arrays.fill(worst, Double.NEGATIVE_INFINITY);
        for (Solution<double[]> solution : all) {
            double[] costs = solution.fitness().costs();
            for (int m = 0; m < costs.length; m++) {
                ideal[m] = Math.min(ideal[m], costs[m]);
                worst[m] = Math.max(worst[m], costs[m]);
            }
        }
        if (settings.normalise()) {
            Arrays.setAll(unit, m -> worst[m] > ideal[m] ? worst[m] - ideal[m] : 1);
        }
    }

    /** Lets a newcomer take subproblems of the pool that it solves no worse than who lives there. */
    private void settle(int newcomer, int[] pool, List<Solution<double[]>> all) {
        Deck deck = new Deck(pool.length, random);
        double[] costs = all.get(newcomer).fitness().costs();
        int taken = 0;
        for (int tried = 0; tried < pool.length && taken < settings.replacements(); tried++) {
            int j = pool[deck.next()];
            if (homes[j] == NONE
                    || scalar(costs, j) <= scalar(all.get(homes[j]).fitness().costs(), j)) {
                homes[j] = newcomer;
                taken++;
            }
        }
    }

    private double scalar(double[] costs, int subproblem) {
        return settings.scalarisation().of(costs, weights[subproblem], ideal, unit);
    }

    /** Those that live somewhere, in the order of their first homes. */
    private void keep(List<Solution<double[]>> all) {
        List<Solution<double[]>> kept = new ArrayList<>();
        int[] number = new int[all.size()];
        Arrays.fill(number, NONE);
        for (int i = 0; i < homes.length; i++) {
            if (homes[i] != NONE) {
                if (number[homes[i]] == NONE) {
                    number[homes[i]] = kept.size();
                    kept.add(all.get(homes[i]));
                }
                homes[i] = number[homes[i]];
            }
        }
        living = kept;
    }

    @Override
    public Discoveries<double[]> found() {
        return Discoveries.of(Solutions.front(living, noisy), Map.of());
    }

    /** How many subproblems a solution lives in. */
    int homesOf(Solution<double[]> solution) {
        int who = living.indexOf(solution);
        return (int) Arrays.stream(homes).filter(home -> home == who).count();
    }

    @Override
    public void save(StateWriter out) {
        random.save(out);
        out.doubles(ideal).ints(homes, homes.length);
        Solutions.save(living, out);
    }

    @Override
    public void load(StateReader in) {
        random.seek(RandomStream.load(in).counter());
        System.arraycopy(in.doubles(), 0, ideal, 0, objectives);
        System.arraycopy(in.ints(), 0, homes, 0, homes.length);
        living = Solutions.load(in);
        asked = List.of();
    }
}
