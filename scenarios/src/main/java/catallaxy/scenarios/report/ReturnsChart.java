package catallaxy.scenarios.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The returns of trainings in problems: of one in training and in evaluations, of several by problem and group. */
public final class ReturnsChart implements TrainingChartKind {
    @Override
    public String name() {
        return "returns";
    }

    @Override
    public String title() {
        return "Mean return of an episode";
    }

    @Override
    public String unit() {
        return "";
    }

    @Override
    public String definition() {
        return "Mean return of the latest 100 episodes of training, and of evaluations on held-out seeds without exploration, over"
                + " steps of training. Of several trainings the evaluations, where there are at least two.";
    }

    @Override
    public int place() {
        return 100;
    }

    @Override
    public boolean appliesTo(ComparedTrainings trainings) {
        return !trainings.inMarkets();
    }

    @Override
    public List<Chart> charts(ComparedTrainings trainings) {
        return trainings.isAlone() ? List.of(alone(trainings.runs().getFirst())) : compared(trainings);
    }

    private Chart alone(TrainingData run) {
        return wide(
                title(),
                List.of(
                        Chart.Line.of(
                                "training, latest 100 episodes",
                                0,
                                run.metrics().series("rollout/ep_rew_mean")),
                        Chart.Line.of(
                                "evaluation on held-out seeds", 1, run.metrics().series("eval/mean_reward"))));
    }

    /** A chart for each problem, a color for each group. */
    private List<Chart> compared(ComparedTrainings trainings) {
        Map<String, List<Chart.Line>> lines = new LinkedHashMap<>();
        List<String> colors = new ArrayList<>();
        for (TrainingData run : trainings.runs()) {
            String group = trainings.group(run);
            if (!colors.contains(group)) {
                colors.add(group);
            }
            lines.computeIfAbsent(run.scenario(), _ -> new ArrayList<>())
                    .add(Chart.Line.of(group, colors.indexOf(group), run.returns()));
        }
        List<Chart> charts = new ArrayList<>();
        lines.forEach((problem, those) -> charts.add(wide(title() + ", " + problem, those)));
        return charts;
    }

    private Chart wide(String named, List<Chart.Line> lines) {
        return curve(named, lines).withShape(Chart.Shape.WIDE);
    }
}
