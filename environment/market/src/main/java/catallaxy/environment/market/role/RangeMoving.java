package catallaxy.environment.market.role;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.venue.RangeLiquidity.Holding;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.trading.Gas;
import catallaxy.environment.market.trading.RangeDeposit;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves of a seat's range, each one transaction that happens whole or not at all: takes everything out, swaps in the same pool what the new
 * range's ratio asks for, and opens it.
 */
final class RangeMoving {
    private static final int PATIENCE_BLOCKS = 5;
    /** Part of what there is after a swap that is deposited: what a swap gives is known before it up to rounding only. */
    private static final double DEPOSITED = 0.9999;

    private final RangeManagerSpec spec;

    RangeMoving(RangeManagerSpec spec) {
        this.spec = spec;
    }

    /** Takes everything out. */
    void close(MarketView market, Gateway gateway, OwnRange range) {
        List<Call> calls = closing(range);
        if (!calls.isEmpty()) {
            send(market, gateway, calls);
        }
    }

    private static List<Call> closing(OwnRange range) {
        List<Call> calls = new ArrayList<>();
        range.positions().forEach(each -> calls.add(range.ranges().close(each, UInt256.ZERO, UInt256.ZERO)));
        return calls;
    }

    private void send(MarketView market, Gateway gateway, List<Call> calls) {
        Call all = calls.size() == 1 ? calls.getFirst() : new Call.Batch(calls);
        Gas.send(market, gateway, market.map().venue(spec.pool()).place(), all, PATIENCE_BLOCKS);
    }

    /**
     * Puts a share of all that the seat has on the pool's chain in another range.
     *
     * @param width of the range, as a fraction
     * @param skew  of its centre, half-widths above the price
     */
    void move(MarketView market, Gateway gateway, Seat seat, OwnRange range, double width, double skew) {
        MarketMap.Venue pair = market.map().venue(spec.pool());
        Holding in = range.amounts();
        double base = in.base() + Gas.spendable(market, seat.participant(), pair.place(), pair.base());
        double quote = in.quote() + Gas.spendable(market, seat.participant(), pair.place(), pair.quote());
        double worth = seat.scale() * (base * range.price() + quote);
        if (!(worth > spec.minTradeQuote()) || !(range.price() > 0)) {
            return;
        }
        double centre = range.price() * StrictMath.pow(1 + width, skew);
        RangeDeposit wanted = RangeDeposit.of(
                range.ranges(), range.price(), centre / (1 + width), centre * (1 + width), worth, spec.maxSlippage());
        List<Call> calls = closing(range);
        RangeDeposit deposit = swapped(market, calls, wanted, base, quote);
        calls.add(deposit.call(range.ranges(), market.map(), spec.pool()));
        send(market, gateway, calls);
    }

    /** The deposit that is left after the swap that its ratio asks for, which is added to the calls. */
    private RangeDeposit swapped(MarketView market, List<Call> calls, RangeDeposit wanted, double base, double quote) {
        Quoting quotes = market.offered(spec.pool(), Quoting.class);
        MarketMap.Venue pair = market.map().venue(spec.pool());
        if (wanted.base() < base && wanted.quote() > quote) {
            double sold = StrictMath.min(base - wanted.base(), quotes.in(pair.quote(), wanted.quote() - quote));
            double got = swap(market, calls, quotes, pair.base(), sold);
            return wanted.within(DEPOSITED * (base - sold), DEPOSITED * (quote + got));
        } else if (wanted.quote() < quote && wanted.base() > base) {
            double paid = StrictMath.min(quote - wanted.quote(), quotes.in(pair.base(), wanted.base() - base));
            double got = swap(market, calls, quotes, pair.quote(), paid);
            return wanted.within(DEPOSITED * (base + got), DEPOSITED * (quote - paid));
        }
        return wanted.within(DEPOSITED * base, DEPOSITED * quote);
    }

    private double swap(MarketView market, List<Call> calls, Quoting quotes, int assetIn, double in) {
        MarketMap.Venue pair = market.map().venue(spec.pool());
        int assetOut = assetIn == pair.base() ? pair.quote() : pair.base();
        double out = quotes.out(assetIn, in);
        UInt256 amount = market.map().units(assetIn, in);
        if (amount.isZero() || in < quotes.dust(assetIn)) {
            return 0;
        }
        UInt256 least = market.map().units(assetOut, out * (1 - spec.maxSlippage()));
        calls.add(quotes.swap(assetIn, Amount.of(amount), least));
        return out;
    }
}
