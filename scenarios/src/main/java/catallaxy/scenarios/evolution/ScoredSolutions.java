package catallaxy.scenarios.evolution;

import catallaxy.agents.statistics.RankCorrelation;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.fitness.Descriptor;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.fitness.FitnessEvaluator;
import catallaxy.evolution.fitness.Objectives;
import catallaxy.evolution.front.Hypervolume;
import catallaxy.evolution.front.KneePoint;
import catallaxy.evolution.raising.Member;
import catallaxy.evolution.search.Discoveries;
import catallaxy.evolution.search.Evolution;
import catallaxy.evolution.search.EvolutionReferee;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.Niches;
import catallaxy.evolution.search.SearchSetup;
import catallaxy.evolution.search.Solution;
import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.file.EvolutionScenario;
import catallaxy.scenarios.file.evolution.EvolutionSpec;
import catallaxy.scenarios.folder.EvolutionSummary;
import catallaxy.scenarios.folder.EvolvedSolution;
import catallaxy.scenarios.folder.RecordFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * What an evolution has found, scored and written down. Where trials differ, everything found is tried again with seeds that evolution
 * never met: what it believed of the best is what it chose them by, and too good.
 *
 * @param <C> what is evolved
 */
final class ScoredSolutions<C> {
    private final EvolutionScenario scenario;
    private final EvolvableProblem problem;
    private final EvolutionFolder folder;
    private final SearchSetup<C> setup;
    private final Objectives objectives;

    ScoredSolutions(
            EvolutionScenario scenario, EvolvableProblem problem, EvolutionFolder folder, SearchSetup<C> setup) {
        this.scenario = scenario;
        this.problem = problem;
        this.folder = folder;
        this.setup = setup;
        objectives = setup.task().objectives();
    }

    /** Scores, writes the solutions and sums up. */
    EvolutionSummary summary(Evolution<C> evolution, double wallSeconds) throws IOException {
        Discoveries<C> found = evolution.found();
        List<Solution<C>> best = scored(found.best());
        write(
                folder.solutions(),
                IntStream.range(0, best.size())
                        .mapToObj(i -> line(Double.NaN, best.get(i)))
                        .toList());
        if (found.niches().isPresent()) {
            List<Map<String, Object>> lines = new ArrayList<>();
            found.niches().get().elites().forEach((cell, elite) -> lines.add(line(cell, elite)));
            write(folder.archive(), lines);
        }
        Discoveries<C> sure = new Discoveries<>(best, found.niches(), found.figures());
        double[][] costs = sure.costs();
        return new EvolutionSummary(
                new EvolutionSummary.Subject(
                        scenario.spec().method().kind().name(),
                        problem.problem(),
                        scenario.name(),
                        OptionalLong.of(folder.seed())),
                new EvolutionSummary.Course(
                        evolution.trials(),
                        evolution.generation(),
                        evolution.end(),
                        wallSeconds,
                        evolution.trials() / wallSeconds),
                best.isEmpty() ? EvolutionSummary.Best.none() : best(best.get(KneePoint.of(costs))),
                objectives.size() > 1 ? best.stream().map(this::values).toList() : List.of(),
                hypervolume(costs),
                found.niches().map(this::archive).orElse(EvolutionSummary.Archive.none()),
                problem.referee().map(known -> referee(known, sure)).orElse(EvolutionSummary.Referee.none()),
                figures(found, best),
                folder.files().folder().toString());
    }

    private List<Solution<C>> scored(List<Solution<C>> found) {
        if (!setup.task().noisy()) {
            return found;
        }
        RandomStream seeds = RandomStream.of(folder.seed(), "evolution/final");
        long[] luck = new long[scenario.spec().settings().finalSamples()];
        Arrays.setAll(luck, _ -> seeds.nextLong());
        List<C> candidates = found.stream().map(Solution::candidate).toList();
        try (FitnessEvaluator evaluator =
                new FitnessEvaluator(scenario.spec().settings().workers())) {
            List<Fitness> again = evaluator.evaluate(setup.task(), candidates, luck);
            return IntStream.range(0, candidates.size())
                    .mapToObj(i -> new Solution<>(candidates.get(i), again.get(i)))
                    .filter(each -> each.fitness().valid())
                    .toList();
        }
    }

    /** The method's own figures, and where a front was tried again, whether its points kept their order by each objective. */
    private Map<String, Double> figures(Discoveries<C> found, List<Solution<C>> scored) {
        Map<String, Double> figures = new LinkedHashMap<>(found.figures());
        if (setup.task().noisy()
                && objectives.size() > 1
                && scored.size() == found.best().size()) {
            for (int i = 0; i < objectives.size(); i++) {
                double kept = RankCorrelation.of(column(found.best(), i), column(scored, i));
                figures.put("order-kept." + objectives.all().get(i).name(), kept);
            }
        }
        return figures;
    }

    private static double[] column(List<? extends Solution<?>> solutions, int objective) {
        return solutions.stream()
                .mapToDouble(each -> each.fitness().costs()[objective])
                .toArray();
    }

    private List<Double> values(Solution<C> solution) {
        return Arrays.stream(objectives.turned(solution.fitness().costs()))
                .boxed()
                .toList();
    }

    private Map<String, Object> line(double cell, Solution<C> solution) {
        Fitness fitness = solution.fitness();
        List<Double> errors = fitness.samples() < 2
                ? List.of()
                : IntStream.range(0, objectives.size())
                        .mapToObj(fitness::standardError)
                        .toList();
        EvolvedSolution figures = new EvolvedSolution(
                cell,
                values(solution),
                errors,
                Arrays.stream(fitness.behaviour()).boxed().toList(),
                fitness.samples());
        Map<String, Object> line = new LinkedHashMap<>(RecordFields.known(figures));
        List<String> settings = settings(solution.candidate());
        if (!settings.isEmpty()) {
            line.put("settings", settings);
        }
        line.put("candidate", setup.form().parts(solution.candidate()));
        return line;
    }

    /** The settings that a candidate consists of, as {@code key=value}; none where no settings are searched. */
    private List<String> settings(C candidate) {
        EvolutionSpec spec = scenario.spec();
        double[] point = switch (candidate) {
            case double[] vector -> vector;
            case Member member -> member.point();
            default -> new double[0];
        };
        if (spec.subject() != EvolutionSpec.Subject.SETTINGS
                || point.length != spec.space().size()) {
            return List.of();
        }
        return spec.space().settings(point).entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .toList();
    }

    private static void write(Path file, List<Map<String, Object>> lines) throws IOException {
        Files.write(file, lines.stream().map(JsonText::of).toList());
    }

    private EvolutionSummary.Best best(Solution<C> solution) {
        List<Double> values = values(solution);
        Map<String, Double> byName = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            byName.put(objectives.all().get(i).name(), values.get(i));
        }
        Map<String, Double> behaviour = new LinkedHashMap<>();
        List<Descriptor> descriptors = setup.task().descriptors();
        for (int i = 0; i < descriptors.size(); i++) {
            behaviour.put(descriptors.get(i).name(), solution.fitness().behaviour()[i]);
        }
        return new EvolutionSummary.Best(
                values.getFirst(),
                solution.fitness().standardError(0),
                solution.fitness().samples(),
                byName,
                behaviour,
                settings(solution.candidate()));
    }

    private EvolutionSummary.Hypervolume hypervolume(double[][] costs) {
        List<Double> reference =
                problem.referee().map(EvolutionReferee::reference).orElse(List.of());
        if (reference.isEmpty()) {
            return EvolutionSummary.Hypervolume.none();
        }
        double[] point = reference.stream().mapToDouble(Double::doubleValue).toArray();
        return new EvolutionSummary.Hypervolume(Hypervolume.of(costs, point), reference);
    }

    private EvolutionSummary.Archive archive(Niches<?> niches) {
        double worst = problem.worstCost()
                .orElseGet(() -> niches.elites().values().stream()
                        .mapToDouble(elite -> elite.fitness().cost())
                        .max()
                        .orElse(0));
        return new EvolutionSummary.Archive(
                niches.size(),
                niches.elites().size(),
                niches.score(worst),
                niches.cells().stream().map(Integer::doubleValue).toList());
    }

    private static EvolutionSummary.Referee referee(EvolutionReferee known, Discoveries<?> found) {
        double attained = known.score().of(found);
        return new EvolutionSummary.Referee(known.name(), known.optimum(), attained, known.ratio(attained));
    }
}
