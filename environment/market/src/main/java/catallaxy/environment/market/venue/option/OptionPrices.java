package catallaxy.environment.market.venue.option;

import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.oracle.PriceOracle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The prices of a vault's options in a market as it is now.
 *
 * @param account of the vault
 * @param state   of it on which the prices rest
 * @param price   base units of the quote asset for a whole unit of the underlying, rounded down; zero where there is none
 */
record OptionPrices(OptionSpec spec, int account, OptionState state, MarketView market, Ledger ledger, UInt256 price) {
    static OptionPrices of(OptionSpec spec, int account, OptionState state, MarketView market, Ledger ledger) {
        PriceOracle told = state.oracle().prices(market);
        UInt256 base = told.priceE8(spec.base());
        UInt256 quote = told.priceE8(spec.quote());
        UInt256 one = power(market.map().assets().get(spec.quote()).decimals());
        UInt256 price = quote.isZero() ? UInt256.ZERO : base.mulDivFloor(one, quote);
        return new OptionPrices(spec, account, state, market, ledger, price);
    }

    private static UInt256 power(int decimals) {
        return UInt256.of(BigInteger.TEN.pow(decimals));
    }

    /** The same of another state. */
    OptionPrices with(OptionState next) {
        return new OptionPrices(spec, account, next, market, ledger, price);
    }

    private int decimals(int asset) {
        return market.map().assets().get(asset).decimals();
    }

    /** Base units in a whole unit of the underlying. */
    UInt256 oneBase() {
        return power(decimals(spec.base()));
    }

    double whole(int asset, UInt256 units) {
        return new BigDecimal(units.toBigInteger(), decimals(asset)).doubleValue();
    }

    /** What an account has bought of a series and not sold, negative where it has written it; whole units of the underlying. */
    double position(int holder, int series) {
        OptionTally tally = state.tally(series);
        return whole(spec.base(), tally.boughtBy(holder)) - whole(spec.base(), tally.writtenBy(holder));
    }

    /** Base units of the quote asset. */
    BigInteger units(double whole, RoundingMode rounding) {
        return new BigDecimal(whole)
                .movePointRight(decimals(spec.quote()))
                .setScale(0, rounding)
                .toBigInteger();
    }

    boolean isKnown() {
        return !price.isZero();
    }

    /** Whole quote units for a whole unit of the underlying; 0 where there is no price. */
    double underlying() {
        return whole(spec.quote(), price);
    }

    /** The pricing of this moment; only where there is a price. */
    OptionPricing pricing() {
        return after(state);
    }

    /** The same with another price of the underlying. */
    OptionPricing at(double underlying) {
        OptionPricing now = after(state);
        return now.moved(underlying, now.level());
    }

    /** The pricing where the vault uses as much as it will in another state, on the present surface. */
    private OptionPricing after(OptionState next) {
        return after(next, state.surface());
    }

    private OptionPricing after(OptionState next, QuotedSurface surface) {
        double use = StrictMath.max(use(next, spec.base()), use(next, spec.quote()));
        OptionSpec.Terms terms = spec.terms();
        double level = state.memory().volatility() * (1 + terms.impact() * use);
        return new OptionPricing(surface, terms.spread(), underlying(), level, market.timeNanos());
    }

    /** A series as it is priced. */
    OptionPricing.Priced priced(int index) {
        OptionSeries series = spec.series().get(index);
        return new OptionPricing.Priced(series.right(), whole(spec.quote(), series.strike()), series.expiryNanos());
    }

    /** Part of the vault's balance that may have to be paid, with what writers post by then. */
    private double use(OptionState next, int asset) {
        double posted = next.posted(spec, asset).doubleValue()
                - state.posted(spec, asset).doubleValue();
        double balance = ledger.balance(account, asset).doubleValue() + posted;
        double committed = next.committed(spec, asset).doubleValue();
        if (!(balance > 0)) {
            return committed > 0 ? 1 : 0;
        }
        return StrictMath.min(1, committed / balance);
    }

    /**
     * What options on a quantity of the underlying cost, base units of the quote asset, rounded up to at least one. Of the surface before
     * the trade and that to which it leads the dearer counts: else who buys could sell at once at the price that it has made.
     */
    UInt256 cost(int series, UInt256 quantity, OptionState next) {
        OptionPricing.Priced priced = priced(series);
        double ask = after(next).ask(priced);
        double dearer =
                isMoved(next) ? StrictMath.max(ask, after(next, next.surface()).ask(priced)) : ask;
        return premium(dearer, quantity, RoundingMode.UP).max(UInt256.ONE);
    }

    /** What they bring, rounded down; of both surfaces the cheaper counts. */
    UInt256 proceeds(int series, UInt256 quantity, OptionState next) {
        OptionPricing.Priced priced = priced(series);
        double bid = after(next).bid(priced);
        double cheaper =
                isMoved(next) ? StrictMath.min(bid, after(next, next.surface()).bid(priced)) : bid;
        return premium(cheaper, quantity, RoundingMode.DOWN);
    }

    private boolean isMoved(OptionState next) {
        return !next.surface().equals(state.surface());
    }

    private UInt256 premium(double each, UInt256 quantity, RoundingMode rounding) {
        BigDecimal whole = new BigDecimal(each)
                .multiply(new BigDecimal(quantity.toBigInteger()))
                .movePointLeft(decimals(spec.base()))
                .movePointRight(decimals(spec.quote()));
        return UInt256.of(whole.setScale(0, rounding).toBigInteger());
    }
}
