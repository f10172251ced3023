package catallaxy.evolution.quality;

import catallaxy.evolution.fitness.FitnessTask;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.VectorTasks;
import java.util.Optional;

/** What the searches of this package ask of a problem. */
final class Described {
    private Described() {}

    /** What the problem would have to be; empty where it has vectors, one objective and a behaviour. */
    static Optional<String> misfit(EvolvableProblem problem) {
        return VectorTasks.misfit(problem)
                .or(() -> problem.vectors()
                        .flatMap(Described::lack)
                        .or(() -> problem.controllers()
                                .filter(_ -> problem.vectors().isEmpty())
                                .flatMap(Described::lack)));
    }

    private static Optional<String> lack(FitnessTask<?> task) {
        if (task.descriptors().isEmpty()) {
            return Optional.of("a problem whose trials show a behaviour");
        }
        return task.objectives().size() == 1 ? Optional.empty() : Optional.of("a problem of one objective");
    }
}
