package catallaxy.environment.market.trading;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.api.venue.LimitOrderBook;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;

/**
 * Takes liquidity on either kind of venue: an immediate-or-cancel order with a limit price on a book, a swap with a
 * minimum output on a chain. Amounts are whole units; what the participant does not own is cut off and {@link
 * Gateway#cut noted}, and what is left of less than one lot or base unit is not sent.
 */
public final class Taker {
    /** Blocks that a swap may wait. */
    private static final int PATIENCE_BLOCKS = 5;

    private static final double ROUNDING = 1e-9;

    private Taker() {}

    /**
     * Buys base for at most {@code quote} units of the venue's quote asset, fee included; of a derivative, a position of that worth.
     *
     * @param maxSlippage fraction by which the result may fall short of the present quote
     * @return whether a command was sent
     */
    public static boolean buy(
            MarketView market, Gateway gateway, int venue, double quote, double maxSlippage, long clientOrderId) {
        MarketMap.Venue pair = market.map().venue(venue);
        if (Means.isMargined(market, venue)) {
            double ask = BookQuote.best(market.offered(venue, LimitOrderBook.class), gateway.participant(), Side.SELL);
            return open(market, gateway, venue, Side.BUY, quote / ask, ask * (1 + maxSlippage), clientOrderId);
        }
        double cash = Gas.spendable(market, gateway.participant(), pair.place(), pair.quote());
        double amount = affordable(gateway, quote, cash);
        if (market.map().isOnChain(venue)) {
            double out = market.offered(venue, Quoting.class).out(pair.quote(), amount);
            return swap(market, gateway, venue, pair.quote(), amount, pair.base(), out * (1 - maxSlippage));
        }
        LimitOrderBook book = market.offered(venue, LimitOrderBook.class);
        double ask = BookQuote.best(book, gateway.participant(), Side.SELL);
        double limit = ask * (1 + maxSlippage);
        double dearer = 1 + book.takerFeeRate();
        double base = StrictMath.min(amount / (ask * dearer), cash / (limit * dearer));
        return order(market, gateway, venue, Side.BUY, base, limit, clientOrderId);
    }

    /**
     * Sells at most {@code base} units of the venue's base asset.
     *
     * @return whether a command was sent
     */
    public static boolean sell(
            MarketView market, Gateway gateway, int venue, double base, double maxSlippage, long clientOrderId) {
        MarketMap.Venue pair = market.map().venue(venue);
        if (Means.isMargined(market, venue)) {
            double bid = BookQuote.best(market.offered(venue, LimitOrderBook.class), gateway.participant(), Side.BUY);
            return open(market, gateway, venue, Side.SELL, base, bid * (1 - maxSlippage), clientOrderId);
        }
        double owned = Gas.spendable(market, gateway.participant(), pair.place(), pair.base());
        double amount = affordable(gateway, base, owned);
        if (market.map().isOnChain(venue)) {
            double out = market.offered(venue, Quoting.class).out(pair.base(), amount);
            return swap(market, gateway, venue, pair.base(), amount, pair.quote(), out * (1 - maxSlippage));
        }
        LimitOrderBook book = market.offered(venue, LimitOrderBook.class);
        double limit = BookQuote.best(book, gateway.participant(), Side.BUY) * (1 - maxSlippage);
        return order(market, gateway, venue, Side.SELL, amount, limit, clientOrderId);
    }

    /** Trades a position as far as there is margin for it. */
    private static boolean open(
            MarketView market, Gateway gateway, int venue, Side side, double base, double limit, long clientOrderId) {
        double most = limit > 0 ? Means.orderable(market, gateway.participant(), venue, side, limit) : 0;
        return order(market, gateway, venue, side, affordable(gateway, base, most), limit, clientOrderId);
    }

    private static double affordable(Gateway gateway, double wanted, double owned) {
        if (wanted > owned * (1 + ROUNDING)) {
            gateway.cut();
        }
        return StrictMath.min(wanted, owned);
    }

    /** Sends an immediate-or-cancel order; false if it is empty or the limit is not a price. */
    public static boolean order(
            MarketView market, Gateway gateway, int venue, Side side, double base, double limit, long clientOrderId) {
        LimitOrderBook book = market.offered(venue, LimitOrderBook.class);
        long lots = base > 0 && limit > 0 ? book.toLots(base) : 0;
        if (lots <= 0) {
            return false;
        }
        long ticks = StrictMath.max(1, book.toTicks(limit));
        gateway.submit(new MarketCommand.PlaceOrder(venue, side, TimeInForce.IOC, clientOrderId, ticks, lots));
        return true;
    }

    /** Sends a swap; false if it is empty or the gas is not there. */
    public static boolean swap(
            MarketView market,
            Gateway gateway,
            int pool,
            int assetIn,
            double amountIn,
            int assetOut,
            double minAmountOut) {
        UInt256 in = amountIn > 0 ? market.map().units(assetIn, amountIn) : UInt256.ZERO;
        UInt256 least = minAmountOut > 0 ? market.map().units(assetOut, minAmountOut) : UInt256.ZERO;
        int chain = market.map().venue(pool).place();
        UInt256 owned = market.holdings(gateway.participant()).balance(chain, assetIn);
        in = in.min(owned);
        return !in.isZero()
                && !least.isZero()
                && Gas.send(
                        market,
                        gateway,
                        chain,
                        market.offered(pool, Quoting.class).swap(assetIn, Amount.of(in), least),
                        PATIENCE_BLOCKS);
    }
}
