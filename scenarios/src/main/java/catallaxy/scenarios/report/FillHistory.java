package catallaxy.scenarios.report;

import catallaxy.scenarios.NaturalOrder;
import catallaxy.scenarios.folder.TradeRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What {@code trades.csv} says, in bounded memory: totals per agent, all background participants as one, the largest
 * fills of each agent as markers, and which assets each venue trades. Immutable once read.
 */
public final class FillHistory {

    private static final int MARKERS = 120;

    private record Marked(String agent, String market, boolean buy) {}

    private record Market(String base, String quote) {}

    private final Map<String, FillTally> tallies = new LinkedHashMap<>();
    private final Map<Marked, Representatives<Fill>> markers = new LinkedHashMap<>();
    private final Map<String, Market> markets = new TreeMap<>(NaturalOrder.NAMES);
    private final FillTally background = new FillTally();
    private final Set<String> backgroundParticipants = new TreeSet<>(NaturalOrder.NAMES);

    private FillHistory(Set<String> agents) {
        agents.forEach(agent -> tallies.put(agent, new FillTally()));
    }

    static FillHistory read(Path file, Set<String> agents, WorldPrices world, Consumer<String> notes)
            throws IOException {
        var history = new FillHistory(agents);
        CsvFile.read(file, TradeRow.class, notes, row -> history.add(Fill.of(row, world)));
        return history;
    }

    private void add(Fill fill) {
        markets.computeIfAbsent(fill.venue(), _ -> new Market(fill.base(), fill.quote()));
        FillTally own = tallies.get(fill.participant());
        if (own == null) {
            backgroundParticipants.add(fill.participant());
            background.add(fill);
            return;
        }
        own.add(fill);
        if (fill.isDrawable()) {
            mark(fill);
        }
    }

    private void mark(Fill fill) {
        markers.computeIfAbsent(
                        new Marked(fill.participant(), fill.base() + "/" + fill.quote(), fill.buy()),
                        _ -> new Representatives<>(MARKERS))
                .add(fill.seconds(), fill.notional(), fill);
    }

    /** Totals by agent, in the order of the agents. */
    Map<String, FillTally> tallies() {
        return Collections.unmodifiableMap(tallies);
    }

    long fillsOf(String agent) {
        FillTally tally = tallies.get(agent);
        return tally == null ? 0 : tally.fills();
    }

    /** Totals of all participants that are not agents. */
    FillTally background() {
        return background;
    }

    int backgroundParticipants() {
        return backgroundParticipants.size();
    }

    /** The largest fills of one agent on one side of the market {@code BASE/QUOTE}, in order of time. */
    List<Fill> markers(String agent, String market, boolean buy) {
        var found = markers.get(new Marked(agent, market, buy));
        return found == null ? List.of() : found.values();
    }

    /** How many fills {@link #markers} stands for. */
    long marked(String agent, String market, boolean buy) {
        var found = markers.get(new Marked(agent, market, buy));
        return found == null ? 0 : found.added();
    }

    /** The assets traded on a venue as {@code BASE/QUOTE}; empty where no fill tells. */
    String market(String venue) {
        Market market = markets.get(venue);
        return market == null ? "" : market.base() + "/" + market.quote();
    }
}
