package catallaxy.agents.evolution;

import catallaxy.agents.network.Compute;
import catallaxy.agents.problem.ProblemSpec;
import catallaxy.agents.problem.Referee;
import catallaxy.evolution.fitness.VectorTask;
import catallaxy.evolution.raising.Member;
import catallaxy.evolution.search.Discoveries;
import catallaxy.evolution.search.EvolutionReferee;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.Solution;
import catallaxy.evolution.search.TraineeTask;
import catallaxy.evolution.space.ParameterSpace;
import java.util.List;
import java.util.Optional;

/**
 * The search for a learner's settings in a problem, posed in two ways: learners are raised together, and their settings change while
 * they train ({@link #trainees}), as far as {@link LiveSettings} lets them; or settings are tried by one whole training each ({@link #vectors}), a vector being a point of the
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

    @Override
    public Optional<TraineeTask> trainees() {
        return Optional.of(raised);
    }

    /** The problem's own answer. Learners that are alive are scored as it scores them, settings by their mean return. */
    @Override
    public Optional<EvolutionReferee> referee() {
        Referee referee = problem.referee();
        return Optional.of(new EvolutionReferee(referee.name(), referee.optimum(), List.of(), EvolvableLearner::score));
    }

    private static double score(Discoveries<?> found) {
        if (found.best().isEmpty()) {
            return Double.NaN;
        }
        Solution<?> best = found.best().getFirst();
        double meanReturn = -best.fitness().cost();
        return best.candidate() instanceof Member member && member.trainee() instanceof LiveLearner learner
                ? learner.attained(meanReturn)
                : meanReturn;
    }
}
