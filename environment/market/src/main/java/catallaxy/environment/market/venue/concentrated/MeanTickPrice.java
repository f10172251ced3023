package catallaxy.environment.market.venue.concentrated;

import catallaxy.environment.api.venue.CumulativePrice;
import catallaxy.environment.base.number.UInt256;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Means of the prices of a pool that sums its ticks: the price at the mean tick, rounded towards −∞, is the geometric mean of the
 * prices. That of the second asset is the price at the tick's negative. Source: {@code consult} of {@code OracleLibrary.sol} in
 * v3-periphery 1.4.4.
 *
 * @param asset0 the pool's first asset
 */
public record MeanTickPrice(int asset0, TickSums sums) implements CumulativePrice {
    /** From √price · 2^96, squared, to price · 2^112. */
    private static final UInt256 SQUARE_TO_X112 = UInt256.powerOfTwo(80);

    /** Sums of a pool's tick over the seconds. */
    public interface TickSums {
        /** Until a second, not before the pool's last change. */
        long until(long seconds);

        /** Until an earlier second, where it is still known. */
        OptionalLong at(long now, long seconds);
    }

    @Override
    public UInt256 cumulative(int asset, long seconds) {
        return extended(sums.until(seconds));
    }

    @Override
    public Optional<UInt256> cumulativeAt(int asset, long now, long seconds) {
        OptionalLong known = sums.at(now, seconds);
        return known.isPresent() ? Optional.of(extended(known.getAsLong())) : Optional.empty();
    }

    /** A signed number in 256 bits. */
    private static UInt256 extended(long sum) {
        long sign = sum >> 63;
        return UInt256.ofLimbs(sign, sign, sign, sum);
    }

    @Override
    public UInt256 meanX112(int asset, UInt256 earlier, UInt256 later, long seconds) {
        long ticks = later.minusWrapping(earlier).limb(0);
        int mean = (int) Math.floorDiv(ticks, seconds);
        UInt256 root = TickMath.sqrtRatioAtTick(asset == asset0 ? mean : -mean);
        return root.mulDivFloor(root, SQUARE_TO_X112);
    }
}
