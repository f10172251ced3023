package catallaxy.scenarios.report;

import catallaxy.environment.market.role.RoleKinds;
import catallaxy.environment.market.role.TwoSided;
import catallaxy.scenarios.NaturalOrder;
import catallaxy.scenarios.folder.Metric;
import catallaxy.scenarios.folder.VenueTotals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the agents hold of each asset, and their positions in perpetuals and futures of it, market makers first. */
public final class InventoryChart implements ChartKind {
    @Override
    public String name() {
        return "inventory";
    }

    @Override
    public String title() {
        return "Inventory of an asset, one chart for each";
    }

    @Override
    public String unit() {
        return "asset";
    }

    @Override
    public String definition() {
        return Term.INVENTORY.definition();
    }

    @Override
    public ChartSection section() {
        return ChartSection.MAKING;
    }

    @Override
    public int place() {
        return 200;
    }

    @Override
    public List<Chart> charts(RunFolder run) {
        var charts = new ArrayList<Chart>();
        byAsset(run)
                .forEach((asset, lines) -> charts.add(Chart.of("Inventory of " + asset, asset, definition(), lines)));
        return charts;
    }

    /** The quote asset last. */
    private static Map<String, List<Chart.Line>> byAsset(RunFolder run) {
        String quote = run.summary().quote();
        var byAsset = new TreeMap<String, List<Chart.Line>>(
                Comparator.comparing((String asset) -> asset.equals(quote)).thenComparing(NaturalOrder.NAMES));
        for (String agent : makersFirst(run)) {
            Chart.Stroke stroke = stroke(run, agent);
            run.metrics()
                    .matching(Metric.inventory(agent))
                    .forEach((asset, samples) -> byAsset.computeIfAbsent(asset, _ -> new ArrayList<>())
                            .add(new Chart.Line(agent, run.color(agent), stroke, true, samples)));
            positions(run, agent)
                    .forEach((venue, samples) -> byAsset.computeIfAbsent(base(run, venue), _ -> new ArrayList<>())
                            .add(new Chart.Line(agent + " on " + venue, run.color(agent), stroke, true, samples)));
        }
        return byAsset;
    }

    /** An agent's positions by venue, of those where it has any. */
    private static Map<String, Samples> positions(RunFolder run, String agent) {
        var positions = new TreeMap<String, Samples>(NaturalOrder.NAMES);
        run.metrics().matching(Metric.position(agent)).forEach((venue, samples) -> {
            if (!samples.isZero()) {
                positions.put(venue, samples);
            }
        });
        return positions;
    }

    /** The asset of which a venue deals in positions. */
    private static String base(RunFolder run, String venue) {
        return run.summary().venues().stream()
                .filter(each -> each.id().equals(venue))
                .map(VenueTotals::base)
                .findFirst()
                .orElse(venue);
    }

    private static List<String> makersFirst(RunFolder run) {
        return run.agents().stream()
                .sorted(Comparator.comparing(agent -> !isMaker(run, agent)))
                .toList();
    }

    private static Chart.Stroke stroke(RunFolder run, String agent) {
        boolean shown = isMaker(run, agent) || run.agents().stream().noneMatch(each -> isMaker(run, each));
        return shown ? Chart.Stroke.SOLID : Chart.Stroke.THIN;
    }

    private static boolean isMaker(RunFolder run, String agent) {
        return run.summary()
                .agent(agent)
                .filter(stated ->
                        RoleKinds.registered().offering(TwoSided.class).contains(stated.role()))
                .isPresent();
    }
}
