package catallaxy.scenarios.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What each learner of a market earns in training and on held-out seeds. */
public final class LearnerReturnsChart implements TrainingChartKind {
    private static final String RETURNS = "rollout/ep_rew_mean";
    private static final String EVALUATIONS = "eval/mean_reward";

    @Override
    public String name() {
        return "learner-returns";
    }

    @Override
    public String title() {
        return "Mean return and score of each learner";
    }

    @Override
    public String unit() {
        return "";
    }

    @Override
    public String definition() {
        return "Mean return of an episode of each learner of a market in training, and its mean score in evaluations on held-out"
                + " seeds, over steps of training. Trainings of one group look the same, where there are several groups.";
    }

    @Override
    public int place() {
        return 100;
    }

    @Override
    public boolean appliesTo(ComparedTrainings trainings) {
        return trainings.inMarkets();
    }

    @Override
    public List<Chart> charts(ComparedTrainings trainings) {
        List<Chart> charts = new ArrayList<>();
        for (String agent : agents(trainings)) {
            charts.add(
                    curve(agent + ": mean return of an episode in training", lines(trainings, agent + "/" + RETURNS)));
            charts.add(curve(agent + ": score on held-out seeds", lines(trainings, agent + "/" + EVALUATIONS)));
        }
        return charts;
    }

    /** All that have curves, in the order of the alphabet. */
    private static Set<String> agents(ComparedTrainings trainings) {
        Set<String> agents = new LinkedHashSet<>();
        trainings
                .runs()
                .forEach(run ->
                        agents.addAll(run.metrics().matching("", "/" + RETURNS).keySet()));
        return agents;
    }

    private static List<Chart.Line> lines(ComparedTrainings trainings, String series) {
        List<String> names = new ArrayList<>();
        List<Chart.Line> lines = new ArrayList<>();
        for (TrainingData run : trainings.runs()) {
            String name = trainings.groupCount() > 1 ? trainings.group(run) : trainings.name(run);
            if (!names.contains(name)) {
                names.add(name);
            }
            lines.add(Chart.Line.of(name, names.indexOf(name), run.metrics().series(series)));
        }
        return lines;
    }
}
