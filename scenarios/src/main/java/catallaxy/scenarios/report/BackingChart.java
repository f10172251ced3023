package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.Metric;
import java.util.ArrayList;
import java.util.List;

/** What part of what it owes each bridge with a committee has. */
public final class BackingChart implements ChartKind {
    @Override
    public String name() {
        return "bridge-backing";
    }

    @Override
    public String title() {
        return "Backing of bridges";
    }

    @Override
    public String unit() {
        return "1";
    }

    @Override
    public String definition() {
        return Term.BACKING.definition();
    }

    @Override
    public ChartSection section() {
        return ChartSection.CHAINS;
    }

    @Override
    public int place() {
        return 210;
    }

    @Override
    public boolean appliesTo(RunFolder run) {
        return !run.metrics().matching(Metric.BRIDGE_BACKING).isEmpty();
    }

    @Override
    public List<Chart> charts(RunFolder run) {
        var lines = new ArrayList<Chart.Line>();
        run.metrics()
                .matching(Metric.BRIDGE_BACKING)
                .forEach((bridge, worth) -> lines.add(Chart.Line.of(bridge, lines.size(), worth)));
        return List.of(Chart.of(title(), unit(), definition(), lines));
    }
}
