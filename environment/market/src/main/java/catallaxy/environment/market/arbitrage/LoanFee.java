package catallaxy.environment.market.arbitrage;

import catallaxy.environment.base.number.UInt256;

/** What must be repaid for the length of a round beyond what was borrowed. */
public interface LoanFee {
    /** Nothing: the money is one's own. */
    LoanFee NONE = _ -> UInt256.ZERO;

    /** The fee of an amount, base units, rounded as the lender does. */
    UInt256 of(UInt256 amount);
}
