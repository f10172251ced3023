package catallaxy.environment.market.chain;

import catallaxy.environment.base.check.Checks;

/**
 * Who builds the blocks of a chain, and of what besides the mempool.
 *
 * @param bundles       whether senders may hand bundles to builders
 * @param openBids      whether everybody sees which bundles wait for which transactions, and what they bid
 * @param builders      how many builders bid for each block; with one the proposer builds it itself and keeps all fees
 * @param rounds        most rounds of their auction
 * @param leastRaiseBps least raise of the leading bid there, basis points
 * @param expressLane   how first place is sold, under {@link ChainSpec.Ordering#EXPRESS_LANE}
 */
public record BuildingSpec(
        boolean bundles, boolean openBids, int builders, int rounds, double leastRaiseBps, LaneSpec expressLane) {
    /** A proposer that builds from the mempool alone. */
    public static final BuildingSpec MEMPOOL_ALONE = new BuildingSpec(false, true, 1, 24, 500, LaneSpec.ARBITRUM);

    public BuildingSpec {
        Checks.inRange("builders", builders, 1, 16);
        Checks.inRange("rounds", rounds, 1, 1_000);
        Checks.inRange("leastRaiseBps", leastRaiseBps, 1, 10_000);
    }

    /** Whether builders other than the proposer bid for each block. */
    public boolean isAuctioned() {
        return builders > 1;
    }

    /** A proposer that builds from the mempool and from bundles, the bids for which are seen or not. */
    public static BuildingSpec withBundles(boolean openBids) {
        return new BuildingSpec(
                true,
                openBids,
                MEMPOOL_ALONE.builders,
                MEMPOOL_ALONE.rounds,
                MEMPOOL_ALONE.leastRaiseBps,
                MEMPOOL_ALONE.expressLane);
    }

    /** The same with so many builders that bid for each block. */
    public BuildingSpec with(int bidding) {
        return new BuildingSpec(bundles, openBids, bidding, rounds, leastRaiseBps, expressLane);
    }

    /** The same where first place is sold so. */
    public BuildingSpec with(LaneSpec lane) {
        return new BuildingSpec(bundles, openBids, builders, rounds, leastRaiseBps, lane);
    }
}
