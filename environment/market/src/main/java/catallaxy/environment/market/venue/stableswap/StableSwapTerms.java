package catallaxy.environment.market.venue.stableswap;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What a pool is made with, within what the deployed contract accepts.
 *
 * @param decimals      of each asset, at most 18; two to eight assets
 * @param amplification Curve's A, 1 to 999,999
 * @param fee           of a swap's output, in units of 1e−10, below one per cent
 * @param adminFee      the part of fees that the pool's owner takes, in units of 1e−10, below one
 */
public record StableSwapTerms(List<Integer> decimals, long amplification, long fee, long adminFee) {
    /** Units of a fee of one. */
    public static final long FEE_UNITS = 10_000_000_000L;

    /** Decimals in which the pool computes. */
    public static final int DECIMALS = 18;

    /** Assets that a pool has at most. */
    public static final int MOST_ASSETS = 8;

    private static final long FEE_BOUND = 100_000_000L;

    public StableSwapTerms {
        decimals = List.copyOf(decimals);
        Checks.inRange("assets", decimals.size(), 2, MOST_ASSETS);
        decimals.forEach(each -> Checks.inRange("decimals", each, 0, DECIMALS));
        Checks.inRange("amplification", amplification, 1, StableSwapAmplification.MOST - 1);
        Checks.inRange("fee", fee, 0, FEE_BOUND - 1);
        Checks.inRange("adminFee", adminFee, 0, FEE_UNITS - 1);
    }

    void save(StateWriter out) {
        out.int32(decimals.size());
        decimals.forEach(out::int32);
        out.int64(amplification).int64(fee).int64(adminFee);
    }

    static StableSwapTerms load(StateReader in) {
        int assets = in.int32();
        List<Integer> decimals = new ArrayList<>();
        for (int i = 0; i < assets; i++) {
            decimals.add(in.int32());
        }
        return new StableSwapTerms(decimals, in.int64(), in.int64(), in.int64());
    }
}
