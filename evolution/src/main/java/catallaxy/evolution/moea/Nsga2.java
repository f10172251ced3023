package catallaxy.evolution.moea;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.fitness.VectorBox;
import catallaxy.evolution.front.Crowding;
import catallaxy.evolution.front.NondominatedSort;
import catallaxy.evolution.search.Discoveries;
import catallaxy.evolution.search.Search;
import catallaxy.evolution.search.Solution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * NSGA-II, the algorithm of Deb, Pratap, Agarwal and Meyarivan 2002, https://doi.org/10.1109/4235.996017.
 *
 * <pre>
 *   R_t = P_t ∪ Q_t;  F_1, F_2, … = fronts of R_t
 *   P_{t+1} = F_1 ∪ F_2 ∪ … as long as they fit, and of the next the least crowded
 *   Q_{t+1} = mutated children of P_{t+1}; parents are winners of binary tournaments:
 *             i ≺ j where rank_i &lt; rank_j, or the ranks are equal and i is the less crowded
 * </pre>
 *
 * <p>Deviations. {@code Q} has fewer members than {@code P}, which selects more often: between the paper and the steady state of Durillo et al.
 * 2009, https://doi.org/10.1007/978-3-642-01020-0_18. The front that does not fit is thinned one by one, crowding taken again after each, as {@link Crowding} says;
 * {@code oneByOne = false} takes it once, as the paper. Of the paper's constrained domination the part for what breaks no constraint or
 * all: an invalid candidate is dropped whatever else there is, so it has no offspring; as long as none is valid, candidates are drawn at
 * random. Tournaments draw from shuffled decks, as Deb's own program does, so that each plays as many; equals are the first's. Where
 * trials differ, survivors are asked again beside the offspring and ranked by their means.
 */
final class Nsga2 implements Search<double[]> {
    private final VectorBox box;
    private final int population;
    private final int offspring;
    private final int objectives;
    private final boolean noisy;
    private final boolean oneByOne;
    private final RandomStream random;
    private final SimulatedBinaryCrossover crossover;
    private final PolynomialMutation mutation;
    private final NondominatedSort sort;
    private final Crowding crowding;
    /** {@code [·, M]}, of survivors and offspring together. */
    private final double[] costs;

    private List<Solution<double[]>> survivors = List.of();
    /** {@code [P]}. */
    private final int[] ranks;
    /** {@code [P]}. */
    private final double[] distances;

    private List<double[]> asked = List.of();

    Nsga2(
            Nsga2Kind.Settings settings,
            VectorBox box,
            int objectives,
            int population,
            boolean noisy,
            RandomStream random) {
        this.box = box;
        this.population = population;
        this.objectives = objectives;
        offspring = settings.offspring(population, noisy);
        this.noisy = noisy;
        this.random = random;
        oneByOne = settings.oneByOne();
        crossover = settings.variation().crossover(box);
        mutation = settings.variation().mutation(box);
        sort = new NondominatedSort(objectives);
        crowding = new Crowding(objectives);
        costs = new double[(population + Math.max(population, offspring)) * objectives];
        ranks = new int[population];
        distances = new double[population];
    }

    @Override
    public List<double[]> ask() {
        if (asked.isEmpty()) {
            List<double[]> next = new ArrayList<>();
            if (survivors.isEmpty()) {
                for (int i = 0; i < population; i++) {
                    next.add(box.random(random));
                }
            } else {
                addOffspring(next);
            }
            if (noisy) {
                survivors.forEach(survivor -> next.add(survivor.candidate()));
            }
            asked = next;
        }
        return asked;
    }

    private void addOffspring(List<double[]> next) {
        Deck deck = new Deck(survivors.size(), random);
        while (next.size() < offspring) {
            double[] one = winner(deck).clone();
            double[] other = winner(deck).clone();
            crossover.cross(one, other, random);
            mutation.mutate(one, random);
            next.add(one);
            if (next.size() < offspring) {
                mutation.mutate(other, random);
                next.add(other);
            }
        }
    }

    private double[] winner(Deck deck) {
        int one = deck.next();
        int other = deck.next();
        boolean lost = ranks[other] < ranks[one] || (ranks[other] == ranks[one] && distances[other] > distances[one]);
        return survivors.get(lost ? other : one).candidate();
    }

    @Override
    public void tell(List<Fitness> fitness) {
        List<Solution<double[]>> all = new ArrayList<>();
        int fresh = noisy ? asked.size() - survivors.size() : asked.size();
        for (int i = 0; i < survivors.size(); i++) {
            Solution<double[]> old = survivors.get(i);
            add(all, noisy ? new Solution<>(old.candidate(), old.fitness().plus(fitness.get(fresh + i))) : old);
        }
        for (int i = 0; i < fresh; i++) {
            add(all, new Solution<>(asked.get(i), fitness.get(i)));
        }
        select(all);
        asked = List.of();
    }

    private void add(List<Solution<double[]>> all, Solution<double[]> solution) {
        if (solution.fitness().valid()) {
            System.arraycopy(solution.fitness().costs(), 0, costs, all.size() * objectives, objectives);
            all.add(solution);
        }
    }

    private void select(List<Solution<double[]>> all) {
        sort.sort(costs, all.size());
        List<Solution<double[]>> next = new ArrayList<>(population);
        for (int front = 0; front < sort.fronts() && next.size() < population; front++) {
            crowding.take(costs, sort.members(), sort.start(front), sort.start(front + 1));
            crowding.thin(population - next.size(), oneByOne);
            for (int member = 0; member < crowding.size(); member++) {
                ranks[next.size()] = front;
                distances[next.size()] = crowding.distance(member);
                next.add(all.get(crowding.point(member)));
            }
        }
        survivors = next;
    }

    @Override
    public Discoveries<double[]> found() {
        return Discoveries.of(Solutions.front(survivors, noisy), Map.of());
    }

    @Override
    public void save(StateWriter out) {
        random.save(out);
        Solutions.save(survivors, out);
        out.ints(ranks, population).doubles(distances);
    }

    @Override
    public void load(StateReader in) {
        random.seek(RandomStream.load(in).counter());
        survivors = Solutions.load(in);
        System.arraycopy(in.ints(), 0, ranks, 0, population);
        System.arraycopy(in.doubles(), 0, distances, 0, population);
        asked = List.of();
    }
}
