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
 * CMA-ME with improvement emitters, an algorithm of Fontaine et al. 2020, https://arxiv.org/abs/1912.02400: the grid of
 * {@link MapElites} is filled by distributions that adapt as those of CMA-ES do, not to what is good but to what improves the grid.
 * Of an emitter's candidates all that get a cell are parents, those in empty cells before the others, and among each by
 *
 * <pre>
 *   Δ = f(x) in an empty cell,   Δ = f(x) − f(P(b(x))) in one where x is better than its elite
 * </pre>
 *
 * <p>An emitter of which no candidate gets a cell begins anew at an elite drawn at random, with {@code C = I} and {@code σ₀}.
 *
 * <p>Deviations: emitters begin at random vectors of the box, not all at one; all of them are asked at once, so that a generation can
 * be tried in parallel, and have their candidates enter one emitter after the other. Where trials differ, {@link Contest} decides who
 * has a cell, and parents are those that at first seem better.
 */
final class CmaMe implements Search<double[]> {
    private final CmaMeSettings settings;
    private final VectorTask task;
    /** λ. */
    private final int each;

    private final RandomStream random;
    private final EliteGrid grid;
    private final Contest contest;
    private final List<ImprovementEmitter> emitters = new ArrayList<>();
    private List<double[]> asked = List.of();
    /** How many of them, the first, are asked again. */
    private int again;

    CmaMe(CmaMeSettings settings, VectorTask task, int each, boolean noisy, RandomStream random) {
        this.settings = settings;
        this.task = task;
        this.each = each;
        this.random = random;
        grid = new EliteGrid(task.descriptors(), settings.cells());
        contest = new Contest(grid, noisy ? settings.trusted() : 1);
        for (int i = 0; i < settings.emitters(); i++) {
            emitters.add(new ImprovementEmitter(task.box(), task.box().random(random), settings.sigma(), each));
        }
    }

    @Override
    public List<double[]> ask() {
        if (asked.isEmpty()) {
            int all = each * emitters.size();
            List<double[]> next = new ArrayList<>();
            contest.again(all, (int) Math.ceil(settings.retried() * all)).forEach(one -> next.add(one.candidate()));
            again = next.size();
            emitters.forEach(emitter -> next.addAll(emitter.ask(random)));
            asked = next;
        }
        return asked;
    }

    @Override
    public void tell(List<Fitness> fitness) {
        contest.retried(fitness.subList(0, again));
        int first = again;
        for (ImprovementEmitter emitter : emitters) {
            if (!emitter.learn(entered(fitness, first))) {
                emitter.beginAnew(
                        grid.size() == 0
                                ? task.box().random(random)
                                : grid.any(random).candidate());
            }
            first += each;
        }
        asked = List.of();
    }

    /** What the candidates of one emitter do for the grid. */
    private List<ImprovementEmitter.Addition> entered(List<Fitness> fitness, int first) {
        List<ImprovementEmitter.Addition> additions = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            Solution<double[]> solution = new Solution<>(asked.get(first + i), fitness.get(first + i));
            if (solution.fitness().valid() && grid.welcomes(solution)) {
                double beaten = grid.rival(solution)
                        .map(elite -> elite.fitness().cost())
                        .orElse(0.0);
                boolean fresh = grid.rival(solution).isEmpty();
                additions.add(new ImprovementEmitter.Addition(
                        i, fresh, beaten - solution.fitness().cost()));
                contest.enter(solution);
            }
        }
        return additions;
    }

    @Override
    public Discoveries<double[]> found() {
        Discoveries<double[]> found = grid.found();
        double sigma = emitters.stream()
                .mapToDouble(ImprovementEmitter::sigma)
                .average()
                .orElseThrow();
        found.figures().put("sigma", sigma);
        return found;
    }

    @Override
    public void save(StateWriter out) {
        random.save(out);
        grid.save(out);
        contest.save(out);
        emitters.forEach(emitter -> emitter.save(out));
    }

    @Override
    public void load(StateReader in) {
        random.seek(RandomStream.load(in).counter());
        grid.load(in);
        contest.load(in);
        emitters.forEach(emitter -> emitter.load(in));
        asked = List.of();
    }
}
