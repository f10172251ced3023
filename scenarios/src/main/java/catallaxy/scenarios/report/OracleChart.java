package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.Metric;
import catallaxy.scenarios.folder.VenueTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What oracles tell, against pools and the world. */
public final class OracleChart implements ChartKind {
    @Override
    public String name() {
        return "oracle";
    }

    @Override
    public String title() {
        return "What lending markets believe a collateral is worth, one chart for each";
    }

    @Override
    public String unit() {
        return "quote asset";
    }

    @Override
    public String definition() {
        return "The price that each lending market's oracle tells, against the prices of the pairs of the asset and the world's: where "
                + "they part, what is borrowed is worth more than what is left for it, or sound debts are liquidated.";
    }

    @Override
    public ChartSection section() {
        return ChartSection.MORE;
    }

    @Override
    public int place() {
        return 200;
    }

    @Override
    public boolean appliesTo(RunFolder run) {
        return !new LendingCharts(run).markets().isEmpty();
    }

    @Override
    public List<Chart> charts(RunFolder run) {
        var charts = new ArrayList<Chart>();
        new LendingCharts(run)
                .byAsset(Metric::oraclePrice)
                .forEach((asset, markets) -> charts.add(chart(run, asset, markets)));
        return charts;
    }

    private Chart chart(RunFolder run, String asset, Map<String, Samples> markets) {
        var lines = new ArrayList<Chart.Line>();
        markets.forEach(
                (market, told) -> lines.add(Chart.Line.of("oracle of " + market, Palette.VENUES + lines.size(), told)));
        Map<String, Samples> prices = run.metrics().matching(Metric.VENUE_PRICE);
        for (VenueTotals venue : run.summary().venues()) {
            if (venue.base().equals(asset)
                    && venue.quote().equals(run.summary().quote())
                    && prices.containsKey(venue.id())) {
                lines.add(Chart.Line.of(venue.id(), Palette.VENUES + lines.size(), prices.get(venue.id())));
            }
        }
        Samples world = run.metrics().matching(Metric.WORLD_PRICE).getOrDefault(asset, Samples.NONE);
        lines.add(new Chart.Line("world price", Palette.NEUTRAL, Chart.Stroke.DASHED, false, world));
        return Chart.of(asset + " as oracles have it", run.summary().quote(), definition(), lines);
    }
}
