package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.Metric;
import java.util.ArrayList;
import java.util.List;

/** The spread of each order book. */
public final class SpreadChart implements ChartKind {
    @Override
    public String name() {
        return "spread";
    }

    @Override
    public String title() {
        return "Spread per venue";
    }

    @Override
    public String unit() {
        return "bps";
    }

    @Override
    public String definition() {
        return Term.SPREAD.definition();
    }

    @Override
    public ChartSection section() {
        return ChartSection.MAKING;
    }

    @Override
    public int place() {
        return 100;
    }

    @Override
    public boolean appliesTo(RunFolder run) {
        return !run.metrics().matching(Metric.VENUE_SPREAD).isEmpty();
    }

    @Override
    public List<Chart> charts(RunFolder run) {
        var lines = new ArrayList<Chart.Line>();
        run.metrics()
                .matching(Metric.VENUE_SPREAD)
                .forEach((venue, samples) -> lines.add(Chart.Line.of(venue, Palette.VENUES + lines.size(), samples)));
        return List.of(Chart.of(title(), unit(), definition(), lines));
    }
}
