package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.Metric;
import java.util.ArrayList;
import java.util.List;

/** What collateral is good for. */
public final class CollateralChart implements ChartKind {
    @Override
    public String name() {
        return "collateral";
    }

    @Override
    public String title() {
        return "Liquidation thresholds";
    }

    @Override
    public String unit() {
        return "fraction of the worth";
    }

    @Override
    public String definition() {
        return "The part of a collateral's worth that debts may reach before anybody may liquidate them: it moves where a risk steward "
                + "sets it.";
    }

    @Override
    public ChartSection section() {
        return ChartSection.MORE;
    }

    @Override
    public int place() {
        return 220;
    }

    @Override
    public boolean appliesTo(RunFolder run) {
        return !new LendingCharts(run).markets().isEmpty();
    }

    @Override
    public List<Chart> charts(RunFolder run) {
        var lines = new ArrayList<Chart.Line>();
        new LendingCharts(run)
                .byAsset(Metric::threshold)
                .forEach((asset, markets) -> markets.forEach((market, threshold) ->
                        lines.add(Chart.Line.of(market + ", " + asset, Palette.VENUES + lines.size(), threshold))));
        return List.of(Chart.of(title(), unit(), definition(), lines));
    }
}
