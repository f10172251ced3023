package catallaxy.environment.market.venue.option;

import catallaxy.environment.base.number.UInt256;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * What a vault's own is worth: its balances less what others have there and what the options that they have are worth. A view of the
 * present state; base units of the quote asset.
 */
record VaultWorth(OptionPrices prices) {
    /** At which price options count. */
    private interface Mark {
        double of(OptionPricing pricing, OptionPricing.Priced option);
    }

    /** What a deposit is measured by: what the vault owes at the prices that favour it, rounded up. */
    BigInteger most() {
        return worth(OptionPricing::bid, OptionPricing::ask, RoundingMode.FLOOR);
    }

    /** What a withdrawal is measured by: at the prices that do not, rounded down. */
    BigInteger least() {
        return worth(OptionPricing::ask, OptionPricing::bid, RoundingMode.CEILING);
    }

    /** In the middle of bid and ask. */
    BigInteger middle() {
        return worth(OptionPricing::middle, OptionPricing::middle, RoundingMode.HALF_EVEN);
    }

    /** Base units of the quote asset that an amount of an asset is worth, rounded down. */
    UInt256 inQuote(int asset, UInt256 amount) {
        return asset == prices.spec().quote() ? amount : amount.mulDivFloor(prices.price(), prices.oneBase());
    }

    private BigInteger worth(Mark owed, Mark had, RoundingMode ofOptions) {
        OptionSpec spec = prices.spec();
        BigInteger worth = own(spec.base()).add(own(spec.quote()));
        double options = 0;
        OptionPricing pricing = prices.pricing();
        for (int i = 0; i < spec.series().size(); i++) {
            OptionTally tally = prices.state().tally(i);
            if (tally.isSettled()) {
                worth = worth.subtract(settled(spec.series().get(i), tally));
            } else if (!tally.positions().isEmpty()) {
                double net = prices.whole(spec.base(), tally.bought()) - prices.whole(spec.base(), tally.written());
                options += net * (net > 0 ? owed : had).of(pricing, prices.priced(i));
            }
        }
        return worth.subtract(prices.units(options, ofOptions));
    }

    /** The vault's balance of an asset less margins and collateral for what has not expired. */
    private BigInteger own(int asset) {
        OptionSpec spec = prices.spec();
        UInt256 balance = prices.ledger().balance(prices.account(), asset);
        BigInteger own = inQuote(asset, balance).toBigInteger();
        UInt256 posted = UInt256.ZERO;
        for (int i = 0; i < spec.series().size(); i++) {
            OptionTally tally = prices.state().tally(i);
            boolean counts = spec.margin().isEmpty()
                    && !tally.isSettled()
                    && spec.paidIn(spec.series().get(i)) == asset;
            posted = counts ? posted.plusExact(tally.posted()) : posted;
        }
        UInt256 margins = asset == spec.quote() ? prices.state().margins().total() : UInt256.ZERO;
        return own.subtract(inQuote(asset, posted).toBigInteger()).subtract(margins.toBigInteger());
    }

    /** What is still to be paid for a series whose price is fixed, less what writers owe of it. */
    private BigInteger settled(OptionSeries series, OptionTally tally) {
        OptionSpec spec = prices.spec();
        int asset = spec.paidIn(series);
        if (spec.margin().isEmpty()) {
            return inQuote(asset, tally.committed(series)).toBigInteger();
        }
        BigInteger paid = inQuote(asset, tally.owedToHolders(series)).toBigInteger();
        return paid.subtract(
                series.owedInQuote(tally.written(), tally.settled()).toBigInteger());
    }
}
