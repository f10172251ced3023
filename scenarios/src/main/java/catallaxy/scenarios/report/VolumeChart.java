package catallaxy.scenarios.report;

import java.util.ArrayList;
import java.util.List;

/** What each agent has traded so far. */
public final class VolumeChart implements ChartKind {
    @Override
    public String name() {
        return "volume";
    }

    @Override
    public String title() {
        return "Cumulative volume";
    }

    @Override
    public String unit() {
        return "quote asset";
    }

    @Override
    public String definition() {
        return Term.VOLUME.definition();
    }

    @Override
    public ChartSection section() {
        return ChartSection.FILLS;
    }

    @Override
    public int place() {
        return 200;
    }

    @Override
    public List<Chart> charts(RunFolder run) {
        var lines = new ArrayList<Chart.Line>();
        run.fills()
                .tallies()
                .forEach((agent, tally) -> lines.add(Chart.Line.of(agent, run.color(agent), tally.cumulativeVolume())));
        return List.of(Chart.of(title(), run.summary().quote(), definition(), lines));
    }
}
