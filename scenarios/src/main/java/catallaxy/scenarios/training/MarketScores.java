package catallaxy.scenarios.training;

import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.market.MarketEvaluation;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.agents.policy.PolicySpec;
import catallaxy.agents.policy.RandomAgent;
import catallaxy.agents.statistics.Estimate;
import catallaxy.agents.statistics.ScoreSample;
import catallaxy.agents.statistics.StratifiedBootstrap;
import catallaxy.scenarios.folder.TrainingScore;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Learned policies against the policies that the scenario names for their seats and against random ones, on the same seeds.
 *
 * @param agents  the learners
 * @param learned everybody, by whose seats have learned policies; all others have the scenario's own
 * @param random  everybody with the scenario's own policies but for a random one in one learner's seat, for each learner
 */
record MarketScores(
        List<String> agents, Map<Set<String>, MarketEvaluation> learned, Map<String, MarketEvaluation> random) {
    /**
     * Plays all that is compared: none, one, all but one, and all of the learned policies.
     *
     * @param own     the scenario's own policies
     * @param learned the same with learned policies in some seats
     * @param agents  those seats
     */
    static MarketScores of(MarketAgents own, MarketAgents learned, List<String> agents, FaultRule rule, long[] seeds) {
        Map<Set<String>, MarketEvaluation> played = new HashMap<>();
        Map<String, MarketEvaluation> random = new LinkedHashMap<>();
        for (String agent : agents) {
            for (Set<String> seats :
                    List.of(Set.<String>of(), Set.of(agent), others(agents, agent), Set.copyOf(agents))) {
                played.computeIfAbsent(seats, some -> MarketEvaluation.of(seated(own, learned, some), rule, seeds));
            }
            random.put(agent, MarketEvaluation.of(own.with(agent, new RandomAgent.Config()), rule, seeds));
        }
        return new MarketScores(agents, played, random);
    }

    private static Set<String> others(List<String> agents, String agent) {
        return agents.stream().filter(each -> !each.equals(agent)).collect(Collectors.toUnmodifiableSet());
    }

    private static MarketAgents seated(MarketAgents own, MarketAgents learned, Set<String> seats) {
        MarketAgents agents = own;
        for (String seat : seats) {
            agents = agents.with(seat, learned.policy(seat));
        }
        return agents;
    }

    private MarketEvaluation learnedBy(Set<String> seats) {
        return Objects.requireNonNull(learned.get(seats));
    }

    /** What each learner earns. */
    List<TrainingScore.Learner> learners(Map<String, String> algorithms, MarketAgents own) {
        return agents.stream()
                .map(agent -> learner(agent, algorithms.getOrDefault(agent, ""), own.policy(agent)))
                .toList();
    }

    private TrainingScore.Learner learner(String agent, String algorithm, PolicySpec own) {
        MarketEvaluation alone = learnedBy(Set.of(agent));
        MarketEvaluation none = learnedBy(Set.of());
        MarketEvaluation dice = Objects.requireNonNull(random.get(agent));
        return new TrainingScore.Learner(
                agent,
                algorithm,
                moments(alone, agent),
                together(agent),
                new TrainingScore.Baseline(own.policy(), moments(none, agent)),
                moments(dice, agent),
                difference(alone, none, agent),
                difference(alone, dice, agent));
    }

    /** Among the learned policies: all of them, and against all but this one. */
    private TrainingScore.Together together(String agent) {
        MarketEvaluation all = learnedBy(Set.copyOf(agents));
        MarketEvaluation others = learnedBy(others(agents, agent));
        return new TrainingScore.Together(moments(all, agent), moments(others, agent), difference(all, others, agent));
    }

    private static TrainingScore.Scores moments(MarketEvaluation evaluation, String agent) {
        ScoreSample scores = ScoreSample.of(scores(evaluation.scores(), agent));
        ScoreSample trading = ScoreSample.of(scores(evaluation.trading(), agent));
        return new TrainingScore.Scores(
                scores.mean(), scores.standardDeviation(), trading.mean(), trading.standardDeviation(), scores.size());
    }

    private static double[] scores(Map<String, double[]> all, String agent) {
        return Objects.requireNonNull(all.get(agent));
    }

    /** Mean of the differences on equal seeds, with a bootstrap interval; by both scores. */
    private static TrainingScore.Difference difference(MarketEvaluation one, MarketEvaluation other, String agent) {
        return new TrainingScore.Difference(
                interval(one.scores(), other.scores(), agent), interval(one.trading(), other.trading(), agent));
    }

    private static TrainingScore.Interval interval(
            Map<String, double[]> one, Map<String, double[]> other, String agent) {
        double[] differences = scores(one, agent).clone();
        for (int i = 0; i < differences.length; i++) {
            differences[i] -= scores(other, agent)[i];
        }
        Estimate estimate = StratifiedBootstrap.STANDARD.estimate(ScoreSample.of(differences), ScoreSample::mean);
        return new TrainingScore.Interval(estimate.value(), estimate.low(), estimate.high(), estimate.confidence());
    }
}
