package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.Metric;
import catallaxy.scenarios.folder.VenueTotals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One chart per traded pair: its venues, the world's price, and the agents' fills. */
public final class PriceChart implements ChartKind {
    @Override
    public String name() {
        return "price";
    }

    @Override
    public String title() {
        return "Prices of a pair, one chart for each";
    }

    @Override
    public String unit() {
        return "quote asset of the pair";
    }

    @Override
    public String definition() {
        return Term.PRICE.definition();
    }

    @Override
    public ChartSection section() {
        return ChartSection.PRICES;
    }

    @Override
    public int place() {
        return 100;
    }

    @Override
    public List<Chart> charts(RunFolder run) {
        return new Pairs(run).charts();
    }

    /** The pairs of one run. */
    private record Pairs(RunFolder run, String quote, Map<String, Samples> world) {
        Pairs(RunFolder run) {
            this(run, run.summary().quote(), run.metrics().matching(Metric.WORLD_PRICE));
        }

        List<Chart> charts() {
            var charts = new ArrayList<Chart>();
            venuesByMarket().forEach((market, venues) -> charts.add(chart(market, venues)));
            return charts;
        }

        private Chart chart(String market, Map<String, Samples> venues) {
            var lines = new ArrayList<Chart.Line>();
            String asset = market.substring(0, market.indexOf('/'));
            Samples price = market.endsWith("/" + quote) ? world.getOrDefault(asset, Samples.NONE) : Samples.NONE;
            venues.forEach((venue, samples) -> lines.add(Chart.Line.of(venue, Palette.VENUES + lines.size(), samples)));
            lines.add(new Chart.Line("world price", Palette.NEUTRAL, Chart.Stroke.DASHED, false, price));
            return Chart.of(market, market.substring(asset.length() + 1), Term.PRICE.definition(), lines)
                    .withViews(price.isEmpty() ? List.of("Price") : List.of("Price", "Basis to world, bps"))
                    .withMarkers(fillMarkers(market))
                    .withRegimes(run.metrics().regimes());
        }

        private Map<String, Map<String, Samples>> venuesByMarket() {
            var byMarket = new TreeMap<String, Map<String, Samples>>();
            world.keySet().forEach(asset -> byMarket.put(asset + "/" + quote, new LinkedHashMap<>()));
            run.metrics()
                    .matching(Metric.VENUE_PRICE)
                    .forEach((venue, samples) -> byMarket.computeIfAbsent(market(venue), _ -> new LinkedHashMap<>())
                            .put(venue, samples));
            return byMarket;
        }

        private String market(String venue) {
            for (VenueTotals stated : run.summary().venues()) {
                if (stated.id().equals(venue)
                        && !stated.base().isEmpty()
                        && !stated.quote().isEmpty()) {
                    return stated.base() + "/" + stated.quote();
                }
            }
            String traded = run.fills().market(venue);
            return traded.isEmpty() ? guessed(venue) : traded;
        }

        /** The market of a venue that never traded and whose assets nothing states: an asset named in its id. */
        private String guessed(String venue) {
            for (String asset : world.keySet()) {
                if (venue.toUpperCase(Locale.ROOT).contains(asset.toUpperCase(Locale.ROOT))) {
                    return asset + "/" + quote;
                }
            }
            return venue + "/" + quote;
        }

        private List<Chart.Markers> fillMarkers(String market) {
            var markers = new ArrayList<Chart.Markers>();
            for (String agent : run.agents()) {
                markers.add(fillMarkers(agent, market, true));
                markers.add(fillMarkers(agent, market, false));
            }
            return markers;
        }

        private Chart.Markers fillMarkers(String agent, String market, boolean buy) {
            List<Fill> shown = run.fills().markers(agent, market, buy);
            return new Chart.Markers(
                    agent, run.color(agent), buy, shown, run.fills().marked(agent, market, buy));
        }
    }
}
