package catallaxy.scenarios.training;

import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.market.MarketEvaluation;
import catallaxy.agents.policy.Cast;
import catallaxy.agents.policy.PolicySpec;
import catallaxy.agents.policy.RandomAgent;
import catallaxy.agents.statistics.Estimate;
import catallaxy.agents.statistics.ScoreSample;
import catallaxy.agents.statistics.StratifiedBootstrap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Learned policies against the policies that the scenario names for their seats and against random ones, on the same seeds.
 *
 * @param together everybody, with all learned policies in their seats
 * @param baseline everybody with the scenario's own policies
 * @param alone    the same with one learned policy in its seat, for each learner
 * @param random   the same with a random policy in one learner's seat, for each learner
 * @param without  all learned policies but one in their seats, for each learner
 */
record MarketScores(
        MarketEvaluation together,
        MarketEvaluation baseline,
        Map<String, MarketEvaluation> alone,
        Map<String, MarketEvaluation> random,
        Map<String, MarketEvaluation> without) {
    /**
     * Plays all of them.
     *
     * @param own     the scenario's own policies
     * @param learned the same with learned policies in some seats
     * @param agents  those seats
     */
    static MarketScores of(Cast own, Cast learned, List<String> agents, FaultRule rule, long[] seeds) {
        Map<String, MarketEvaluation> alone = new LinkedHashMap<>();
        Map<String, MarketEvaluation> random = new LinkedHashMap<>();
        Map<String, MarketEvaluation> without = new LinkedHashMap<>();
        MarketEvaluation ours = MarketEvaluation.of(learned, rule, seeds);
        MarketEvaluation theirs = MarketEvaluation.of(own, rule, seeds);
        for (String agent : agents) {
            PolicySpec dice = new RandomAgent.Config();
            alone.put(agent, MarketEvaluation.of(own.with(agent, learned.policy(agent)), rule, seeds));
            random.put(agent, MarketEvaluation.of(own.with(agent, dice), rule, seeds));
            boolean only = agents.size() == 1;
            without.put(
                    agent, only ? theirs : MarketEvaluation.of(learned.with(agent, own.policy(agent)), rule, seeds));
        }
        return new MarketScores(ours, theirs, alone, random, without);
    }

    /** One entry a learner. */
    List<Map<String, Object>> json(Map<String, String> algorithms, Cast own) {
        List<Map<String, Object>> learners = new ArrayList<>();
        random.forEach((agent, dice) -> {
            MarketEvaluation learned = Objects.requireNonNull(alone.get(agent));
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("agent", agent);
            json.put("algorithm", algorithms.get(agent));
            json.put("evaluation", moments(learned, agent));
            json.put("together", together(agent));
            Map<String, Object> baseline = new LinkedHashMap<>();
            baseline.put("policy", own.policy(agent).policy());
            baseline.putAll(moments(baseline(), agent));
            json.put("baseline", baseline);
            json.put("random", moments(dice, agent));
            json.put("overBaseline", difference(learned, baseline(), agent));
            json.put("overRandom", difference(learned, dice, agent));
            learners.add(json);
        });
        return learners;
    }

    /** Among the learned policies: all of them, and against all but this one. */
    private Map<String, Object> together(String agent) {
        MarketEvaluation others = Objects.requireNonNull(without.get(agent));
        Map<String, Object> json = moments(together, agent);
        json.put("baseline", moments(others, agent));
        json.put("overBaseline", difference(together, others, agent));
        return json;
    }

    private static Map<String, Object> moments(MarketEvaluation evaluation, String agent) {
        ScoreSample scores = ScoreSample.of(scores(evaluation.scores(), agent));
        ScoreSample trading = ScoreSample.of(scores(evaluation.trading(), agent));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("mean", scores.mean());
        json.put("std", scores.standardDeviation());
        json.put("tradingMean", trading.mean());
        json.put("tradingStd", trading.standardDeviation());
        json.put("episodes", scores.size());
        return json;
    }

    private static double[] scores(Map<String, double[]> all, String agent) {
        return Objects.requireNonNull(all.get(agent));
    }

    /** Mean of the differences on equal seeds, with a bootstrap interval; by both scores. */
    private static Map<String, Object> difference(MarketEvaluation one, MarketEvaluation other, String agent) {
        Map<String, Object> json = new LinkedHashMap<>(interval(one.scores(), other.scores(), agent));
        json.put("trading", interval(one.trading(), other.trading(), agent));
        return json;
    }

    private static Map<String, Object> interval(Map<String, double[]> one, Map<String, double[]> other, String agent) {
        double[] differences = scores(one, agent).clone();
        for (int i = 0; i < differences.length; i++) {
            differences[i] -= scores(other, agent)[i];
        }
        Estimate estimate = StratifiedBootstrap.STANDARD.estimate(ScoreSample.of(differences), ScoreSample::mean);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("mean", estimate.value());
        json.put("low", estimate.low());
        json.put("high", estimate.high());
        json.put("confidence", estimate.confidence());
        return json;
    }
}
