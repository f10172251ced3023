package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What lenders have lost. */
public final class BadDebtChart implements ChartKind {
    @Override
    public String name() {
        return "bad-debt";
    }

    @Override
    public String title() {
        return "Debts that no collateral covers";
    }

    @Override
    public String unit() {
        return "in what the oracle counts in";
    }

    @Override
    public String definition() {
        return "Worth of what accounts at risk owe a lending market beyond what their collateral is worth, at the market's own oracle: "
                + "what its lenders have lost, if the oracle is right.";
    }

    @Override
    public ChartSection section() {
        return ChartSection.MORE;
    }

    @Override
    public int place() {
        return 210;
    }

    @Override
    public boolean appliesTo(RunFolder run) {
        return !new LendingCharts(run).markets().isEmpty();
    }

    @Override
    public List<Chart> charts(RunFolder run) {
        var lines = new ArrayList<Chart.Line>();
        Map<String, Samples> markets = run.metrics().matching(Metric.VENUE_BAD_DEBT);
        markets.forEach((market, debt) -> lines.add(Chart.Line.of(market, Palette.VENUES + lines.size(), debt)));
        return List.of(Chart.of(title(), run.summary().quote(), definition(), lines));
    }
}
