package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.Metric;
import java.util.ArrayList;
import java.util.List;

/** What each bridge has on its way. */
public final class BridgeChart implements ChartKind {
    @Override
    public String name() {
        return "bridge";
    }

    @Override
    public String title() {
        return "On its way over bridges";
    }

    @Override
    public String unit() {
        return "quote asset";
    }

    @Override
    public String definition() {
        return Term.IN_TRANSIT.definition();
    }

    @Override
    public ChartSection section() {
        return ChartSection.CHAINS;
    }

    @Override
    public int place() {
        return 200;
    }

    @Override
    public boolean appliesTo(RunFolder run) {
        return !run.metrics().matching(Metric.BRIDGE_IN_TRANSIT).isEmpty();
    }

    @Override
    public List<Chart> charts(RunFolder run) {
        var lines = new ArrayList<Chart.Line>();
        run.metrics()
                .matching(Metric.BRIDGE_IN_TRANSIT)
                .forEach((bridge, worth) -> lines.add(Chart.Line.of(bridge, lines.size(), worth)));
        return List.of(Chart.of(title(), run.summary().quote(), definition(), lines));
    }
}
