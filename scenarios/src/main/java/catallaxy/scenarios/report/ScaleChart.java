package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.Metric;
import java.util.List;

/** How far the risk manager lets each agent go. */
public final class ScaleChart implements ChartKind {
    @Override
    public String name() {
        return "scale";
    }

    @Override
    public String title() {
        return "Scale allowed by the risk manager";
    }

    /** None: a fraction. */
    @Override
    public String unit() {
        return "";
    }

    @Override
    public String definition() {
        return Term.SCALE.definition();
    }

    @Override
    public ChartSection section() {
        return ChartSection.RISK;
    }

    @Override
    public int place() {
        return 100;
    }

    @Override
    public boolean appliesTo(RunFolder run) {
        return !run.metrics().matching(Metric.AGENT_SCALE).isEmpty();
    }

    @Override
    public List<Chart> charts(RunFolder run) {
        List<Chart.Line> lines = run.agents().stream()
                .map(agent -> new Chart.Line(agent, run.color(agent), Chart.Stroke.SOLID, true, scale(run, agent)))
                .toList();
        return List.of(Chart.of(title(), unit(), definition(), lines)
                .withShape(Chart.Shape.STRIP)
                .withMarks(InterventionMarks.of(run)));
    }

    private static Samples scale(RunFolder run, String agent) {
        return run.metrics().series(Metric.AGENT_SCALE.of(agent));
    }
}
