package catallaxy.environment.market.chain;

import catallaxy.environment.base.check.Checks;

/**
 * How the first place in the blocks of a chain is sold: for a round at a time, by sealed bids, to the highest at the price of the
 * second. Whoever does not hold the round has its transactions delayed. Timeboost of Arbitrum,
 * https://docs.arbitrum.io/how-arbitrum-works/timeboost/gentle-introduction.
 *
 * @param roundNanos   length of a round
 * @param closingNanos how long before a round its auction closes
 * @param delayNanos   by how much the transactions of everybody else reach the mempool later
 * @param reserveWei   least price of a round
 */
public record LaneSpec(long roundNanos, long closingNanos, long delayNanos, long reserveWei) {
    /** Rounds of a minute, auctions that close 15 s before, a delay of 200 ms, and 0.001 ether at least. */
    public static final LaneSpec ARBITRUM =
            new LaneSpec(60_000_000_000L, 15_000_000_000L, 200_000_000L, 1_000_000_000_000_000L);

    public LaneSpec {
        Checks.inRange("roundNanos", roundNanos, 1_000_000_000L, 86_400_000_000_000L);
        Checks.inRange("closingNanos", closingNanos, 0, 86_400_000_000_000L);
        Checks.inRange("delayNanos", delayNanos, 0, 60_000_000_000L);
        Checks.inRange("reserveWei", reserveWei, 0, 1_000_000_000_000_000_000L);
    }

    /** The round that a moment is in. */
    public long round(long timeNanos) {
        return timeNanos / roundNanos;
    }

    /** The earliest round for which the auction is still open at a moment. */
    public long openRound(long timeNanos) {
        return round(timeNanos + closingNanos) + 1;
    }
}
