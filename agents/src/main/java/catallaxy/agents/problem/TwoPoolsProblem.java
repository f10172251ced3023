package catallaxy.agents.problem;

import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.environment.base.check.Checks;

/**
 * The size of an arbitrage between two pools of constant product, {@link PoolPair}: one decision an episode, whose best is a closed form.
 * Angeris, Kao, Chiang, Noyes and Chitra 2019, https://arxiv.org/abs/1911.03380.
 *
 * <p>Each episode has another gap between the pools' prices, uniform in logarithm on ±maxGap, and another depth of the second, uniform in
 * logarithm on ±maxDepth. The size is quote to spend, as a share of the first pool's, positive to buy there and negative to buy at the
 * other. The reward is what is gained, in basis points of the first pool's quote reserve. Observed: gap / maxGap and depth / maxDepth.
 *
 * @param maxGap   largest gap of the prices
 * @param maxDepth largest logarithm of the second pool's depth over the first's; 0 for equal ones
 * @param maxSize  largest size
 * @param sizes    number of sizes to choose from, evenly over ±maxSize, odd; 0 for any size between
 * @param feePips  of both pools, millionths of what is paid in
 */
public record TwoPoolsProblem(double maxGap, double maxDepth, double maxSize, int sizes, int feePips)
        implements ProblemSpec {
    private static final double BPS = 1e4;

    /** Checks each; the error names the field. */
    public TwoPoolsProblem {
        Checks.inRange("maxGap", maxGap, 1e-6, 3);
        Checks.inRange("maxDepth", maxDepth, 0, 10);
        Checks.inRange("maxSize", maxSize, 1e-9, 1e6);
        Checks.inRange("sizes", sizes, 0, 10_001);
        Checks.that(sizes == 0 || (sizes > 2 && sizes % 2 == 1), "sizes", "0 or an odd number from 3 on", sizes);
        Checks.inRange("feePips", feePips, 0, 999_999);
    }

    /** Gaps to 10 % between pools of depths to e, fees of 0.3 %, and 61 sizes to 6 % of a pool. */
    public static TwoPoolsProblem standard() {
        return new TwoPoolsProblem(0.1, 1, 0.06, 61, 3_000);
    }

    @Override
    public String problem() {
        return "two-pools";
    }

    PoolPair pools(double gapShare, double depthShare) {
        return new PoolPair(gapShare * maxGap, depthShare * maxDepth, feePips / 1e6);
    }

    /** The size of an action: that of its number where there are so many, else itself, within the bounds. */
    double size(double action) {
        double size = sizes == 0 ? action : maxSize * (2.0 * Math.rint(action) / (sizes - 1) - 1);
        return Math.clamp(size, -maxSize, maxSize);
    }

    /** The reward of a size. */
    double reward(PoolPair pools, double size) {
        return BPS * pools.gain(size);
    }

    @Override
    public VectorEnvironment environment(int worlds) {
        return new TwoPoolsWorlds(this, worlds);
    }

    @Override
    public Referee referee() {
        return new TwoPoolsReferee(this);
    }
}
