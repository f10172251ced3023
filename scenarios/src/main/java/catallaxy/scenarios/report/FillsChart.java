package catallaxy.scenarios.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How many fills each agent has per interval, all of one round length. */
public final class FillsChart implements ChartKind {
    @Override
    public String name() {
        return "fills";
    }

    @Override
    public String title() {
        return "Fills per interval";
    }

    @Override
    public String unit() {
        return "fills";
    }

    @Override
    public String definition() {
        return Term.FILLS.definition();
    }

    @Override
    public ChartSection section() {
        return ChartSection.FILLS;
    }

    @Override
    public int place() {
        return 100;
    }

    @Override
    public List<Chart> charts(RunFolder run) {
        Map<String, FillTally> tallies = run.fills().tallies();
        long width = tallies.values().stream()
                .mapToLong(tally -> tally.perInterval().widthSeconds())
                .max()
                .orElse(1);
        var bars = new ArrayList<Chart.Bars>();
        tallies.forEach((agent, tally) -> {
            if (tally.fills() > 0) {
                bars.add(new Chart.Bars(
                        agent, run.color(agent), width, tally.perInterval().counts(width)));
            }
        });
        return List.of(Chart.ofBars("Fills per " + FigureText.duration((double) width), unit(), definition(), bars));
    }
}
