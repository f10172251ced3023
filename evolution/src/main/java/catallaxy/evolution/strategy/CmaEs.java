package catallaxy.evolution.strategy;

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
import java.util.stream.IntStream;

/**
 * CMA-ES with restarts: runs of {@link CovarianceAdaptation}, each until {@link RunEnd} says that it is over, one after another as
 * {@link RestartPlan} says. The first begins at the box's start with its scale, the others at random places of the box.
 *
 * <p>Invalid vectors are left out of an update. Where trials differ, the mean is tried with every generation, and it is what may be
 * found: {@link Champions}.
 */
final class CmaEs implements Search<double[]> {
    private final VectorBox box;
    private final CmaEsKind.Settings settings;
    private final boolean noisy;
    private final RandomStream random;
    private final RestartPlan plan;
    private final Champions champions;
    private RestartPlan.Run limits;
    private CovarianceAdaptation run;
    private RunEnd end;
    private boolean over;
    private long used;
    private int runs = 1;
    /** As drawn; those asked are inside. */
    private List<double[]> drawn = List.of();

    private List<double[]> asked = List.of();

    CmaEs(VectorBox box, CmaEsKind.Settings settings, int population, boolean noisy, RandomStream random) {
        this.box = box;
        this.settings = settings;
        this.noisy = noisy;
        this.random = random;
        plan = new RestartPlan(settings.restarts(), population, settings.sigma());
        champions = new Champions(noisy);
        limits = plan.begin();
        run = run(limits, box.start());
        end = end(limits);
    }

    private CovarianceAdaptation run(RestartPlan.Run wanted, double[] begin) {
        return new CovarianceAdaptation(
                box, begin, wanted.sigma(), wanted.population(), settings.covariance(), settings.active());
    }

    private RunEnd end(RestartPlan.Run wanted) {
        return new RunEnd(box.size(), wanted.population(), wanted.sigma());
    }

    @Override
    public List<double[]> ask() {
        if (asked.isEmpty()) {
            drawn = IntStream.range(0, run.population())
                    .mapToObj(_ -> run.sample(random))
                    .toList();
            List<double[]> all = new ArrayList<>(drawn.stream().map(run::inside).toList());
            if (noisy) {
                all.add(run.mean());
            }
            all.addAll(champions.again());
            asked = all;
        }
        return asked;
    }

    @Override
    public void tell(List<Fitness> fitness) {
        int own = drawn.size() + (noisy ? 1 : 0);
        List<Solution<double[]>> newcomers = IntStream.range(noisy ? drawn.size() : 0, own)
                .mapToObj(i -> new Solution<>(asked.get(i), fitness.get(i)))
                .toList();
        champions.take(fitness.subList(own, fitness.size()), newcomers);
        used += fitness.size();
        learn(fitness);
        asked = List.of();
        if (over && settings.restarts() != Restarts.NONE) {
            restart();
        }
    }

    /** A generation in which nothing is valid teaches nothing, and ends a run that could begin elsewhere. */
    private void learn(List<Fitness> fitness) {
        List<Integer> order = IntStream.range(0, drawn.size())
                .filter(i -> fitness.get(i).valid())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> fitness.get(i).cost()))
                .toList();
        if (order.isEmpty()) {
            over |= settings.restarts() != Restarts.NONE;
        } else if (!over) {
            run.update(order.stream().map(drawn::get).toList());
            List<Double> costs = order.stream().map(i -> fitness.get(i).cost()).toList();
            over = end.reached(run, costs) || used > limits.most();
        }
    }

    private void restart() {
        limits = plan.next(used, random);
        run = run(limits, box.random(random));
        end = end(limits);
        over = false;
        used = 0;
        runs++;
    }

    /** With the figures of the run: {@code sigma}, {@code condition}, {@code population}; and how many {@code runs} there were. */
    @Override
    public Discoveries<double[]> found() {
        Map<String, Double> figures = Map.of(
                "sigma",
                run.sigma(),
                "condition",
                run.condition(),
                "population",
                (double) run.population(),
                "runs",
                (double) runs);
        return Discoveries.of(champions.best(), figures);
    }

    @Override
    public void save(StateWriter out) {
        random.save(out);
        plan.save(out);
        champions.save(out);
        out.int32(limits.population()).float64(limits.sigma()).int64(limits.most());
        out.flag(over).int64(used).int32(runs);
        run.save(out);
        end.save(out);
    }

    @Override
    public void load(StateReader in) {
        random.seek(RandomStream.load(in).counter());
        plan.load(in);
        champions.load(in);
        limits = new RestartPlan.Run(in.int32(), in.float64(), in.int64());
        over = in.flag();
        used = in.int64();
        runs = in.int32();
        run = run(limits, box.start());
        run.load(in);
        end = end(limits);
        end.load(in);
        asked = List.of();
    }
}
