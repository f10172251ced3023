package catallaxy.environment.market.trading;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.venue.VenueSpec;

/**
 * Takes liquidity on either kind of venue: an immediate-or-cancel order with a limit price on a book, a swap with a
 * minimum output on a chain. Amounts are whole units; what the participant does not own is cut off and {@link
 * catallaxy.environment.market.account.Totals#beyondMeans counted}, and what is left of
 * less than one lot or base unit is not sent.
 */
public final class Taker {
    /** Blocks that a swap may wait. */
    private static final int PATIENCE_BLOCKS = 5;

    private static final double ROUNDING = 1e-9;

    private Taker() {}

    /**
     * Buys base for at most {@code quote} units of the venue's quote asset, fee included.
     *
     * @param maxSlippage fraction by which the result may fall short of the present quote
     * @return whether a command was sent
     */
    public static boolean buy(
            MarketEngine market, int participant, int venue, double quote, double maxSlippage, long clientOrderId) {
        VenueSpec spec = market.spec().venues().get(venue);
        int place = market.spec().placeOfVenue(venue);
        double cash = Gas.spendable(market, participant, place, spec.quote());
        double amount = affordable(market, participant, quote, cash);
        return switch (spec) {
            case VenueSpec.OnChain _ -> {
                double out = market.quoting(venue).out(spec.quote(), amount);
                yield swap(market, participant, venue, spec.quote(), amount, spec.base(), out * (1 - maxSlippage));
            }
            case VenueSpec.Book _ -> {
                double ask = BookQuote.best(market, participant, venue, Side.SELL);
                double limit = ask * (1 + maxSlippage);
                double dearer = 1 + market.feeRate(venue);
                double base = StrictMath.min(amount / (ask * dearer), cash / (limit * dearer));
                yield order(market, participant, venue, Side.BUY, base, limit, clientOrderId);
            }
        };
    }

    /**
     * Sells at most {@code base} units of the venue's base asset.
     *
     * @return whether a command was sent
     */
    public static boolean sell(
            MarketEngine market, int participant, int venue, double base, double maxSlippage, long clientOrderId) {
        VenueSpec spec = market.spec().venues().get(venue);
        int place = market.spec().placeOfVenue(venue);
        double owned = Gas.spendable(market, participant, place, spec.base());
        double amount = affordable(market, participant, base, owned);
        return switch (spec) {
            case VenueSpec.OnChain _ -> {
                double out = market.quoting(venue).out(spec.base(), amount);
                yield swap(market, participant, venue, spec.base(), amount, spec.quote(), out * (1 - maxSlippage));
            }
            case VenueSpec.Book _ -> {
                double limit = BookQuote.best(market, participant, venue, Side.BUY) * (1 - maxSlippage);
                yield order(market, participant, venue, Side.SELL, amount, limit, clientOrderId);
            }
        };
    }

    private static double affordable(MarketEngine market, int participant, double wanted, double owned) {
        if (wanted > owned * (1 + ROUNDING)) {
            market.totals(participant).cut();
        }
        return StrictMath.min(wanted, owned);
    }

    /** Sends an immediate-or-cancel order; false if it is empty or the limit is not a price. */
    public static boolean order(
            MarketEngine market, int participant, int venue, Side side, double base, double limit, long clientOrderId) {
        long lots = base > 0 && limit > 0 ? market.toLots(venue, base) : 0;
        if (lots <= 0) {
            return false;
        }
        long ticks = StrictMath.max(1, market.toTicks(venue, limit));
        market.submit(
                participant, new MarketCommand.PlaceOrder(venue, side, TimeInForce.IOC, clientOrderId, ticks, lots));
        return true;
    }

    /** Sends a swap; false if it is empty or the gas is not there. */
    public static boolean swap(
            MarketEngine market,
            int participant,
            int pool,
            int assetIn,
            double amountIn,
            int assetOut,
            double minAmountOut) {
        UInt256 in = amountIn > 0 ? market.toUnits(assetIn, amountIn) : UInt256.ZERO;
        UInt256 least = minAmountOut > 0 ? market.toUnits(assetOut, minAmountOut) : UInt256.ZERO;
        int chain = market.spec().placeOfVenue(pool);
        UInt256 owned = market.balance(participant, chain, assetIn);
        in = in.min(owned);
        return !in.isZero()
                && !least.isZero()
                && Gas.send(
                        market,
                        participant,
                        chain,
                        market.quoting(pool).swap(assetIn, Amount.of(in), least),
                        PATIENCE_BLOCKS);
    }
}
