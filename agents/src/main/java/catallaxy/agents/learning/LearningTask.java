package catallaxy.agents.learning;

import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.random.RandomStream;
import java.util.Optional;

/**
 * What a learner is made for: what it sees and does, in how many worlds, for how long, and with which chance. Immutable.
 *
 * @param observations of one world, {@code [F]}
 * @param actions      in one world
 * @param worlds       {@code N}, positive
 * @param totalSteps   planned transitions, over all worlds, positive; where all that is annealed ends
 * @param seed         of the learner's chance
 * @param game         that is played in the worlds, for learners that plan; empty where none is
 */
public record LearningTask(
        ObservationSpec observations,
        ActionSpec actions,
        int worlds,
        long totalSteps,
        long seed,
        Optional<Game<?>> game) {
    /** Checks both numbers. */
    public LearningTask {
        Checks.that(worlds > 0, "worlds", "a positive number", worlds);
        Checks.that(totalSteps > 0, "totalSteps", "a positive number", totalSteps);
    }

    /** Where no game is played. */
    public LearningTask(ObservationSpec observations, ActionSpec actions, int worlds, long totalSteps, long seed) {
        this(observations, actions, worlds, totalSteps, seed, Optional.empty());
    }

    /** To learn in these worlds. */
    public static LearningTask in(VectorEnvironment environment, long totalSteps, long seed) {
        return new LearningTask(
                environment.observationSpec(),
                environment.actionSpec(),
                environment.worlds(),
                totalSteps,
                seed,
                environment.game());
    }

    /**
     * The game that is played.
     *
     * @param algorithm that wants one
     * @throws IllegalArgumentException if none is
     */
    public Game<?> requireGame(String algorithm) {
        return game.orElseThrow(() -> new IllegalArgumentException(
                algorithm + ": expected a game, on which it can plan, found a problem without positions and moves"));
    }

    /** {@code F}. */
    public int features() {
        return observations.size();
    }

    /** What actions are. */
    public ActionSpace space() {
        return ActionSpace.of(actions);
    }

    /** The random stream of a part of a learner, independent of all others. */
    public RandomStream stream(String algorithm, String part) {
        return RandomStream.of(seed, "learner/" + algorithm + "/" + part);
    }
}
