package catallaxy.evolution.search;

import catallaxy.evolution.fitness.FitnessTask;
import catallaxy.evolution.fitness.Objectives;
import catallaxy.evolution.fitness.VectorTask;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** A problem as a search of vectors sees it: its own vectors, or the weights of a network of fixed shape that controls. */
public final class VectorTasks {
    /** What is expected where a problem has neither. */
    private static final String EXPECTED = "a problem of vectors, or of what a network can control";

    private VectorTasks() {}

    /** What the problem would have to be; empty where it has vectors. */
    public static Optional<String> misfit(EvolvableProblem problem) {
        boolean fits = problem.vectors().isPresent() || problem.controllers().isPresent();
        return fits ? Optional.empty() : Optional.of(EXPECTED);
    }

    /** What the problem would have to be for a search by one objective; empty where it has vectors and one. */
    public static Optional<String> misfitOfOne(EvolvableProblem problem) {
        int objectives = problem.vectors()
                .map(FitnessTask::objectives)
                .or(() -> problem.controllers().map(FitnessTask::objectives))
                .map(Objectives::size)
                .orElse(1);
        return objectives > 1 ? Optional.of("a problem of one objective") : misfit(problem);
    }

    /**
     * The task of the problem.
     *
     * @throws IllegalArgumentException if it has neither vectors nor controllers
     */
    public static VectorTask of(EvolvableProblem problem, SearchContext context) {
        return problem.vectors()
                .orElseGet(() -> new WeightTask(
                        problem.controllers().orElseThrow(() -> new IllegalArgumentException("expected " + EXPECTED)),
                        context.network()));
    }

    /** How vectors are written: {@code vector}, an array of numbers. */
    public static SequencedMap<String, Object> parts(double[] vector) {
        SequencedMap<String, Object> parts = new LinkedHashMap<>();
        parts.put("vector", Arrays.stream(vector).boxed().toList());
        return parts;
    }
}
