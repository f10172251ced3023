package catallaxy.environment.market.chain;

import catallaxy.environment.base.check.Checks;
import java.util.Optional;

/**
 * Blobs of a chain as the scenario describes them.
 *
 * @param blobFork whose rule is in force for the whole run; none for a chain without blobs
 * @param blobs    what the rule starts from, and who posts
 */
public record BlobSpec(BlobFork blobFork, Market blobs) {
    /** No blobs. */
    public static final BlobSpec NONE = new BlobSpec(
            BlobFork.NONE, new Market(6, 9, 5_007_716, 1_000_000_000, new Demand(1, 0.35, 0.5, 1_000_000_000)));

    public BlobSpec {
        if (blobFork == BlobFork.CUSTOM) {
            long above = blobs.customMaximum() - blobs.customTarget();
            Checks.that(above >= 0, "blobs.custom-maximum", "at least custom-target", blobs.customMaximum());
            Checks.that(
                    above * BlobFee.BLOB_GAS <= 8 * blobs.customUpdateFraction(),
                    "blobs.custom-update-fraction",
                    "so much that a block multiplies the fee by at most e^8",
                    blobs.customUpdateFraction());
        }
    }

    /**
     * What the rule starts from, and who posts.
     *
     * @param customTarget         blobs a block aims at, under {@link BlobFork#CUSTOM} alone
     * @param customMaximum        blobs a block holds at most, likewise
     * @param customUpdateFraction how much excess blob gas multiplies the fee by e, likewise
     * @param initialBaseFeeWei    blob base fee of the first block, wei per unit of blob gas, up to the rule's rounding
     * @param demand               of everybody, since no participant posts blobs itself
     */
    public record Market(
            long customTarget, long customMaximum, long customUpdateFraction, long initialBaseFeeWei, Demand demand) {
        public Market {
            Checks.inRange("customTarget", customTarget, 1, 1_000L);
            Checks.inRange("customMaximum", customMaximum, 1, 1_000L);
            Checks.inRange("customUpdateFraction", customUpdateFraction, 100_000, 1_000_000_000_000L);
            Checks.inRange("initialBaseFeeWei", initialBaseFeeWei, 1, BlobMarket.MOST_WEI);
        }
    }

    /**
     * Blobs that are posted in each block: a multiple of the target that falls as the blob base fee rises.
     * {@code blobs = target · meanLoad · (referenceBaseFee / blobBaseFee)^elasticity · exp(σ z − σ²/2)}, at most the maximum.
     *
     * @param meanLoad             in [0, 10], of the target, at the reference blob base fee
     * @param logStandardDeviation σ, in [0, 3]
     * @param priceElasticity      in [0, 5]
     * @param referenceBaseFeeWei  wei per unit of blob gas, positive
     */
    public record Demand(
            double meanLoad, double logStandardDeviation, double priceElasticity, long referenceBaseFeeWei) {
        public Demand {
            Checks.inRange("meanLoad", meanLoad, 0, 10);
            Checks.inRange("logStandardDeviation", logStandardDeviation, 0, 3);
            Checks.inRange("priceElasticity", priceElasticity, 0, 5);
            Checks.inRange("referenceBaseFeeWei", referenceBaseFeeWei, 1, BlobMarket.MOST_WEI);
        }
    }

    /** The rule in force; empty for a chain without blobs. */
    public Optional<BlobFee> rule() {
        return blobFork == BlobFork.CUSTOM
                ? Optional.of(new BlobFee(
                        blobs.customTarget() * BlobFee.BLOB_GAS,
                        blobs.customMaximum() * BlobFee.BLOB_GAS,
                        blobs.customUpdateFraction(),
                        true))
                : blobFork.rule();
    }
}
