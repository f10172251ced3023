package catallaxy.scenarios.evolution;

import catallaxy.evolution.fitness.FitnessTask;
import catallaxy.evolution.fitness.Objectives;
import catallaxy.evolution.search.Discoveries;
import catallaxy.evolution.search.Niches;
import catallaxy.evolution.search.Solution;
import catallaxy.scenarios.file.EvolutionScenario;
import catallaxy.scenarios.run.FolderGuard;
import catallaxy.scenarios.training.MetricsLog;
import catallaxy.scenarios.training.TrainingWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Writes the course of an evolution into {@code metrics.jsonl}, at most some hundred lines whatever its length, over trials. One thread.
 */
final class EvolutionJournal implements AutoCloseable {
    private static final int LINES = 500;

    private final Objectives objectives;
    private final TrainingWatch watch;
    private final long total;
    private final MetricsLog metrics;
    private final FolderGuard guard;
    private long next;
    private long written = -1;

    /**
     * Goes on after so many trials; what was written after them is removed.
     *
     * @param begun 0 for a new evolution
     */
    EvolutionJournal(
            EvolutionFolder folder, EvolutionScenario scenario, FitnessTask<?> task, TrainingWatch watch, long begun)
            throws IOException {
        objectives = task.objectives();
        this.watch = watch;
        total = scenario.spec().plan().evaluations();
        Path file = folder.files().metrics();
        MetricsLog.forgetAfter(file, begun);
        metrics = new MetricsLog(file);
        guard = FolderGuard.of(folder.files().folder(), List.of(file));
        next = begun / interval() * interval() + (begun == 0 ? 0 : interval());
    }

    private long interval() {
        return Math.max(1, total / LINES);
    }

    /** A generation is over. */
    void generation(long generation, long trials, double seconds, Supplier<? extends Discoveries<?>> found)
            throws IOException {
        if (trials >= next) {
            last(generation, trials, seconds, found.get());
            next = (trials / interval() + 1) * interval();
        }
    }

    /** The last generation is over. */
    void last(long generation, long trials, double seconds, Discoveries<?> found) throws IOException {
        if (trials == written) {
            return;
        }
        written = trials;
        guard.require();
        Map<String, Double> figures = figures(found);
        figures.put("evolution/generation", (double) generation);
        double perSecond = trials / Math.max(1e-9, seconds);
        figures.put("time/evaluations_per_second", perSecond);
        figures.put("time/time_elapsed", seconds);
        metrics.add(trials, figures);
        watch.progress(trials, total, perSecond, Math.max(0, total - trials) / perSecond, figures);
    }

    private Map<String, Double> figures(Discoveries<?> found) {
        Map<String, Double> figures = new LinkedHashMap<>();
        List<? extends Solution<?>> best = found.best();
        if (objectives.size() == 1 && !best.isEmpty()) {
            figures.put("best/" + name(0), value(best.getFirst(), 0));
        } else if (objectives.size() > 1) {
            figures.put("front/size", (double) best.size());
            for (int i = 0; i < objectives.size() && !best.isEmpty(); i++) {
                int objective = i;
                double least = best.stream()
                        .mapToDouble(each -> each.fitness().costs()[objective])
                        .min()
                        .orElseThrow();
                figures.put("best/" + name(i), objectives.all().get(i).turned(least));
            }
        }
        found.niches().ifPresent(niches -> archive(niches, figures));
        found.figures().forEach((name, value) -> figures.put("search/" + name, value));
        return figures;
    }

    private static void archive(Niches<?> niches, Map<String, Double> figures) {
        figures.put("archive/filled", (double) niches.elites().size());
    }

    private String name(int objective) {
        return objectives.all().get(objective).name();
    }

    private double value(Solution<?> solution, int objective) {
        return objectives.all().get(objective).turned(solution.fitness().costs()[objective]);
    }

    @Override
    public void close() throws IOException {
        metrics.close();
    }
}
