package catallaxy.environment.market.venue.concentrated;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import java.util.Optional;

/** What must hold of the liquidity at a pool's ticks: over all of them it sums to zero, and up to the price to what is in force. */
public final class RangeSums {
    private RangeSums() {}

    /** What does not; empty where all holds. */
    public static Optional<String> fault(TickMap<? extends RangeTick> ticks, int tick, UInt256 liquidity) {
        Int256 net = Int256.ZERO;
        Int256 inForce = Int256.ZERO;
        for (int rank = 0; rank < ticks.size(); rank++) {
            net = net.plusExact(ticks.value(rank).liquidityNet());
            inForce = ticks.tick(rank) <= tick ? net : inForce;
        }
        if (!net.isZero()) {
            return Optional.of("net liquidity sums to " + net);
        }
        return inForce.equals(Int256.of(liquidity))
                ? Optional.empty()
                : Optional.of("in force " + liquidity + ", summed " + inForce);
    }
}
