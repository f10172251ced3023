package catallaxy.environment.market.chain;

import catallaxy.environment.base.check.Checks;

/**
 * A chain as the scenario describes it.
 *
 * @param id                  name, unique among chains and exchanges
 * @param kind                what sort of chain it is
 * @param ordering            which transactions come first in a block
 * @param blockTimeNanos      time between blocks, positive
 * @param gasLimit            gas units a block may hold
 * @param elasticity          gas limit ÷ gas target (EIP-1559: 2)
 * @param baseFeeDenominator  bound on the base fee's relative change per block (EIP-1559: 8)
 * @param initialBaseFeeWei   base fee of the first block, wei per gas
 * @param gasAsset            index of the asset in which gas is paid (18 decimals)
 * @param propagationNanos    least time from submission to the mempool
 * @param propagationJitter   mean of the random part of that time, which is exponential, as a share of its least
 * @param mempoolLimit        transactions that may wait; further ones are dropped
 * @param demand              blockspace used by everybody who is not simulated
 */
public record ChainSpec(
        String id,
        Kind kind,
        Ordering ordering,
        long blockTimeNanos,
        long gasLimit,
        int elasticity,
        int baseFeeDenominator,
        long initialBaseFeeWei,
        int gasAsset,
        long propagationNanos,
        double propagationJitter,
        int mempoolLimit,
        BlockspaceDemand demand) {
    /** What sort of chain. */
    public enum Kind {
        L1,
        ROLLUP
    }

    /** Which transactions come first: the highest priority fee, or the earliest arrival. */
    public enum Ordering {
        PRIORITY_FEE,
        FIRST_COME
    }

    public ChainSpec {
        Checks.inRange("block-time", "ns", blockTimeNanos, 1_000_000L, 86_400_000_000_000L);
        Checks.inRange("gas-limit", gasLimit, 100_000L, 1_000_000_000_000L);
        Checks.inRange("elasticity", elasticity, 1, 100);
        Checks.inRange("base-fee-denominator", baseFeeDenominator, 2, 1_000_000);
        Checks.inRange("initial-base-fee", "wei", initialBaseFeeWei, 1, 1_000_000_000_000_000L);
        Checks.inRange("propagation", "ns", propagationNanos, 0, 3_600_000_000_000L);
        Checks.inRange("propagation-jitter", propagationJitter, 0, 10);
        Checks.inRange("mempool-limit", mempoolLimit, 1, 1_000_000);
    }

    /**
     * Gas that unseen users take in each block: a share of the gas limit that falls as the base fee rises.
     * {@code gas = gasLimit · meanShare · (referenceBaseFee / baseFee)^elasticity · exp(σ z − σ²/2)}, at most the limit.
     *
     * @param meanShare           in [0, 1], at the reference base fee
     * @param logStandardDeviation σ, in [0, 3]
     * @param priceElasticity     in [0, 5]
     * @param referenceBaseFeeWei wei per gas, positive
     */
    public record BlockspaceDemand(
            double meanShare, double logStandardDeviation, double priceElasticity, long referenceBaseFeeWei) {
        public BlockspaceDemand {
            Checks.inRange("demand.mean-share", meanShare, 0, 1);
            Checks.inRange("demand.log-standard-deviation", logStandardDeviation, 0, 3);
            Checks.inRange("demand.price-elasticity", priceElasticity, 0, 5);
            Checks.inRange("demand.reference-base-fee", "wei", referenceBaseFeeWei, 1, 1_000_000_000_000_000L);
        }
    }
}
