package catallaxy.agents.evolution;

import catallaxy.agents.network.Compute;
import catallaxy.agents.problem.ProblemSpec;
import catallaxy.evolution.fitness.VectorTask;
import catallaxy.evolution.search.EvolutionReferee;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.TraineeTask;
import catallaxy.evolution.space.ParameterSpace;
import java.util.Optional;

/**
 * The search for a learner's settings in a problem, posed in two ways: learners are raised together, and their settings change while
 * they train ({@link #trainees}); or settings are tried by one whole training each ({@link #vectors}), a vector being a point of the
 * unit cube of the space. Either way the worth is a mean return, of which more is better.
 *
 * <p>Learners train one at a time, whatever the number of threads: the network library records gradients in one place of a process.
 */
public final class EvolvableLearner implements EvolvableProblem {
    private final ProblemSpec problem;
    private final LearnerTrainees raised;

    private EvolvableLearner(ProblemSpec problem, LearnerTrainees raised) {
        this.problem = problem;
        this.raised = raised;
    }

    /**
     * The search for settings of a learner in a problem.
     *
     * @param settings makes the learner of the settings that the space names
     * @param compute  for networks, used by one thread after another; closed by its owner once nothing trains any more, which frees
     *                 what learners hold
     */
    public static EvolvableLearner of(
            ProblemSpec problem, LearnerSettings settings, ParameterSpace space, Stretch stretch, Compute compute) {
        return new EvolvableLearner(problem, new LearnerTrainees(problem, settings, space, stretch, compute));
    }

    @Override
    public String problem() {
        return problem.problem();
    }

    @Override
    public Optional<VectorTask> vectors() {
        return Optional.of(new TrainingTask(raised.whole()));
    }

    /**
     * The task of raising them.
     *
     * @throws IllegalArgumentException if a parameter of the space cannot change while a learner lives, with why: {@link LiveSettings}
     */
    @Override
    public Optional<TraineeTask> trainees() {
        raised.requireLive();
        return Optional.of(raised);
    }

    /** The problem's own answer, as a mean return. */
    @Override
    public Optional<EvolutionReferee> referee() {
        return Optional.of(EvolutionReferee.value(
                problem.referee().name(), problem.referee().optimum()));
    }
}
