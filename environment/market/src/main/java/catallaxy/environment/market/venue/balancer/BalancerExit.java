package catallaxy.environment.market.venue.balancer;

import catallaxy.environment.base.number.UInt256;
import java.util.List;

/** A way out of a pool. Amounts are base units in the order of the pool's assets. */
public sealed interface BalancerExit {
    /** Exact shares for at least so much of one asset: {@code EXACT_BPT_IN_FOR_ONE_TOKEN_OUT}. */
    record Single(UInt256 shares, int asset, UInt256 least) implements BalancerExit {}

    /** Exact shares for their part of every balance, without a fee: {@code EXACT_BPT_IN_FOR_TOKENS_OUT}. */
    record Proportional(UInt256 shares, List<UInt256> least) implements BalancerExit {
        public Proportional {
            least = List.copyOf(least);
        }
    }

    /** Amounts of any proportions for at most so many shares: {@code BPT_IN_FOR_EXACT_TOKENS_OUT}. */
    record ExactOut(List<UInt256> amounts, UInt256 mostShares) implements BalancerExit {
        public ExactOut {
            amounts = List.copyOf(amounts);
        }
    }
}
