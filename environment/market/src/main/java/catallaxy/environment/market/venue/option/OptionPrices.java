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
 * @param price base units of the quote asset for a whole unit of the underlying, rounded down; zero where there is none
 */
record OptionPrices(OptionSpec spec, OptionContract contract, MarketView market, Ledger ledger, UInt256 price) {
    static OptionPrices of(OptionSpec spec, OptionContract contract, MarketView market, Ledger ledger) {
        PriceOracle told = contract.oracle().prices(market);
        UInt256 base = told.priceE8(spec.base());
        UInt256 quote = told.priceE8(spec.quote());
        UInt256 one = power(market.map().assets().get(spec.quote()).decimals());
        UInt256 price = quote.isZero() ? UInt256.ZERO : base.mulDivFloor(one, quote);
        return new OptionPrices(spec, contract, market, ledger, price);
    }

    private static UInt256 power(int decimals) {
        return UInt256.of(BigInteger.TEN.pow(decimals));
    }

    private int decimals(int asset) {
        return market.map().assets().get(asset).decimals();
    }

    private double whole(int asset, UInt256 units) {
        return new BigDecimal(units.toBigInteger(), decimals(asset)).doubleValue();
    }

    /** Whole quote units for a whole unit of the underlying; 0 where there is no price. */
    double underlying() {
        return whole(spec.quote(), price);
    }

    /** The pricing of this moment; only where there is a price. */
    OptionPricing pricing() {
        return at(underlying());
    }

    OptionPricing at(double underlying) {
        return new OptionPricing(spec.terms(), underlying, contract.volatility(), market.timeNanos());
    }

    /** A series as it is priced. */
    OptionPricing.Priced priced(int index) {
        OptionSeries series = spec.series().get(index);
        double strike = whole(spec.quote(), series.strike());
        return new OptionPricing.Priced(series.right(), strike, series.expiryNanos(), use(contract.postedIn(series)));
    }

    /** Part of the contract's balance that may have to be paid. */
    private double use(int asset) {
        UInt256 balance = ledger.balance(contract.account(), asset);
        return balance.isZero() ? 1 : Math.min(1, contract.committed(asset).doubleValue() / balance.doubleValue());
    }

    /** What options on a quantity of the underlying cost, base units of the quote asset, rounded up to at least one. */
    UInt256 cost(int series, UInt256 quantity) {
        return premium(pricing().ask(priced(series)), quantity, RoundingMode.UP).max(UInt256.ONE);
    }

    /** What they bring, rounded down. */
    UInt256 proceeds(int series, UInt256 quantity) {
        return premium(pricing().bid(priced(series)), quantity, RoundingMode.DOWN);
    }

    private UInt256 premium(double each, UInt256 quantity, RoundingMode rounding) {
        BigDecimal whole = new BigDecimal(each)
                .multiply(new BigDecimal(quantity.toBigInteger()))
                .movePointLeft(decimals(spec.base()))
                .movePointRight(decimals(spec.quote()));
        return UInt256.of(whole.setScale(0, rounding).toBigInteger());
    }
}
