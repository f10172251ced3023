package catallaxy.scenarios.training;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.problem.ProblemSpec;
import catallaxy.agents.problem.Referee;
import catallaxy.agents.training.Evaluation;
import catallaxy.scenarios.folder.TrainingScore;

/** What a policy earns in a problem, and how far that is from the known answer. */
final class ProblemScore {
    private ProblemScore() {}

    /** Plays so many episodes of a problem and asks its referee. */
    static TrainingScore of(ProblemSpec problem, BatchPolicy policy, int episodes, long seed) {
        Evaluation played = Evaluation.of(problem.environment(Evaluation.worldsFor(episodes)), policy, episodes, seed);
        Referee referee = problem.referee();
        double attained = referee.attained(policy, played.mean());
        return TrainingScore.of(
                new TrainingScore.Episodes(played.mean(), played.std(), played.episodes(), played.meanLength()),
                new TrainingScore.Referee(
                        referee.name(), referee.optimum(), attained, referee.ratio(attained), referee.figures(policy)),
                referee.mistakes(policy));
    }
}
