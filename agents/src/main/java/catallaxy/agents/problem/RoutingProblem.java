package catallaxy.agents.problem;

import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.environment.base.check.Checks;

/**
 * Arbitrage over several pools of constant product, one cycle after another: which to make, and when to stop. Cycles share pools, and fees
 * forbid to take a step back, so that making the best first is not best; the convex routing of Angeris, Evans, Chitra and Boyd 2022,
 * https://arxiv.org/abs/2204.05238, bounds what can be gained.
 *
 * <p>Each episode has other prices, uniform in logarithm on ±maxGap around 1, and other depths, uniform in logarithm on ±maxDepth. A round
 * makes a part of the size that is best for one cycle at present, or stops; cycles that gain nothing are masked. The reward is what the
 * round gains of asset 0, in basis points of a pool of depth 1. Observed: of each pool the logarithms of price over maxGap and of depth
 * over maxDepth, and the share of rounds that remain.
 *
 * @param assets   2 to 4; asset 0 is gained
 * @param parallel pools between asset 0 and each other; between every two others there is one
 * @param rounds   of an episode, at most
 * @param parts    into how many the best size of a cycle is cut, of which a round makes one
 * @param maxGap   largest logarithm of a price
 * @param maxDepth largest logarithm of a depth, positive
 * @param feePips  of all pools, millionths of what is paid in
 */
public record RoutingProblem(
        int assets, int parallel, int rounds, int parts, double maxGap, double maxDepth, int feePips)
        implements ProblemSpec {
    static final double BPS = 1e4;

    /** Checks each; the error names the field. */
    public RoutingProblem {
        Checks.inRange("assets", assets, 2, 4);
        Checks.inRange("parallel", parallel, 2, 6);
        Checks.inRange("rounds", rounds, 1, 10_000);
        Checks.inRange("parts", parts, 1, 1_000);
        Checks.inRange("maxGap", maxGap, 1e-6, 3);
        Checks.inRange("maxDepth", maxDepth, 1e-6, 3);
        Checks.inRange("feePips", feePips, 0, 999_999);
    }

    /** Seven pools of three assets, prices to 5 % apart from 1, depths to e, and twelve rounds of half the best size. */
    public static RoutingProblem standard() {
        return new RoutingProblem(3, 3, 12, 2, 0.05, 1, 3_000);
    }

    @Override
    public String problem() {
        return "routing";
    }

    RoutingNetwork network() {
        return RoutingNetwork.of(assets, parallel);
    }

    @Override
    public VectorEnvironment environment(int worlds) {
        return new RoutingWorlds(this, worlds);
    }

    @Override
    public Referee referee() {
        return new RoutingReferee(this);
    }
}
