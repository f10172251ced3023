package catallaxy.scenarios.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where the profit of each agent came from, over time: areas of its parts, gains above 0 and losses below, and their sum. */
public final class AttributionChart implements ChartKind {
    private static final int MOST_AGENTS = 16;

    @Override
    public String name() {
        return "attribution";
    }

    @Override
    public String title() {
        return "Where the money came from, one chart for each agent";
    }

    @Override
    public String unit() {
        return "quote asset";
    }

    @Override
    public String definition() {
        return "What each cause has brought the agent so far: gains are stacked above 0, losses below it; the line is their "
                + "sum, the PnL. The first " + MOST_AGENTS + " agents have a chart.";
    }

    @Override
    public ChartSection section() {
        return ChartSection.EQUITY;
    }

    @Override
    public int place() {
        return 300;
    }

    @Override
    public List<Chart> charts(RunFolder run) throws IOException {
        Map<String, AttributionHistory> histories = AttributionHistory.read(run.path());
        return run.agents().stream()
                .filter(histories::containsKey)
                .limit(MOST_AGENTS)
                .flatMap(agent -> Stream.ofNullable(histories.get(agent)).map(each -> chart(run, agent, each)))
                .filter(chart -> !chart.bands().isEmpty())
                .toList();
    }

    private Chart chart(RunFolder run, String agent, AttributionHistory history) {
        List<Chart.Band> areas = new ArrayList<>();
        for (int part = 0; part < AttributionHistory.PARTS.size(); part++) {
            if (history.has(part)) {
                AttributionHistory.Edges edges = history.stacked(part);
                String name =
                        ProfitTables.term(AttributionHistory.PARTS.get(part)).title();
                areas.add(new Chart.Band(name, part, edges.low(), edges.high()));
            }
        }
        Chart.Line sum = new Chart.Line("PnL", Palette.NEUTRAL, Chart.Stroke.SOLID, false, history.total());
        return Chart.of("Profit of " + agent, run.summary().quote(), definition(), List.of(sum))
                .withBands(areas);
    }
}
