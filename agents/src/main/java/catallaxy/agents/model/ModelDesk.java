package catallaxy.agents.model;

import catallaxy.environment.base.random.NormalDistribution;
import catallaxy.environment.base.random.NormalQuantile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/**
 * The auxiliary models of one agent: it feeds them with what the agent sees and with its own fills, and says of a proposed trade what
 * they expect of it.
 *
 * <p>A trade is cut to the size that fits the expected volatility, and further to the largest one whose predicted impact at both
 * venues is no more than the gap between their prices. What remains promises what it is worth less the predicted shortfall
 * and gas at the predicted fee; it is made if that is enough. Until a model was fitted it says what the naive rule says, so that nothing
 * is changed. Everything is a function of what was told, in its order. Mutable, one owner.
 */
public final class ModelDesk {
    private static final double BPS = 10_000;
    private static final double SMALLEST_PART = 0.01;
    private static final double PAUSE_NANOS = 60e9;

    private final ModelPlan plan;
    private final double deviationsOfHalfWidth;
    private OnlineRegression impact;
    private OnlineRegression shortfall;
    private OnlineRegression gas;
    private OnlineRegression volatility;
    private OnlineRegression tokens;
    private final SortedMap<String, FeeWatch> fees = new TreeMap<>();
    private final SortedMap<String, VolatilityWatch> moves = new TreeMap<>();
    private final SortedMap<String, EdgeWatch> edges = new TreeMap<>();
    private final SortedMap<String, Long> tradedAt = new TreeMap<>();
    private long proposed;
    private long declined;
    private long cut;
    private long settled;
    private long discarded;

    /** A desk whose models have learned nothing. */
    public ModelDesk(ModelPlan plan) {
        this.plan = plan;
        this.deviationsOfHalfWidth =
                NormalQuantile.ofUpperTail((1 - plan.settings().coverage()) / 2);
        this.impact = new OnlineRegression(PriceImpact.SPEC, plan.settings());
        this.shortfall = new OnlineRegression(ExecutionShortfall.SPEC, plan.settings());
        this.gas = new OnlineRegression(GasPrice.SPEC, plan.settings());
        this.volatility = new OnlineRegression(VolatilityForecast.SPEC, plan.settings());
        this.tokens = new OnlineRegression(TokenChoice.SPEC, plan.settings());
    }

    /** Whether what the models say is to be followed. */
    public boolean decides() {
        return plan.use() == ModelUse.ON;
    }

    /** A price of a token, quote units. */
    public void price(String token, long timeNanos, double price) {
        moves.computeIfAbsent(token, VolatilityWatch::new).add(timeNanos, price, volatility);
    }

    /** The base fee of a chain's next block, in its smallest unit. */
    public void baseFee(String chain, long block, double fee) {
        fees.computeIfAbsent(chain, FeeWatch::new).add(block, fee, gas);
    }

    /** What the best opportunity in a token earns now, basis points of what is spent; 0 where there is none. */
    public void edge(String token, long timeNanos, double edgeBps) {
        edges.computeIfAbsent(token, EdgeWatch::new).add(timeNanos, edgeBps, minuteBps(token), tokens);
    }

    /** A proposed trade is made, with this size. */
    public void traded(TradeProposal proposal) {
        tradedAt.put(proposal.token(), proposal.timeNanos());
    }

    /** What a trade earned before gas, quote units. */
    public void settled(TradeProposal proposal, double sizeQuote, double earnedQuote) {
        settled++;
        double promised = proposal.promisedOf(sizeQuote);
        shortfall.learn(new ModelExample(
                proposal.route(),
                shortfallFeatures(proposal, sizeQuote),
                ExecutionShortfall.of(promised, earnedQuote, sizeQuote)));
    }

    /**
     * A fill at one venue.
     *
     * @param paid quote per base, fees included
     */
    public void filled(TradeProposal.Leg leg, String token, boolean buys, double sizeQuote, double paid) {
        if (leg.depthQuote() > 0) {
            impact.learn(new ModelExample(
                    leg.group(), impactFeatures(leg, token, sizeQuote), PriceImpact.ofFill(buys, paid, leg.price())));
        }
    }

    /** A trade whose effect cannot be told from other movements. */
    public void discarded() {
        discarded++;
    }

    /**
     * What the models say of a trade.
     *
     * @param minProfitQuote smallest profit for which to trade
     * @param minProfitBps   the same relative to what is spent
     */
    public TradeAdvice advise(TradeProposal proposal, double minProfitQuote, double minProfitBps) {
        TradingAdjustment adjustment = adjustment(proposal.token());
        double size = size(proposal, adjustment.size() * proposal.spentQuote());
        Prediction expected = shortfall.predict(proposal.route(), shortfallFeatures(proposal, size));
        double profit = ExecutionShortfall.left(proposal.promisedOf(size), size, expected.value()) - gas(proposal);
        double deviation = size * expected.error() / deviationsOfHalfWidth / BPS;
        boolean go = profit >= minProfitQuote
                && profit >= size * minProfitBps / BPS
                && mayTrade(proposal, adjustment.frequency());
        proposed++;
        declined += go ? 0 : 1;
        cut += go && size < proposal.spentQuote() ? 1 : 0;
        return new TradeAdvice(
                go,
                size,
                profit,
                expected.isBounded() && deviation > 0 ? NormalDistribution.cumulative(profit / deviation) : Double.NaN,
                impactOf(proposal).applyAsDouble(size),
                expected.error() * adjustment.slippage());
    }

    private double size(TradeProposal proposal, double most) {
        if (impact.scores().isEmpty()) {
            return most;
        }
        double smallest = SMALLEST_PART * proposal.spentQuote();
        return PriceImpact.largestWithin(proposal.gapBps(), impactOf(proposal), smallest, most)
                .orElse(smallest);
    }

    /** The predicted impact at both venues together, by size. */
    private DoubleUnaryOperator impactOf(TradeProposal proposal) {
        return size ->
                impactOf(proposal.buy(), proposal.token(), size) + impactOf(proposal.sell(), proposal.token(), size);
    }

    private double impactOf(TradeProposal.Leg leg, String token, double size) {
        return leg.depthQuote() > 0
                ? impact.predict(leg.group(), impactFeatures(leg, token, size)).value()
                : 0;
    }

    private double[] impactFeatures(TradeProposal.Leg leg, String token, double size) {
        return PriceImpact.features(size, leg.depthQuote(), minuteBps(token));
    }

    private double[] shortfallFeatures(TradeProposal proposal, double size) {
        return ExecutionShortfall.features(
                proposal.promisedOf(size), size, proposal.shareOfDepth(size), minuteBps(proposal.token()));
    }

    /** The gas of a trade at the fee that is expected where it costs more. */
    private double gas(TradeProposal proposal) {
        return proposal.gasQuote()
                * Math.max(ratio(proposal.buy().chain()), ratio(proposal.sell().chain()));
    }

    /** Of an exchange, which takes no gas, nothing. */
    private double ratio(String chain) {
        FeeWatch watch = fees.get(chain);
        if (watch == null) {
            return chain.isEmpty() ? 0 : 1;
        }
        return watch.ratio(gas);
    }

    private boolean mayTrade(TradeProposal proposal, double frequency) {
        Long last = tradedAt.get(proposal.token());
        return last == null || proposal.timeNanos() - last >= PAUSE_NANOS * (1 / frequency - 1);
    }

    private TradingAdjustment adjustment(String token) {
        VolatilityWatch watch = moves.get(token);
        return watch == null
                ? TradingAdjustment.NONE
                : VolatilityLevel.of(watch.expected(volatility)).adjustment();
    }

    private double minuteBps(String token) {
        VolatilityWatch watch = moves.get(token);
        return watch == null ? 0 : watch.minuteBps();
    }

    /** What was learned, and what came of it. */
    public DeskReport report() {
        Map<String, double[]> known = new TreeMap<>();
        edges.forEach((token, watch) -> known.put(token, watch.features(minuteBps(token))));
        List<DeskReport.FeeOutlook> outlooks = new ArrayList<>();
        fees.forEach((chain, watch) ->
                outlooks.add(new DeskReport.FeeOutlook(chain, watch.present(), watch.present() * watch.ratio(gas))));
        return new DeskReport(
                plan.use(),
                models().stream().map(DeskReport.ModelReport::of).toList(),
                moves.entrySet().stream()
                        .map(each -> volatility(each.getKey(), each.getValue()))
                        .toList(),
                outlooks,
                TokenChoice.ranked(tokens, known),
                new DeskReport.AdviceCount(proposed, declined, cut, settled, discarded));
    }

    private DeskReport.TokenVolatility volatility(String token, VolatilityWatch watch) {
        Map<Integer, Double> perDay = new LinkedHashMap<>();
        VolatilityTracker tracker = watch.tracker();
        VolatilityTracker.LOOKBACK_HOURS.forEach(
                hours -> tracker.perDay(hours).ifPresent(known -> perDay.put(hours, known)));
        return new DeskReport.TokenVolatility(
                token, perDay, tracker.level(), tracker.trend(), watch.expected(volatility), tracker.favourable());
    }

    /** The models, in the order of the report. */
    public List<AuxiliaryModel> models() {
        return List.of(impact, shortfall, gas, volatility, tokens);
    }

    /** An independent desk that has learned the same. */
    public ModelDesk copy() {
        ModelDesk copy = new ModelDesk(plan);
        copy.impact = impact.copy();
        copy.shortfall = shortfall.copy();
        copy.gas = gas.copy();
        copy.volatility = volatility.copy();
        copy.tokens = tokens.copy();
        fees.forEach((chain, watch) -> copy.fees.put(chain, watch.copy()));
        moves.forEach((token, watch) -> copy.moves.put(token, watch.copy()));
        edges.forEach((token, watch) -> copy.edges.put(token, watch.copy()));
        copy.tradedAt.putAll(tradedAt);
        copy.proposed = proposed;
        copy.declined = declined;
        copy.cut = cut;
        copy.settled = settled;
        copy.discarded = discarded;
        return copy;
    }
}
