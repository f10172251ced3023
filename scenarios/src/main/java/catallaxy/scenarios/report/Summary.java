package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.ChainTotals;
import catallaxy.scenarios.folder.VenueTotals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures a run reports about itself: the file {@code summary.json}. Unknown numbers are {@code NaN}, unknown text
 * is empty. Money is in units of {@code quote}. Immutable.
 *
 * @param present whether the file was there; a run that was killed has none
 * @param sharpeReturns how the returns behind the Sharpe ratio were taken, in the run's words
 */
public record Summary(
        boolean present,
        String scenario,
        String seed,
        String driver,
        String digest,
        String quote,
        String calendar,
        String sharpeReturns,
        double simulatedSeconds,
        double events,
        double wallSeconds,
        Conservation conservation,
        List<Agent> agents,
        List<ChainTotals> chains,
        List<VenueTotals> venues) {

    public Summary {
        agents = List.copyOf(agents);
        chains = List.copyOf(chains);
        venues = List.copyOf(venues);
    }

    /** How often the ledgers were proved to balance, and how often they did not. */
    public record Conservation(double checks, double violations) {}

    /**
     * One agent's result.
     *
     * @param pnlOverHolding final equity less what the initial holdings would be worth at the end
     * @param finalEquityAtVenues at the prices that venues show, as {@code pnlAtVenues}; all else is at the world's prices
     * @param sharpe {@code NaN} where the run is too short to tell
     * @param policy who decided
     * @param failure how it failed at decisions, in words; empty if it did not
     * @param refusals commands and transactions that were refused, by reason
     * @param beyondMeans orders that were made smaller, or not sent, because the agent did not own what they need
     * @param maxDrawdown largest fall of equity below its running peak, as a fraction of that peak
     */
    public record Agent(
            String id,
            String role,
            double initialEquity,
            double finalEquity,
            double pnl,
            double pnlOverHolding,
            double finalEquityAtVenues,
            double pnlAtVenues,
            double sharpe,
            double maxDrawdown,
            double fills,
            double feesPaid,
            double gasPaid,
            Map<String, Double> rewards,
            Map<String, Double> faults,
            String policy,
            String failure,
            Map<String, Double> refusals,
            double beyondMeans,
            boolean halted) {

        public Agent {
            rewards = Collections.unmodifiableMap(new LinkedHashMap<>(rewards));
            faults = Collections.unmodifiableMap(new LinkedHashMap<>(faults));
            refusals = Collections.unmodifiableMap(new LinkedHashMap<>(refusals));
        }

        static Agent of(JsonObject json) throws ReportException {
            return new Agent(
                    json.text("id"),
                    json.text("role"),
                    json.number("initialEquity"),
                    json.number("finalEquity"),
                    json.number("pnl"),
                    json.number("pnlOverHolding"),
                    json.number("finalEquityAtVenues"),
                    json.number("pnlAtVenues"),
                    json.number("sharpe"),
                    json.number("maxDrawdown"),
                    json.number("fills"),
                    json.number("feesPaid"),
                    json.number("gasPaid"),
                    json.object("rewards").numbers(),
                    json.object("faults").numbers(),
                    json.text("policy"),
                    json.text("failure"),
                    json.object("refusals").numbers(),
                    json.number("beyondMeans"),
                    json.flag("halted"));
        }
    }

    /** The agent with this id, if it is reported. */
    public Optional<Agent> agent(String id) {
        return agents.stream().filter(agent -> agent.id().equals(id)).findFirst();
    }

    static Summary of(Optional<JsonObject> document, Path file) throws ReportException {
        JsonObject json = document.orElse(JsonObject.empty(file));
        JsonObject conservation = json.object("conservation");
        return new Summary(
                document.isPresent(),
                json.text("scenario"),
                json.text("seed"),
                json.text("driver"),
                json.text("digest"),
                json.has("quote") ? json.text("quote") : "USDC",
                json.has("calendar") ? json.text("calendar") : "365 days",
                json.text("sharpeReturns"),
                json.number("simulatedSeconds"),
                json.number("events"),
                json.number("wallSeconds"),
                new Conservation(conservation.number("checks"), conservation.number("violations")),
                each(json.objects("agents"), Agent::of),
                each(json.objects("chains"), chain -> chain.record(ChainTotals.class)),
                each(json.objects("venues"), venue -> venue.record(VenueTotals.class)));
    }

    private interface Reading<T> {
        T of(JsonObject json) throws ReportException;
    }

    private static <T> List<T> each(List<JsonObject> objects, Reading<T> reading) throws ReportException {
        var list = new ArrayList<T>();
        for (JsonObject object : objects) {
            list.add(reading.of(object));
        }
        return list;
    }
}
