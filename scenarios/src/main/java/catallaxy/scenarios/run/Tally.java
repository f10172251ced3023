package catallaxy.scenarios.run;

import catallaxy.agents.driver.AgentFault;
import catallaxy.agents.policy.PolicySpec;
import catallaxy.agents.policy.UserAgent;
import catallaxy.environment.api.AgentStep;
import catallaxy.environment.market.Market;
import catallaxy.environment.market.account.Totals;
import catallaxy.environment.market.engine.Marks;
import catallaxy.environment.market.ledger.Conservation;
import catallaxy.environment.market.role.Seat;
import catallaxy.environment.market.trace.BookEvent;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trace.TransportEvent;
import catallaxy.scenarios.attribution.Parts;
import catallaxy.scenarios.attribution.RoundedParts;
import catallaxy.scenarios.file.AgentPolicy;
import catallaxy.scenarios.file.RecordingSpec;
import catallaxy.scenarios.folder.AgentTotals;
import catallaxy.scenarios.folder.RunSummary;
import catallaxy.scenarios.folder.VenueTotals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the summary of a run counts: rewards, faults, trades and conservation checks, and each agent's figures. */
final class Tally {
    /** Shorter runs are not annualised. */
    private static final double ANNUALISED_FROM_SECONDS = 30 * 86_400.0;

    private static final double YEAR_SECONDS = 365 * 86_400.0;
    private static final double NANOS = 1e9;

    private final RunNames names;
    private final CourseLog course;
    private final AgentRecords records;
    private final double[][] rewards;
    private final double[][] initialHoldings;
    private final double[] initialAtVenues;
    private final List<AgentConduct> conducts = new ArrayList<>();
    private final Map<String, Integer> indices = new HashMap<>();
    private final long[] trades;
    private final ChainTally chains;
    private final ExtractedValue extracted;
    private final BridgeTally bridges;
    private final List<String> violations = new ArrayList<>();
    private long checks;

    Tally(RunNames names, CourseLog course, AgentRecords records) {
        this.names = names;
        Market market = names.market();
        this.course = course;
        this.records = records;
        int agents = market.agentIds().size();
        this.rewards = new double[agents][];
        this.initialHoldings = new double[agents][];
        this.initialAtVenues = new double[agents];
        for (int agent = 0; agent < agents; agent++) {
            rewards[agent] = new double[market.role(agent).rewardTerms().size()];
            conducts.add(new AgentConduct());
            indices.put(market.agentIds().get(agent), agent);
            initialHoldings[agent] = holdings(market, market.seat(agent).participant());
            initialAtVenues[agent] =
                    market.engine().equityAtVenues(market.seat(agent).participant());
        }
        this.extracted = new ExtractedValue(names);
        this.trades = new long[market.spec().engine().venues().size()];
        this.chains = new ChainTally(names);
        this.bridges = new BridgeTally(names);
    }

    private static double[] holdings(Market market, int participant) {
        double[] holdings = new double[market.spec().engine().assets().size()];
        for (int asset = 0; asset < holdings.length; asset++) {
            holdings[asset] = market.engine().totalHolding(participant, asset);
        }
        return holdings;
    }

    /** What the agent's initial holdings are worth now, at the world's prices. */
    private double heldWorth(int agent) {
        double worth = 0;
        for (int asset = 0; asset < initialHoldings[agent].length; asset++) {
            worth += initialHoldings[agent][asset] * Marks.WORLD.price(names.engine(), asset);
        }
        return worth;
    }

    /** Is told of each event that stands, in order. */
    void accept(MarketEvent event) {
        switch (event) {
            case BookEvent.OrderFilled fill -> trades[fill.venue()]++;
            case MarketEvent.PoolSwapped swap -> trades[swap.venue()]++;
            case MarketEvent.TransactionExecuted transaction -> executed(transaction);
            case MarketEvent.TransactionDropped dropped ->
                refused(dropped.participant(), "transaction dropped: " + dropped.reason());
            case MarketEvent.CommandRejected rejected ->
                refused(rejected.participant(), rejected.command() + " " + rejected.reason());
            case MarketEvent.BlockProduced block -> chains.produced(block);
            case MarketEvent.ChainReorganised reorganised -> chains.reorganised(reorganised);
            case TransportEvent.FundsRecalled recalled -> chains.recalled(recalled);
            case TransportEvent.FundsArrived arrived -> bridges.arrived(arrived);
            case TransportEvent.MessageForged forged -> bridges.forged(forged);
            case TransportEvent.ForgeryPaid paid -> bridges.paid(paid);
            case TransportEvent.ValidatorsSlashed slashed -> bridges.slashed(slashed);
            case MarketEvent.BundleIncluded included -> extracted.included(included);
            case MarketEvent.BundleDropped dropped -> extracted.dropped(dropped);
            case MarketEvent.BlockAuctioned auctioned -> extracted.auctioned(auctioned);
            default -> {
                // counts for nothing in a summary
            }
        }
    }

    private void executed(MarketEvent.TransactionExecuted transaction) {
        if (!transaction.succeeded()) {
            refused(transaction.participant(), "transaction reverted: " + transaction.reason());
        }
    }

    void rewarded(AgentStep step) {
        double[] sums = rewards[index(step.agent())];
        for (int i = 0; i < sums.length; i++) {
            sums[i] += step.terms()[i];
        }
    }

    void failed(AgentFault fault) {
        conducts.get(index(fault.agent())).failed(fault);
    }

    void masked(String agent) {
        conducts.get(index(agent)).maskedOne();
    }

    private int index(String agent) {
        return Objects.requireNonNull(indices.get(agent), agent);
    }

    void decided(String agent) {
        conducts.get(index(agent)).decided();
    }

    /** A participant's command was refused, or its transaction dropped or reverted. */
    private void refused(int participant, String reason) {
        if (names.isAgent(participant)) {
            conducts.get(names.agent(participant)).refused(reason);
        }
    }

    /** Agents that have failed at a decision. */
    List<String> failing() {
        return names.market().agentIds().stream()
                .filter(agent -> conducts.get(index(agent)).failed() > 0)
                .toList();
    }

    /** Blocks, and what was replaced of them. */
    ChainTally chains() {
        return chains;
    }

    /** What bundles extracted, and who built the blocks. */
    ExtractedValue extracted() {
        return extracted;
    }

    /** Requires that each agent's parts sum to its profit. */
    void checkAttribution() {
        List<Parts> causes = records.parts();
        for (int agent = 0; agent < causes.size(); agent++) {
            Seat seat = names.market().seat(agent);
            double equity = names.engine().equity(seat.participant());
            double profit = equity - seat.initialEquity();
            if (!causes.get(agent).explain(profit, equity + seat.initialEquity())) {
                violations.add("profit of " + names.agentId(agent) + ": its parts sum to "
                        + causes.get(agent).total() + ", found " + profit);
            }
        }
    }

    void check(Conservation conservation) {
        checks += conservation.checks();
        conservation.violations().forEach(each -> violations.add(each.toString()));
    }

    RunSummary.Conservation conservation() {
        return new RunSummary.Conservation(
                checks, violations.size(), violations.isEmpty() ? null : violations.getFirst());
    }

    /** Transfers over bridges. */
    BridgeTally bridges() {
        return bridges;
    }

    List<VenueTotals> venues() {
        List<VenueTotals> venues = new ArrayList<>();
        for (int venue = 0; venue < trades.length; venue++) {
            if (names.venue(venue).isPair()) {
                venues.add(VenueFigures.of(names, venue, trades[venue]));
            }
        }
        return venues;
    }

    List<AgentTotals> agents(
            List<AgentPolicy> policies, RecordingSpec recording, double simulatedSeconds, ToldFigures told) {
        List<AgentTotals> agents = new ArrayList<>();
        List<Parts> causes = records.parts();
        for (int agent = 0; agent < rewards.length; agent++) {
            agents.add(
                    agent(agent, policies.get(agent).policy(), recording, simulatedSeconds, causes.get(agent), told));
        }
        return agents;
    }

    private AgentTotals agent(
            int agent,
            PolicySpec policy,
            RecordingSpec recording,
            double simulatedSeconds,
            Parts causes,
            ToldFigures told) {
        Seat seat = names.market().seat(agent);
        Totals totals = names.market().engine().totals(seat.participant());
        double equity = names.engine().equity(seat.participant());
        double atVenues = names.engine().equityAtVenues(seat.participant());
        EquityTrack track = course.track(agent);
        AgentConduct conduct = conducts.get(agent);
        double profit = RunDecimals.profit(equity - seat.initialEquity());
        boolean annualised = simulatedSeconds >= ANNUALISED_FROM_SECONDS;
        return new AgentTotals(
                names.market().agentIds().get(agent),
                names.market().role(agent).name(),
                policy instanceof UserAgent own ? "class " + own.className() : policy.policy(),
                new AgentTotals.Worth(
                        RunDecimals.rounded(seat.initialEquity()),
                        RunDecimals.rounded(equity),
                        profit,
                        RunDecimals.rounded(equity - heldWorth(agent)),
                        RunDecimals.rounded(atVenues),
                        RunDecimals.rounded(atVenues - initialAtVenues[agent])),
                new AgentTotals.Result(
                        annualised ? track.sharpe() * StrictMath.sqrt(yearly(recording)) : track.sharpe(),
                        annualised,
                        RunDecimals.rounded(track.maxDrawdown()),
                        rewardTerms(agent)),
                trading(totals, conduct),
                conduct.totals(),
                new AgentTotals.Limits(seat.scale(), seat.halted()),
                AttributionLog.published(new RoundedParts(), causes, profit),
                records.execution(agent, totals.tradedQuote()),
                PerformanceFigures.of(track, simulatedSeconds, annualised ? yearly(recording) : Double.NaN),
                told.of(names.market().agentIds().get(agent)));
    }

    private static AgentTotals.Trading trading(Totals totals, AgentConduct conduct) {
        return new AgentTotals.Trading(
                totals.fills(),
                totals.feesPaidQuote(),
                totals.gasPaidQuote(),
                totals.tradedQuote(),
                totals.reverted(),
                totals.rejected(),
                totals.beyondMeans(),
                conduct.refusals());
    }

    /** Samples in a year. */
    private static double yearly(RecordingSpec recording) {
        return YEAR_SECONDS / (recording.equityIntervalNanos() / NANOS);
    }

    private Map<String, Double> rewardTerms(int agent) {
        Map<String, Double> terms = new LinkedHashMap<>();
        List<String> labels = names.market().role(agent).rewardTerms();
        for (int i = 0; i < labels.size(); i++) {
            terms.put(labels.get(i), rewards[agent][i]);
        }
        return terms;
    }
}
