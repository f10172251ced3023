package catallaxy.environment.market.venue.option;

import catallaxy.environment.api.venue.OptionRight;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;

/**
 * One European option, and what it can cost its writer. A call is collateralised by the underlying and pays in it, a put by the quote
 * asset, so that no price of the underlying leaves a writer short: a call on q of it pays {@code q (p − K) / p} of it, a put
 * {@code q (K − p)}.
 *
 * @param strike      base units of the quote asset for a whole unit of the underlying, positive
 * @param oneBase     base units of the underlying in a whole unit
 * @param expiryNanos simulated time, positive
 */
public record OptionSeries(OptionRight right, UInt256 strike, UInt256 oneBase, long expiryNanos) {
    public OptionSeries {
        Checks.that(!strike.isZero(), "strike", "a positive price", strike);
        Checks.that(!oneBase.isZero(), "oneBase", "a positive number", oneBase);
        Checks.inRange("expiryNanos", expiryNanos, 1, Long.MAX_VALUE);
    }

    boolean isCall() {
        return right == OptionRight.CALL;
    }

    /** What a writer of so many base units of the underlying posts, rounded up; base units of the {@link #isCall underlying} or the quote asset. */
    UInt256 collateral(UInt256 quantity) {
        return isCall() ? quantity : quantity.mulDivCeil(strike, oneBase);
    }

    /** What options on so many base units of the underlying pay at a price, rounded down; base units of what is posted for them. */
    UInt256 payoff(UInt256 quantity, UInt256 price) {
        if (isCall()) {
            return price.isLessThan(strike) ? UInt256.ZERO : quantity.mulDivFloor(price.minusExact(strike), price);
        }
        return price.isLessThan(strike) ? quantity.mulDivFloor(strike.minusExact(price), oneBase) : UInt256.ZERO;
    }

    /** What a writer of them pays, rounded up. */
    UInt256 owed(UInt256 quantity, UInt256 price) {
        if (isCall()) {
            return price.isLessThan(strike) ? UInt256.ZERO : quantity.mulDivCeil(price.minusExact(strike), price);
        }
        return price.isLessThan(strike) ? quantity.mulDivCeil(strike.minusExact(price), oneBase) : UInt256.ZERO;
    }

    /** What options on so many base units are worth in the quote asset at a price at expiry, rounded down; base units. */
    UInt256 worthInQuote(UInt256 quantity, UInt256 price) {
        return quantity.mulDivFloor(inTheMoney(price), oneBase);
    }

    /** What a writer pays in it, rounded up. */
    UInt256 owedInQuote(UInt256 quantity, UInt256 price) {
        return quantity.mulDivCeil(inTheMoney(price), oneBase);
    }

    private UInt256 inTheMoney(UInt256 price) {
        UInt256 over = price.isLessThan(strike) ? UInt256.ZERO : price.minusExact(strike);
        UInt256 under = price.isLessThan(strike) ? strike.minusExact(price) : UInt256.ZERO;
        return isCall() ? over : under;
    }

    boolean isExpired(long timeNanos) {
        return timeNanos >= expiryNanos;
    }
}
