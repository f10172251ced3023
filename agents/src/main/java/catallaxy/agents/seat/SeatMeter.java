package catallaxy.agents.seat;

import catallaxy.environment.api.AgentStep;
import catallaxy.environment.market.Market;

/** Takes the figures of one seat in one world, from the present epoch on. Owned by one thread. */
public final class SeatMeter {
    private static final double HOURS_A_DAY = 24;
    private static final double NANOS_A_DAY = 86_400e9;

    private final int agent;
    private final int quote;
    private final RewardMeter overHolding;
    private final RewardMeter trades;
    private final SeatHoldings first;
    private final double firstEquity;
    private final long begunNanos;
    private SeatHoldings before;
    private SeatHoldings held;
    private double lastTradeWorth;
    private long epochs;
    private double profit;
    private double squares;
    private double peak;
    private double drawdown;
    private double trading;
    private double traded;
    private double apart;
    private double adverse;

    /** A meter that begins at the present epoch of a market. */
    public SeatMeter(Market market, int agent) {
        this.agent = agent;
        quote = market.spec().engine().quoteAsset();
        overHolding = meter(SeatSettings.Basis.OVER_HOLDING, market, agent);
        trades = meter(SeatSettings.Basis.TRADES, market, agent);
        first = SeatHoldings.of(market, agent);
        firstEquity = SeatHoldings.equity(market, agent);
        begunNanos = market.view().timeNanos();
        before = first;
        held = first;
    }

    private static RewardMeter meter(SeatSettings.Basis basis, Market market, int agent) {
        return new RewardMeter(new SeatSettings.Reward(1, basis, new SeatSettings.Risk.Neutral(), 0, 0), market, agent);
    }

    /** Takes the next epoch, or the end of the run. */
    public void next(Market market, AgentStep step) {
        double gain = overHolding.next(market, step);
        trading += trades.next(market, step);
        profit += gain;
        squares += gain * gain;
        peak = Math.max(peak, profit);
        drawdown = Math.max(drawdown, peak - profit);
        adverse += lastTradeWorth - held.addedSince(before, market);
        before = held;
        held = SeatHoldings.of(market, agent);
        lastTradeWorth = held.addedSince(before, market);
        traded += held.tradedSince(before, market);
        apart += held.apartFrom(first, market, quote);
        epochs++;
    }

    /** The figures up to the last epoch that was taken. */
    public SeatFigures figures(Market market) {
        double days = (market.view().timeNanos() - begunNanos) / NANOS_A_DAY;
        double turnover = days > 0 ? traded / firstEquity / days : 0;
        double inventory = epochs > 0 ? apart / epochs / firstEquity : 0;
        return new SeatFigures(
                profit,
                trading,
                Math.sqrt(Math.max(0, squares - (epochs > 0 ? profit * profit / epochs : 0))),
                drawdown,
                market.view().dealings(market.seat(agent).participant()).costsQuote(),
                turnover,
                inventory,
                turnover > 0 ? inventory / turnover * HOURS_A_DAY : 0,
                traded > 0 ? adverse / traded * 1e4 : 0);
    }
}
