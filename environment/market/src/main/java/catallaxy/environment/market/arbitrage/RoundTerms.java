package catallaxy.environment.market.arbitrage;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;

/**
 * What a round trip costs besides its conversions, and how much may be put in; base units of the asset that it starts with.
 *
 * @param decimals of that asset
 * @param most     that may be put in
 * @param gas      of the whole round, at any size
 * @param loanFee  of what is put in
 */
public record RoundTerms(int decimals, UInt256 most, UInt256 gas, LoanFee loanFee) {
    public RoundTerms {
        Checks.inRange("decimals", decimals, 0, 77);
    }

    /** Own money without bound, and no gas. */
    public static RoundTerms free(int decimals) {
        return new RoundTerms(decimals, UInt256.MAX, UInt256.ZERO, LoanFee.NONE);
    }
}
