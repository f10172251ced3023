package catallaxy.scenarios.folder;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The figures that a run reports about itself: the file {@code summary.json}. Unknown numbers are {@code NaN}, unknown text is
 * empty. Money is in units of {@code quote}.
 *
 * @param quote asset
 */
public record RunSummary(
        @Inline Subject subject,
        @Inline Counts counts,
        Conservation conservation,
        List<AgentTotals> agents,
        List<ChainTotals> chains,
        List<VenueTotals> venues,
        List<SearcherTotals> searchers,
        List<BuilderTotals> builders,
        List<BridgeTotals> bridges,
        String quote,
        @Inline Conventions conventions)
        implements RunResult {
    public RunSummary {
        quote = quote.isEmpty() ? "USDC" : quote;
    }

    /**
     * What was run.
     *
     * @param digest of the trace
     * @param data   one for each asset whose price is replayed from candles
     */
    public record Subject(
            String scenario,
            OptionalLong seed,
            String driver,
            String digest,
            List<DataNote> data,
            String configDigest,
            String runFolder) {}

    /**
     * How much happened.
     *
     * @param events      that the market processed
     * @param traceEvents that the digest is made of
     * @param epochs      moments at which agents were due
     * @param decisions   that were applied
     * @param faults      of all agents
     */
    public record Counts(
            double simulatedSeconds,
            double events,
            double traceEvents,
            double epochs,
            double decisions,
            double faults,
            double wallSeconds) {}

    /**
     * How figures are to be read.
     *
     * @param calendar      the year that is used to annualise
     * @param sharpeReturns how the returns behind the Sharpe ratio were taken, in words
     */
    public record Conventions(String calendar, String sharpeReturns) {
        public Conventions {
            calendar = calendar.isEmpty() ? "365 days" : calendar;
        }
    }

    /** How often the ledgers were proved to balance, how often they did not, and the first time that they did not. */
    public record Conservation(
            double checks, double violations, @Nullable String first) {}

    @Override
    public String runFolder() {
        return subject.runFolder();
    }

    /** The summary of the same run, whose folder lies elsewhere now. */
    public RunSummary at(String elsewhere) {
        Subject there = new Subject(
                subject.scenario(),
                subject.seed(),
                subject.driver(),
                subject.digest(),
                subject.data(),
                subject.configDigest(),
                elsewhere);
        return new RunSummary(
                there, counts, conservation, agents, chains, venues, searchers, builders, bridges, quote, conventions);
    }

    /** The agent with this id, if it is reported. */
    public Optional<AgentTotals> agent(String id) {
        return agents.stream().filter(agent -> agent.id().equals(id)).findFirst();
    }
}
