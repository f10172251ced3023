package catallaxy.environment.api.venue;

import catallaxy.environment.base.number.UInt256;
import java.util.Optional;

/**
 * A venue that sums its price over time, so that whoever remembers an earlier sum knows the mean since: of the price itself at Uniswap
 * V2, of its logarithm where ticks are summed, which makes the mean geometric. What a sum counts is the venue's own; only two sums of
 * one venue and asset mean something together. A view of the present state, valid as long as its market.
 */
public interface CumulativePrice {
    /**
     * The sum for the price of an asset of the venue until a second, modulo 2^256.
     *
     * @param seconds since the start, not before the venue's last change
     */
    UInt256 cumulative(int asset, long seconds);

    /**
     * The sum that there was at an earlier second, where the venue still knows it; by default it does not.
     *
     * @param now the present second
     */
    default Optional<UInt256> cumulativeAt(int asset, long now, long seconds) {
        return Optional.empty();
    }

    /**
     * The mean price of an asset between two sums: base units of the other asset for one of this, times 2^112, rounded down.
     *
     * @param seconds between them, at least 1
     */
    UInt256 meanX112(int asset, UInt256 earlier, UInt256 later, long seconds);
}
