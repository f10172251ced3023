package catallaxy.environment.market.venue.balancer;

import catallaxy.environment.base.number.UInt256;
import java.util.List;

/** A way into a pool. Amounts are base units in the order of the pool's assets. */
public sealed interface BalancerJoin {
    /** The first deposit, of some of every asset: {@code INIT}. */
    record First(List<UInt256> amounts) implements BalancerJoin {
        public First {
            amounts = List.copyOf(amounts);
        }
    }

    /** Amounts of any proportions for at least so many shares: {@code EXACT_TOKENS_IN_FOR_BPT_OUT}. */
    record ExactIn(List<UInt256> amounts, UInt256 leastShares) implements BalancerJoin {
        public ExactIn {
            amounts = List.copyOf(amounts);
        }
    }

    /** At most so much of one asset for exact shares: {@code TOKEN_IN_FOR_EXACT_BPT_OUT}. */
    record ForShares(UInt256 shares, int asset, UInt256 most) implements BalancerJoin {}
}
