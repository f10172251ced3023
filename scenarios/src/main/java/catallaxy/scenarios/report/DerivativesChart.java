package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.Metric;
import java.util.ArrayList;
import java.util.List;

/** What happens in each perpetual and future: open interest, mark and funding, liquidations, insurance fund; a chart each. */
public final class DerivativesChart implements ChartKind {
    @Override
    public String name() {
        return "derivatives";
    }

    @Override
    public String title() {
        return "Open interest, premium and funding, liquidations and insurance of a perpetual or future, four charts for each";
    }

    @Override
    public String unit() {
        return "base, bps and quote";
    }

    @Override
    public String definition() {
        return Term.OPEN_INTEREST.definition() + " " + Term.MARK_PREMIUM.definition() + " "
                + Term.LIQUIDATED.definition() + " " + Term.INSURANCE.definition();
    }

    @Override
    public ChartSection section() {
        return ChartSection.DERIVATIVES;
    }

    @Override
    public int place() {
        return 100;
    }

    @Override
    public boolean appliesTo(RunFolder run) {
        return !run.metrics().matching(Metric.VENUE_OPEN_INTEREST).isEmpty();
    }

    @Override
    public List<Chart> charts(RunFolder run) {
        var charts = new ArrayList<Chart>();
        for (String venue : run.metrics().matching(Metric.VENUE_OPEN_INTEREST).keySet()) {
            charts.add(Chart.of(
                    title(Term.OPEN_INTEREST, venue),
                    "base",
                    Term.OPEN_INTEREST.definition(),
                    List.of(line(run, venue, "long", Metric.VENUE_OPEN_INTEREST, 0))));
            charts.add(Chart.of(
                    title(Term.MARK_PREMIUM, venue),
                    "bps",
                    Term.MARK_PREMIUM.definition(),
                    List.of(
                            line(run, venue, "mark less index", Metric.VENUE_MARK_PREMIUM, 0),
                            line(run, venue, "funding", Metric.VENUE_FUNDING, 1))));
            charts.add(Chart.of(
                    title(Term.LIQUIDATED, venue),
                    "base",
                    Term.LIQUIDATED.definition(),
                    List.of(
                            line(run, venue, "liquidated", Metric.VENUE_LIQUIDATED, 0),
                            line(run, venue, "deleveraged", Metric.VENUE_DELEVERAGED, 1))));
            charts.add(Chart.of(
                    title(Term.INSURANCE, venue),
                    "quote",
                    Term.INSURANCE.definition(),
                    List.of(line(run, venue, "fund", Metric.VENUE_INSURANCE, 0))));
        }
        return charts;
    }

    private static String title(Term term, String venue) {
        return term.title() + " · " + venue;
    }

    private static Chart.Line line(RunFolder run, String venue, String label, Metric metric, int color) {
        return Chart.Line.of(label, color, run.metrics().matching(metric).getOrDefault(venue, Samples.NONE));
    }
}
