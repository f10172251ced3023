package catallaxy.scenarios.report;

import java.util.List;

/** The equity of each agent, at the world's prices. */
public final class EquityChart implements ChartKind {
    @Override
    public String name() {
        return "equity";
    }

    @Override
    public String title() {
        return "Equity per agent";
    }

    @Override
    public String unit() {
        return "quote asset";
    }

    @Override
    public String definition() {
        return Term.EQUITY.definition();
    }

    @Override
    public ChartSection section() {
        return ChartSection.EQUITY;
    }

    @Override
    public int place() {
        return 100;
    }

    @Override
    public List<Chart> charts(RunFolder run) {
        List<Chart.Line> lines = run.agents().stream()
                .map(agent -> Chart.Line.of(agent, run.color(agent), run.equityOf(agent)))
                .toList();
        return List.of(Chart.of(title(), run.summary().quote(), definition(), lines)
                .withViews(List.of("PnL", "Equity", "Return %"))
                .withShape(Chart.Shape.WIDE)
                .withMarks(InterventionMarks.of(run)));
    }
}
