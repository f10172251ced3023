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
import java.util.List;

/**
 * MAP-Elites, an algorithm of Mouret and Clune 2015, https://arxiv.org/abs/1504.04909: a grid over behaviours keeps in each cell the best
 * that was found there, and elites drawn at random have offspring; {@code x ← variation(P); P(b(x)) ← x if f(x) is better}. Variation
 * is {@link IsoLine}; with {@code line-sigma = 0} it is the paper's normal mutation.
 *
 * <p>Deviations: a generation of offspring is made from one state of the grid, so that it can be tried in parallel; where trials
 * differ, {@link Contest} decides who has a cell.
 */
final class MapElites implements Search<double[]> {
    private final MapElitesSettings settings;
    private final VectorTask task;
    private final int population;
    private final RandomStream random;
    private final IsoLine variation;
    private final EliteGrid grid;
    private final Contest contest;
    /** Random candidates so far. */
    private long begun;

    private List<double[]> asked = List.of();
    /** How many of them, the first, are asked again. */
    private int again;

    MapElites(MapElitesSettings settings, VectorTask task, int population, boolean noisy, RandomStream random) {
        this.settings = settings;
        this.task = task;
        this.population = population;
        this.random = random;
        variation = new IsoLine(task.box(), settings.isoSigma(), settings.lineSigma());
        grid = new EliteGrid(task.descriptors(), settings.cells());
        contest = new Contest(grid, noisy ? settings.trusted() : 1);
    }

    @Override
    public List<double[]> ask() {
        if (asked.isEmpty()) {
            List<double[]> next = new ArrayList<>();
            int elites = (int) Math.ceil(settings.retried() * population);
            contest.again(population, elites).forEach(each -> next.add(each.candidate()));
            again = next.size();
            while (next.size() < population) {
                next.add(offspring());
            }
            asked = next;
        }
        return asked;
    }

    private double[] offspring() {
        if (begun < settings.initial() || grid.size() == 0) {
            begun++;
            return task.box().random(random);
        }
        return variation.child(grid.any(random).candidate(), grid.any(random).candidate(), random);
    }

    @Override
    public void tell(List<Fitness> fitness) {
        contest.retried(fitness.subList(0, again));
        for (int i = again; i < fitness.size(); i++) {
            contest.enter(new Solution<>(asked.get(i), fitness.get(i)));
        }
        asked = List.of();
    }

    @Override
    public Discoveries<double[]> found() {
        return grid.found();
    }

    @Override
    public void save(StateWriter out) {
        random.save(out);
        out.int64(begun);
        grid.save(out);
        contest.save(out);
    }

    @Override
    public void load(StateReader in) {
        random.seek(RandomStream.load(in).counter());
        begun = in.int64();
        grid.load(in);
        contest.load(in);
        asked = List.of();
    }
}
