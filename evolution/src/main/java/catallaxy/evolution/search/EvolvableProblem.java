package catallaxy.evolution.search;

import catallaxy.evolution.fitness.ControllerTask;
import catallaxy.evolution.fitness.VectorTask;
import java.util.Optional;
import java.util.OptionalDouble;

/** A problem to which solutions are evolved; it is posed in as many ways as it can be. Immutable, and safe for any thread. */
public interface EvolvableProblem {
    /** Name in scenario files and results. */
    String problem();

    /** To find a vector of numbers. */
    default Optional<VectorTask> vectors() {
        return Optional.empty();
    }

    /** To find what controls something. */
    default Optional<ControllerTask> controllers() {
        return Optional.empty();
    }

    /** To raise learners whose settings change while they train. */
    default Optional<TraineeTask> trainees() {
        return Optional.empty();
    }

    /** A cost so bad that an elite of it is worth nothing, by which archives are scored; empty where there is none. */
    default OptionalDouble worstCost() {
        return OptionalDouble.empty();
    }

    /** What is known about the answer. */
    default Optional<EvolutionReferee> referee() {
        return Optional.empty();
    }
}
