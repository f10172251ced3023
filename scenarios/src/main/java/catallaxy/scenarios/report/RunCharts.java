package catallaxy.scenarios.report;

import catallaxy.scenarios.NaturalOrder;
import catallaxy.scenarios.folder.InterventionRow;
import catallaxy.scenarios.folder.Metric;
import catallaxy.scenarios.folder.VenueTotals;
import catallaxy.scenarios.report.Chart.Line;
import catallaxy.scenarios.report.Chart.Shape;
import catallaxy.scenarios.report.Chart.Stroke;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The charts of one run. An agent has the same colour in all of them. */
final class RunCharts {

    private final RunFolder run;
    private final List<String> agents;
    private final String quote;

    RunCharts(RunFolder run) {
        this.run = run;
        this.agents = run.agents();
        this.quote = run.summary().quote();
    }

    List<Chart> equity() {
        var equity = new ArrayList<Line>();
        var drawdown = new ArrayList<Line>();
        for (String agent : agents) {
            equity.add(line(agent, agents.indexOf(agent), run.equityOf(agent)));
            EquityHistory history = run.equity().get(agent);
            Samples fall = history == null ? Samples.NONE : history.drawdown().times(-100);
            drawdown.add(line(agent, agents.indexOf(agent), fall));
        }
        return List.of(
                Chart.of("Equity per agent", quote, Term.EQUITY.definition(), equity)
                        .withViews(List.of("PnL", "Equity", "Return %"))
                        .withShape(Shape.WIDE)
                        .withMarks(marks()),
                Chart.of("Drawdown", "%", Term.DRAWDOWN.definition(), drawdown)
                        .withShape(Shape.STRIP)
                        .withMarks(marks()));
    }

    private List<Chart.Mark> marks() {
        return run.interventions().marks().stream().map(this::mark).toList();
    }

    private Chart.Mark mark(InterventionRow row) {
        String change = row.from().isEmpty() && row.to().isEmpty() ? "" : " " + row.from() + " → " + row.to();
        String text = row.kind() + " · " + row.subject() + change + " · " + row.reason();
        return new Chart.Mark(row.timeSeconds().doubleValue(), row.kind(), agents.indexOf(row.subject()), text);
    }

    /** One chart per traded pair: its venues, the world's price, and the agents' fills. */
    List<Chart> prices() {
        var world = run.metrics().matching(Metric.WORLD_PRICE);
        var charts = new ArrayList<Chart>();
        venuesByMarket(world.keySet()).forEach((market, venues) -> {
            var lines = new ArrayList<Line>();
            String asset = base(market);
            Samples worldPrice = market.endsWith("/" + quote) ? world.getOrDefault(asset, Samples.NONE) : Samples.NONE;
            venues.forEach((venue, samples) -> lines.add(line(venue, Palette.VENUES + lines.size(), samples)));
            lines.add(new Line("world price", Palette.NEUTRAL, Stroke.DASHED, false, worldPrice));
            charts.add(Chart.of(market, market.substring(asset.length() + 1), Term.PRICE.definition(), lines)
                    .withViews(worldPrice.isEmpty() ? List.of("Price") : List.of("Price", "Basis to world, bps"))
                    .withMarkers(fillMarkers(market))
                    .withRegimes(run.metrics().regimes()));
        });
        return charts;
    }

    private Map<String, Map<String, Samples>> venuesByMarket(Iterable<String> worldAssets) {
        var byMarket = new TreeMap<String, Map<String, Samples>>();
        worldAssets.forEach(asset -> byMarket.put(asset + "/" + quote, new LinkedHashMap<>()));
        run.metrics()
                .matching(Metric.VENUE_PRICE)
                .forEach((venue, samples) -> byMarket.computeIfAbsent(
                                market(venue, worldAssets), _ -> new LinkedHashMap<>())
                        .put(venue, samples));
        return byMarket;
    }

    private String market(String venue, Iterable<String> worldAssets) {
        for (VenueTotals stated : run.summary().venues()) {
            if (stated.id().equals(venue)
                    && !stated.base().isEmpty()
                    && !stated.quote().isEmpty()) {
                return stated.base() + "/" + stated.quote();
            }
        }
        String traded = run.fills().market(venue);
        return traded.isEmpty() ? guessed(venue, worldAssets) : traded;
    }

    /** The market of a venue that never traded and whose assets nothing states: an asset named in its id. */
    private String guessed(String venue, Iterable<String> worldAssets) {
        for (String asset : worldAssets) {
            if (venue.toUpperCase(Locale.ROOT).contains(asset.toUpperCase(Locale.ROOT))) {
                return asset + "/" + quote;
            }
        }
        return venue + "/" + quote;
    }

    private static String base(String market) {
        return market.substring(0, market.indexOf('/'));
    }

    private List<Chart.Markers> fillMarkers(String market) {
        var markers = new ArrayList<Chart.Markers>();
        for (String agent : agents) {
            for (boolean buy : new boolean[] {true, false}) {
                markers.add(new Chart.Markers(
                        agent,
                        agents.indexOf(agent),
                        buy,
                        run.fills().markers(agent, market, buy),
                        run.fills().marked(agent, market, buy)));
            }
        }
        return markers;
    }

    /** Spreads of the venues, then what the agents hold of each asset, market makers first. */
    List<Chart> making() {
        var charts = new ArrayList<Chart>();
        var spreads = new ArrayList<Line>();
        run.metrics()
                .matching(Metric.VENUE_SPREAD)
                .forEach((venue, samples) -> spreads.add(line(venue, Palette.VENUES + spreads.size(), samples)));
        charts.add(Chart.of("Spread per venue", "bps", Term.SPREAD.definition(), spreads));
        inventories()
                .forEach((asset, lines) ->
                        charts.add(Chart.of("Inventory of " + asset, asset, Term.INVENTORY.definition(), lines)));
        return charts;
    }

    private Map<String, List<Line>> inventories() {
        var byAsset = new TreeMap<String, List<Line>>(
                Comparator.comparing((String asset) -> asset.equals(quote)).thenComparing(NaturalOrder.NAMES));
        for (String agent : makersFirst()) {
            run.metrics()
                    .matching(Metric.inventory(agent))
                    .forEach((asset, samples) -> byAsset.computeIfAbsent(asset, _ -> new ArrayList<>())
                            .add(new Line(agent, agents.indexOf(agent), stroke(agent), true, samples)));
        }
        return byAsset;
    }

    private List<String> makersFirst() {
        return agents.stream()
                .sorted(Comparator.comparing(agent -> !isMaker(agent)))
                .toList();
    }

    private Stroke stroke(String agent) {
        return isMaker(agent) || agents.stream().noneMatch(this::isMaker) ? Stroke.SOLID : Stroke.THIN;
    }

    private boolean isMaker(String agent) {
        return run.summary()
                .agent(agent)
                .filter(stated -> stated.role().contains("maker"))
                .isPresent();
    }

    /** Base fee and gas of each chain. */
    List<Chart> chains() {
        var gas = run.metrics().matching(Metric.CHAIN_GAS_USED);
        var charts = new ArrayList<Chart>();
        int color = 0;
        for (var chain : run.metrics().matching(Metric.CHAIN_BASE_FEE).entrySet()) {
            String id = chain.getKey();
            charts.add(Chart.of(
                    "Base fee · " + id,
                    "gwei",
                    Term.BASE_FEE.definition(),
                    List.of(line(id, color, chain.getValue()))));
            charts.add(Chart.of(
                    "Gas used · " + id,
                    "gas",
                    Term.GAS_USED.definition(),
                    List.of(line(id, color, gas.getOrDefault(id, Samples.NONE)))));
            color++;
        }
        return charts;
    }

    List<Chart> fills() {
        var volume = new ArrayList<Line>();
        run.fills()
                .tallies()
                .forEach((agent, tally) -> volume.add(line(agent, agents.indexOf(agent), tally.cumulativeVolume())));
        long width = run.fills().tallies().values().stream()
                .mapToLong(tally -> tally.perInterval().widthSeconds())
                .max()
                .orElse(1);
        return List.of(
                Chart.ofBars(
                        "Fills per " + FigureText.duration((double) width),
                        "fills",
                        Term.FILLS.definition(),
                        bars(width)),
                Chart.of("Cumulative volume", quote, Term.VOLUME.definition(), volume));
    }

    private List<Chart.Bars> bars(long width) {
        var bars = new ArrayList<Chart.Bars>();
        run.fills().tallies().forEach((agent, tally) -> {
            if (tally.fills() > 0) {
                bars.add(new Chart.Bars(
                        agent, agents.indexOf(agent), width, tally.perInterval().counts(width)));
            }
        });
        return bars;
    }

    /** How far the risk manager lets each agent go. */
    List<Chart> risk() {
        var lines = new ArrayList<Line>();
        for (String agent : agents) {
            Samples scale = run.metrics().series(Metric.AGENT_SCALE.of(agent));
            lines.add(new Line(agent, agents.indexOf(agent), Stroke.SOLID, true, scale));
        }
        return List.of(Chart.of("Scale allowed by the risk manager", "", Term.SCALE.definition(), lines)
                .withShape(Shape.STRIP)
                .withMarks(marks()));
    }

    private static Line line(String name, int color, Samples samples) {
        return new Line(name, color, Stroke.SOLID, false, samples);
    }
}
