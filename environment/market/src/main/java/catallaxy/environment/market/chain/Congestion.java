package catallaxy.environment.market.chain;

import catallaxy.environment.base.check.Checks;

/**
 * Users with bids of their own who compete for a chain's blocks, as the scenario describes them; they take the place of {@link
 * ChainSpec.BlockspaceDemand} where there are any. In each block gas of
 * {@code gasLimit · meanLoad · exp(σ z − σ²/2)} is asked for. What it is worth to its users per gas, the most that they pay, has a
 * lognormal distribution around {@code reference · exp(x)}, where x moves from block to block:
 * {@code x ← (1 − reversion) x + drift · z}. A block takes those who pay the base fee, the dearest first. Who comes too late waits, and
 * gives up after some blocks.
 *
 * @param meanLoad                   gas asked for in a block, as a share of its limit, in [0, 100]; 0 for none of these users
 * @param loadLogStandardDeviation   σ, in [0, 3]
 * @param referenceValueWei          median of what gas is worth, wei per gas
 * @param valueLogStandardDeviation  of what it is worth to those of one block, in (0, 3]
 * @param patienceBlocks             mean number of blocks that a user waits
 * @param driftPerBlock              deviation of x's steps, in [0, 1]
 * @param reversionPerBlock          in [0, 1]
 * @param tipShare                   of what is left of the worth after the base fee, what its user tips, in [0, 1]
 */
public record Congestion(
        double meanLoad,
        double loadLogStandardDeviation,
        long referenceValueWei,
        double valueLogStandardDeviation,
        int patienceBlocks,
        double driftPerBlock,
        double reversionPerBlock,
        double tipShare) {
    /** Nobody. */
    public static final Congestion NONE = new Congestion(0, 1.4, 12_000_000_000L, 0.05, 50, 0.02, 0.001, 0.5);

    public Congestion {
        Checks.inRange("meanLoad", meanLoad, 0, 100);
        Checks.inRange("loadLogStandardDeviation", loadLogStandardDeviation, 0, 3);
        Checks.inRange("referenceValueWei", referenceValueWei, 1, 1_000_000_000_000_000L);
        Checks.inRange("valueLogStandardDeviation", valueLogStandardDeviation, 0.001, 3);
        Checks.inRange("patienceBlocks", patienceBlocks, 1, 1_000_000);
        Checks.inRange("driftPerBlock", driftPerBlock, 0, 1);
        Checks.inRange("reversionPerBlock", reversionPerBlock, 0, 1);
        Checks.inRange("tipShare", tipShare, 0, 1);
    }

    /** Whether there are such users. */
    public boolean isAny() {
        return meanLoad > 0;
    }
}
