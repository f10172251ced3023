package catallaxy.environment.market.venue.balancer;

import catallaxy.environment.base.check.Checks;
import java.util.List;

/**
 * What a pool is made with, within what the deployed contracts accept.
 *
 * @param decimals of each asset, at most 18; two to eight assets, five in a stable pool
 * @param curve    what it computes with
 * @param swapFee  of what is paid in, 18 decimals, from 0.0001 % to 10 %
 */
public record BalancerTerms(List<Integer> decimals, BalancerCurve curve, long swapFee) {
    /** Decimals in which pools compute. */
    public static final int DECIMALS = 18;

    /** Assets that a pool has at most. */
    public static final int MOST_ASSETS = 8;

    /** The least swap fee, 18 decimals. */
    public static final long LEAST_FEE = 1_000_000_000_000L;

    /** The greatest swap fee, 18 decimals. */
    public static final long MOST_FEE = 100_000_000_000_000_000L;

    public BalancerTerms {
        decimals = List.copyOf(decimals);
        int most = curve instanceof StableCurve ? StableCurve.MOST_ASSETS : MOST_ASSETS;
        Checks.inRange("assets", decimals.size(), 2, most);
        decimals.forEach(each -> Checks.inRange("decimals", each, 0, DECIMALS));
        Checks.inRange("swapFee", swapFee, LEAST_FEE, MOST_FEE);
        Checks.that(
                curve.assets() == 0 || curve.assets() == decimals.size(),
                "weights",
                decimals.size() + " of them",
                curve.assets());
    }
}
