package catallaxy.agents.model;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * By how much the price of a trade is worse than the price that its venue showed when it was decided on, learned from one's own
 * fills: {@code 10 000 s (p / m − 1)} with p the price that was paid, m the one that was shown, s 1 where base was bought and −1 where
 * it was sold. Between decision and fill others trade, so it is the whole cost: fee, depth and delay.
 *
 * <p>Features are the share of the depth that is taken, {@code q / d}, and its logarithm, with q the size in quote units and d what
 * the venue showed on that side: the reserve of a pool, the visible levels of a book. On a constant-product pool with fee f the impact
 * is {@code q / d + 1 / (1 − f) − 1} exactly, so the model can be right there. Groups are venues with their pairs.
 */
public final class PriceImpact {
    private static final double BPS = 10_000;
    private static final double SMALLEST_SHARE = 1e-9;
    private static final int HALVINGS = 60;

    /** What is predicted, in basis points. */
    public static final ModelSpec SPEC = new ModelSpec(
            "price-impact", "bp", List.of("share_of_depth", "log_share_of_depth", "volatility_bps"), NaiveRule.MEAN);

    private PriceImpact() {}

    /** The group of a venue's pair. */
    public static String group(String venue, String pair) {
        return venue.equals(pair) ? venue : venue + " " + pair;
    }

    /**
     * What the model looks at.
     *
     * @param quoteSize     of the trade, quote units
     * @param depthQuote    of the side that it takes from, quote units, positive
     * @param volatilityBps of the price, basis points in a minute
     */
    public static double[] features(double quoteSize, double depthQuote, double volatilityBps) {
        double share = quoteSize / depthQuote;
        return new double[] {share, StrictMath.log(Math.max(share, SMALLEST_SHARE)), volatilityBps};
    }

    /**
     * The impact of a fill, basis points; negative where the price was better than the one shown.
     *
     * @param paid  quote per base, all fees included
     * @param shown quote per base
     */
    public static double ofFill(boolean buys, double paid, double shown) {
        return BPS * (buys ? paid / shown - 1 : 1 - paid / shown);
    }

    /**
     * The largest size at or below {@code most} whose impact is at most a target, by bisection of an impact that does not fall with
     * the size; empty where even the smallest size has more.
     *
     * @param impactBps of a size
     * @param smallest  size that is worth trading, positive
     */
    public static OptionalDouble largestWithin(
            double targetBps, DoubleUnaryOperator impactBps, double smallest, double most) {
        if (most < smallest || impactBps.applyAsDouble(smallest) > targetBps) {
            return OptionalDouble.empty();
        }
        if (impactBps.applyAsDouble(most) <= targetBps) {
            return OptionalDouble.of(most);
        }
        double within = smallest;
        double beyond = most;
        for (int i = 0; i < HALVINGS && beyond - within > 1e-12 * most; i++) {
            double middle = (within + beyond) / 2;
            if (impactBps.applyAsDouble(middle) <= targetBps) {
                within = middle;
            } else {
                beyond = middle;
            }
        }
        return OptionalDouble.of(within);
    }
}
