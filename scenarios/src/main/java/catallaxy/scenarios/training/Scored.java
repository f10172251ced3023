package catallaxy.scenarios.training;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.problem.ProblemSpec;
import catallaxy.agents.problem.Referee;
import catallaxy.agents.training.Evaluation;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a policy earned in episodes, and how far that is from the known answer.
 *
 * @param evaluation on held-out seeds
 * @param referee    name of the known answer
 * @param optimum    in the referee's units
 * @param attained   in the referee's units
 * @param ratio      1 for all of the optimum
 * @param figures    what else the referee tells, by name
 */
public record Scored(
        Evaluation evaluation,
        String referee,
        double optimum,
        double attained,
        double ratio,
        Map<String, Double> figures) {
    /** Plays so many episodes of a problem and asks its referee. */
    static Scored of(ProblemSpec problem, BatchPolicy policy, int episodes, long seed) {
        Evaluation evaluation =
                Evaluation.of(problem.environment(Evaluation.worldsFor(episodes)), policy, episodes, seed);
        Referee referee = problem.referee();
        double attained = referee.attained(policy, evaluation.mean());
        return new Scored(
                evaluation,
                referee.name(),
                referee.optimum(),
                attained,
                referee.ratio(attained),
                referee.figures(policy));
    }

    /** Entries {@code evaluation} and {@code referee} of an answer. */
    public Map<String, Object> json() {
        Map<String, Object> episodes = new LinkedHashMap<>();
        episodes.put("mean", evaluation.mean());
        episodes.put("std", evaluation.std());
        episodes.put("episodes", evaluation.episodes());
        episodes.put("meanLength", evaluation.meanLength());
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("name", referee);
        known.put("optimum", optimum);
        known.put("attained", attained);
        known.put("ratio", ratio);
        known.putAll(figures);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("evaluation", episodes);
        json.put("referee", known);
        return json;
    }
}
