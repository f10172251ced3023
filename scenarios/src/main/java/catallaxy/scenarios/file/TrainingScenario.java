package catallaxy.scenarios.file;

import catallaxy.agents.problem.ProblemSpec;
import catallaxy.agents.training.LearnerSpec;
import catallaxy.agents.training.TrainingPlan;
import catallaxy.scenarios.file.learning.ComputeChoice;
import catallaxy.scenarios.file.learning.FinalScore;
import catallaxy.scenarios.file.learning.LearnerBinding;

/**
 * A scenario to train in, as it was read. Immutable.
 *
 * @param file       that says it
 * @param name       in results
 * @param seed       used where the command line gives none
 * @param problem    to be solved
 * @param learner    that solves it
 * @param plan       how long, and what on the way
 * @param finalScore what is made of it in the end
 * @param compute    what computes the networks
 */
public record TrainingScenario(
        ScenarioFile file,
        String name,
        long seed,
        ProblemSpec problem,
        LearnerSpec<?> learner,
        TrainingPlan plan,
        FinalScore finalScore,
        ComputeChoice compute) {
    /** The same with a learner that has all that it needs. */
    public TrainingScenario bound(LearnerBinding binding) {
        return new TrainingScenario(file, name, seed, problem, binding.bound("", learner), plan, finalScore, compute);
    }
}
