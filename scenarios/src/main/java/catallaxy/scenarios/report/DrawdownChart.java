package catallaxy.scenarios.report;

import java.util.List;

/** How far the equity of each agent is below its peak; negative, so that the line falls with it. */
public final class DrawdownChart implements ChartKind {
    @Override
    public String name() {
        return "drawdown";
    }

    @Override
    public String title() {
        return "Drawdown";
    }

    @Override
    public String unit() {
        return "%";
    }

    @Override
    public String definition() {
        return Term.DRAWDOWN.definition();
    }

    @Override
    public ChartSection section() {
        return ChartSection.EQUITY;
    }

    @Override
    public int place() {
        return 200;
    }

    @Override
    public boolean appliesTo(RunFolder run) {
        return !run.equity().isEmpty();
    }

    @Override
    public List<Chart> charts(RunFolder run) {
        List<Chart.Line> lines = run.agents().stream()
                .map(agent -> Chart.Line.of(agent, run.color(agent), fall(run, agent)))
                .toList();
        return List.of(Chart.of(title(), unit(), definition(), lines)
                .withShape(Chart.Shape.STRIP)
                .withMarks(InterventionMarks.of(run)));
    }

    private static Samples fall(RunFolder run, String agent) {
        EquityHistory history = run.equity().get(agent);
        return history == null ? Samples.NONE : history.drawdown().times(-100);
    }
}
