package catallaxy.environment.market.engine;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.MarginMarket;
import catallaxy.environment.market.exchange.BookMarket;
import catallaxy.environment.market.exchange.Exchange;
import catallaxy.environment.market.exchange.MarginFigures;
import catallaxy.environment.market.margin.ExpiryTerms;
import catallaxy.environment.market.margin.MarkPrice;
import catallaxy.environment.market.margin.Positions;
import java.util.function.IntToDoubleFunction;

/** A market of derivatives as it stands. What a position has gained since the last marking is a claim; all before is in balances. */
record SeenMargins(MarketState state, int venue) implements MarginMarket {
    private static final double PPB = 1e9;

    private BookMarket market() {
        return state.book(venue);
    }

    private Positions positions() {
        return market().margined();
    }

    private MarkPrice marked() {
        return positions().mark();
    }

    private Exchange exchange() {
        return state.layout.exchange(market().spec().exchange());
    }

    private MarginFigures figures(int participant) {
        return exchange().figures(state.settlement, market(), participant);
    }

    private double quote(long units) {
        return units / state.settlement.ledger().baseUnits(market().spec().quote());
    }

    private double price(double ticks) {
        return ticks * state.layout.units().tickSize(venue);
    }

    private double quantity(long lots) {
        return lots * state.layout.units().lotSize(venue);
    }

    @Override
    public double position(int participant) {
        return quantity(positions().lots(participant));
    }

    @Override
    public double entryPrice(int participant) {
        double size = Math.abs(position(participant));
        return size > 0 ? quote(positions().entry(participant)) / size : Double.NaN;
    }

    @Override
    public double profit(int participant) {
        return quote(positions().profit(participant));
    }

    @Override
    public double margin(int participant) {
        return quote(figures(participant).margin());
    }

    @Override
    public double equity(int participant) {
        return quote(figures(participant).equity());
    }

    @Override
    public double leverage(int participant) {
        double worth = quote(positions().worth(participant));
        return worth == 0 ? 0 : worth / equity(participant);
    }

    @Override
    public double liquidationPrice(int participant) {
        return price(figures(participant).liquidationTicks());
    }

    @Override
    public double orderable(int participant, Side side, double price) {
        long ticks = state.layout.units().toTicks(venue, price);
        return quantity(exchange().orderableLots(state.settlement, market(), participant, side, ticks));
    }

    @Override
    public double mark() {
        return price((double) marked().ticks());
    }

    @Override
    public double index() {
        return price((double) marked().indexTicks());
    }

    @Override
    public double fundingRate() {
        return marked().fundingRatePpb() / PPB;
    }

    @Override
    public double expectedFundingRate() {
        return marked().expectedFundingPpb() / PPB;
    }

    @Override
    public long fundingDueNanos() {
        return marked().fundingDueNanos();
    }

    @Override
    public long expiryNanos() {
        return positions().spec().expiry().map(ExpiryTerms::expiryNanos).orElse(Long.MAX_VALUE);
    }

    @Override
    public double openInterest() {
        return quantity(positions().openLots());
    }

    @Override
    public double liquidated() {
        return quantity(positions().tally().liquidatedLots());
    }

    @Override
    public double deleveraged() {
        return quantity(positions().tally().deleveragedLots());
    }

    @Override
    public double insurance() {
        return state.settlement
                .ledger()
                .balanceAsDouble(market().house().fund(), market().spec().quote());
    }

    /** What is not in balances yet: a position at prices of whole units less the position at the mark. */
    double unsettled(int participant, IntToDoubleFunction prices) {
        double position = position(participant);
        if (position == 0) {
            return 0;
        }
        double base = prices.applyAsDouble(market().spec().base());
        return position * (base - mark() * prices.applyAsDouble(market().spec().quote()));
    }

    /** Whole units of an asset in {@link #unsettled}: the position, and what it costs at the mark. */
    double unsettledQuantity(int participant, int asset) {
        double position = position(participant);
        double base = asset == market().spec().base() ? position : 0;
        return asset == market().spec().quote() ? base - position * mark() : base;
    }
}
