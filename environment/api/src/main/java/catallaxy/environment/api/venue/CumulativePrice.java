package catallaxy.environment.api.venue;

import catallaxy.environment.base.number.UInt256;

/**
 * A venue that sums its price over time, so that whoever remembers an earlier sum knows the average since. A view of the present
 * state, valid as long as its market.
 */
public interface CumulativePrice {
    /**
     * Sum over the seconds since the start of the price that each began with: base units of the quote asset for one of the base
     * asset, times 2^112, each rounded down; modulo 2^256.
     *
     * @param seconds until which, not before the venue's last change
     */
    UInt256 cumulativeX112(long seconds);
}
