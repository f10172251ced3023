package catallaxy.evolution.quality;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.fitness.VectorTask;
import catallaxy.evolution.search.Discoveries;
import catallaxy.evolution.search.Search;
import catallaxy.evolution.search.Solution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Novelty search, an algorithm of Lehman and Stanley 2011, https://doi.org/10.1162/EVCO_a_00025: selection for what behaves as nothing
 * did before. With behaviours b as places in a space where each descriptor goes from 0 to 1, novelty is eq. 1,
 *
 * <pre>
 *   ρ(x) = 1/k Σᵢ₌₁..ₖ |b(x) − b(μᵢ)|,   μᵢ the i-th nearest of those alive and of the archive
 * </pre>
 *
 * <p>The archive remembers what was more novel than a threshold, which grows by a fifth where more than {@link #MANY} of a generation
 * were and shrinks by a twentieth after {@link #IDLE} generations of which none was; or some of each generation at random (Lehman and
 * Stanley 2010; Gomes, Mariano and Christensen 2015). Selection may look at the objective, too, as in Cuccu and Gomez 2011:
 * {@code (1 − w) ρ̄ + w f̄}, each brought to 0 to 1 among those compared.
 *
 * <p>Deviations: vectors are evolved, not networks that grow; parents are drawn by tournaments for a whole generation, and of parents
 * and offspring together as many live on as there were, by novelty measured anew. Where trials differ, all that live are tried
 * again with every generation, and so is the best by the objective.
 */
final class NoveltySearch implements Search<double[]> {
    /** More of a generation raise the threshold. */
    static final int MANY = 4;
    /** So many generations without one lower it: 2,500 trials of the paper's populations of 250. */
    static final int IDLE = 10;

    private static final double RAISED = 1.2;
    private static final double LOWERED = 0.95;

    private final NoveltySettings settings;
    private final VectorTask task;
    private final int population;
    private final boolean noisy;
    private final RandomStream random;
    private final IsoLine variation;
    private final Behaviours archive;
    private double threshold;
    private int idle;
    /** The preferred first. */
    private List<Solution<double[]>> living = List.of();

    private Optional<Solution<double[]>> best = Optional.empty();
    private List<double[]> asked = List.of();

    NoveltySearch(NoveltySettings settings, VectorTask task, int population, boolean noisy, RandomStream random) {
        this.settings = settings;
        this.task = task;
        this.population = population;
        this.noisy = noisy;
        this.random = random;
        variation = new IsoLine(task.box(), settings.isoSigma(), settings.lineSigma());
        archive = new Behaviours(task.descriptors());
        threshold = settings.threshold();
    }

    @Override
    public List<double[]> ask() {
        if (asked.isEmpty()) {
            List<double[]> next = new ArrayList<>();
            for (int i = 0; i < population; i++) {
                next.add(living.isEmpty() ? task.box().random(random) : variation.child(parent(), parent(), random));
            }
            if (noisy) {
                living.forEach(each -> next.add(each.candidate()));
                best.ifPresent(each -> next.add(each.candidate()));
            }
            asked = next;
        }
        return asked;
    }

    /** Of some drawn at random the preferred. */
    private double[] parent() {
        int first = living.size();
        for (int i = 0; i < settings.tournament(); i++) {
            first = Math.min(first, random.nextInt(living.size()));
        }
        return living.get(first).candidate();
    }

    @Override
    public void tell(List<Fitness> fitness) {
        List<Solution<double[]>> offspring = valid(asked.subList(0, population), fitness.subList(0, population));
        List<Solution<double[]>> all = new ArrayList<>(offspring);
        if (noisy) {
            retried(fitness.subList(population, fitness.size()), all);
        } else {
            all.addAll(living);
        }
        all.stream()
                .filter(each -> !noisy || each.fitness().samples() > 1)
                .forEach(each -> best =
                        Optional.of(best.filter(old -> !better(each, old)).orElse(each)));
        select(all, offspring.size());
        asked = List.of();
    }

    private static boolean better(Solution<double[]> some, Solution<double[]> other) {
        return some.fitness().cost() < other.fitness().cost();
    }

    private static List<Solution<double[]>> valid(List<double[]> candidates, List<Fitness> fitness) {
        return IntStream.range(0, candidates.size())
                .mapToObj(i -> new Solution<>(candidates.get(i), fitness.get(i)))
                .filter(each -> each.fitness().valid())
                .toList();
    }

    /** Those alive with what was learned of them in addition, and the best likewise. */
    private void retried(List<Fitness> again, List<Solution<double[]>> all) {
        for (int i = 0; i < living.size(); i++) {
            Solution<double[]> old = living.get(i);
            Fitness now = old.fitness().plus(again.get(i));
            if (now.valid()) {
                all.add(new Solution<>(old.candidate(), now));
            }
        }
        best = best.map(old -> new Solution<>(old.candidate(), old.fitness().plus(again.getLast())))
                .filter(each -> each.fitness().valid());
    }

    /** @param offspring how many of them, the first, are new */
    private void select(List<Solution<double[]>> all, int offspring) {
        Behaviours known = archive.copy();
        all.forEach(each -> known.add(each.fitness().behaviour()));
        double[] novelty = new double[all.size()];
        double[] value = new double[all.size()];
        for (int i = 0; i < novelty.length; i++) {
            novelty[i] = known.sparseness(archive.size() + i, settings.neighbours());
            value[i] = -all.get(i).fitness().cost();
        }
        remember(all.subList(0, offspring), novelty);
        toUnit(novelty);
        toUnit(value);
        double weight = settings.objectiveWeight();
        living = IntStream.range(0, novelty.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -(1 - weight) * novelty[i] - weight * value[i]))
                .limit(population)
                .map(all::get)
                .toList();
    }

    private static void toUnit(double[] numbers) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double number : numbers) {
            low = Math.min(low, number);
            high = Math.max(high, number);
        }
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = high > low ? (numbers[i] - low) / (high - low) : 0;
        }
    }

    private void remember(List<Solution<double[]>> offspring, double[] novelty) {
        int before = archive.size();
        if (settings.archive() == NoveltySettings.Archive.RANDOM) {
            for (int i = 0; i < settings.additions() && !offspring.isEmpty(); i++) {
                archive.add(offspring
                        .get(random.nextInt(offspring.size()))
                        .fitness()
                        .behaviour());
            }
            return;
        }
        for (int i = 0; i < offspring.size(); i++) {
            if (novelty[i] > threshold) {
                archive.add(offspring.get(i).fitness().behaviour());
            }
        }
        follow(archive.size() - before);
    }

    private void follow(int remembered) {
        idle = remembered == 0 ? idle + 1 : 0;
        if (remembered > MANY) {
            threshold *= RAISED;
        } else if (idle == IDLE) {
            threshold *= LOWERED;
            idle = 0;
        }
    }

    @Override
    public Discoveries<double[]> found() {
        Map<String, Double> figures = Map.of("archive", (double) archive.size(), "threshold", threshold);
        return Discoveries.of(best.stream().toList(), figures);
    }

    @Override
    public void save(StateWriter out) {
        random.save(out);
        out.float64(threshold).int32(idle);
        archive.save(out);
        SavedSolutions.save(living, out);
        SavedSolutions.save(best.stream().toList(), out);
    }

    @Override
    public void load(StateReader in) {
        random.seek(RandomStream.load(in).counter());
        threshold = in.float64();
        idle = in.int32();
        archive.load(in);
        living = SavedSolutions.load(in);
        best = SavedSolutions.load(in).stream().findFirst();
        asked = List.of();
    }
}
