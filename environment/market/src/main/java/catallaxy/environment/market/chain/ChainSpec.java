package catallaxy.environment.market.chain;

import catallaxy.environment.api.setting.NameOf;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.outage.OutageSpec;
import java.util.List;
import java.util.Optional;

/**
 * A chain as the scenario describes it.
 *
 * @param id              name, unique among chains and exchanges
 * @param kind            what sort of chain it is
 * @param ordering        which transactions come first in a block
 * @param blockTimeNanos  time between blocks, positive
 * @param gas             what there is of it, and what it costs
 * @param propagation     how long a transaction takes to the mempool
 * @param mempoolLimit    transactions that may wait; further ones are dropped
 * @param reorganisations how often its latest blocks are replaced
 * @param blobSpec        what of others' data its blocks carry, if any
 * @param dataSpec        where it posts its own users' data, and what they pay for it
 * @param finality        when its blocks are final by the word of its validators
 * @param outages         when it makes no blocks
 * @param mempoolEviction whether a full mempool lets a transaction go for one that tips more
 * @param building        who builds its blocks, and of what
 */
public record ChainSpec(
        String id,
        Kind kind,
        Ordering ordering,
        long blockTimeNanos,
        GasMarket gas,
        Propagation propagation,
        int mempoolLimit,
        Reorganisations reorganisations,
        BlobSpec blobSpec,
        DataSpec dataSpec,
        Checkpoints finality,
        OutageSpec outages,
        boolean mempoolEviction,
        BuildingSpec building) {
    /** A chain whose proposers build its blocks from the mempool alone. */
    public ChainSpec(
            String id,
            Kind kind,
            Ordering ordering,
            long blockTimeNanos,
            GasMarket gas,
            Propagation propagation,
            int mempoolLimit,
            Reorganisations reorganisations,
            BlobSpec blobSpec,
            DataSpec dataSpec,
            Checkpoints finality,
            OutageSpec outages,
            boolean mempoolEviction) {
        this(
                id,
                kind,
                ordering,
                blockTimeNanos,
                gas,
                propagation,
                mempoolLimit,
                reorganisations,
                blobSpec,
                dataSpec,
                finality,
                outages,
                mempoolEviction,
                BuildingSpec.MEMPOOL_ALONE);
    }

    /** A chain without checkpoints that never stands still. */
    public ChainSpec(
            String id,
            Kind kind,
            Ordering ordering,
            long blockTimeNanos,
            GasMarket gas,
            Propagation propagation,
            int mempoolLimit,
            Reorganisations reorganisations,
            BlobSpec blobSpec,
            DataSpec dataSpec) {
        this(
                id,
                kind,
                ordering,
                blockTimeNanos,
                gas,
                propagation,
                mempoolLimit,
                reorganisations,
                blobSpec,
                dataSpec,
                Checkpoints.NONE,
                OutageSpec.NONE,
                false);
    }

    /** A chain without blobs that charges for gas alone. */
    public ChainSpec(
            String id,
            Kind kind,
            Ordering ordering,
            long blockTimeNanos,
            GasMarket gas,
            Propagation propagation,
            int mempoolLimit,
            Reorganisations reorganisations) {
        this(
                id,
                kind,
                ordering,
                blockTimeNanos,
                gas,
                propagation,
                mempoolLimit,
                reorganisations,
                BlobSpec.NONE,
                DataSpec.NONE);
    }

    /** The same chain whose transactions are ordered so. */
    public ChainSpec with(Ordering other) {
        return new ChainSpec(
                id,
                kind,
                other,
                blockTimeNanos,
                gas,
                propagation,
                mempoolLimit,
                reorganisations,
                blobSpec,
                dataSpec,
                finality,
                outages,
                mempoolEviction,
                building);
    }

    /** The same chain whose blocks are built so. */
    public ChainSpec with(BuildingSpec other) {
        return new ChainSpec(
                id,
                kind,
                ordering,
                blockTimeNanos,
                gas,
                propagation,
                mempoolLimit,
                reorganisations,
                blobSpec,
                dataSpec,
                finality,
                outages,
                mempoolEviction,
                other);
    }

    /** What sort of chain. */
    public enum Kind {
        L1,
        ROLLUP
    }

    /**
     * Which transactions come first: the highest priority fee, the earliest arrival, or the earliest arrival where everybody is
     * delayed but who has bought the round ({@link LaneSpec}).
     */
    public enum Ordering {
        PRIORITY_FEE,
        FIRST_COME,
        EXPRESS_LANE
    }

    /**
     * Gas of a chain's blocks, at a base fee that follows how much of it is used (EIP-1559).
     *
     * @param gasLimit           gas units a block may hold
     * @param elasticity         gas limit ÷ target (EIP-1559: 2)
     * @param baseFeeDenominator bound on the base fee's relative change per block (EIP-1559: 8)
     * @param initialBaseFeeWei  base fee of the first block, wei per gas
     * @param gasAsset           index of the asset in which gas is paid (18 decimals)
     * @param demand             of everybody who is not simulated
     * @param congestion         users with bids of their own, in the place of that demand
     */
    public record GasMarket(
            long gasLimit,
            int elasticity,
            int baseFeeDenominator,
            long initialBaseFeeWei,
            @NameOf(NameOf.Thing.ASSET) int gasAsset,
            BlockspaceDemand demand,
            Congestion congestion) {
        public GasMarket {
            Checks.inRange("gasLimit", gasLimit, 100_000L, 1_000_000_000_000L);
            Checks.inRange("elasticity", elasticity, 1, 100);
            Checks.inRange("baseFeeDenominator", baseFeeDenominator, 2, 1_000_000);
            Checks.inRange("initialBaseFeeWei", initialBaseFeeWei, 1, 1_000_000_000_000_000L);
        }

        /** Gas that those who are not simulated take without bids. */
        public GasMarket(
                long gasLimit,
                int elasticity,
                int baseFeeDenominator,
                long initialBaseFeeWei,
                int gasAsset,
                BlockspaceDemand demand) {
            this(gasLimit, elasticity, baseFeeDenominator, initialBaseFeeWei, gasAsset, demand, Congestion.NONE);
        }
    }

    /**
     * How long a transaction takes from its submission to the mempool.
     *
     * @param propagationNanos  least time
     * @param propagationJitter mean of the random part, which is exponential, as a share of the least
     */
    public record Propagation(long propagationNanos, double propagationJitter) {
        public Propagation {
            Checks.inRange("propagationNanos", propagationNanos, 0, 3_600_000_000_000L);
            Checks.inRange("propagationJitter", propagationJitter, 0, 10);
        }
    }

    /**
     * How often the latest blocks of a chain are replaced by others.
     *
     * @param probability that the arrival of a block replaces some of those before it, in [0, 1]
     * @param depth       most blocks that are replaced; each number from 1 on is equally likely. 0 for a chain whose blocks stand
     */
    public record Reorganisations(double probability, int depth) {
        /** Blocks that stand. */
        public static final Reorganisations NONE = new Reorganisations(0, 0);

        public Reorganisations {
            Checks.inRange("probability", probability, 0, 1);
            Checks.inRange("depth", depth, 0, 64);
            Checks.that(probability == 0 || depth > 0, "depth", "at least 1 where the probability is not 0", depth);
        }
    }

    /**
     * Checkpoints, by which validators finalise all blocks up to them: block n is final once the chain has block
     * {@code (n / epochBlocks + 1 + epochs) · epochBlocks}, rounded down inside. Ethereum: 32 and 2, so that a block is final after 64 to 96
     * slots (Buterin and Griffith 2017, https://arxiv.org/abs/1710.09437).
     *
     * @param epochBlocks blocks from one checkpoint to the next; 0 where there are none
     * @param epochs      that have to pass after the epoch of a block
     */
    public record Checkpoints(int epochBlocks, int epochs) {
        /** No checkpoints: blocks are final once they can no longer be replaced. */
        public static final Checkpoints NONE = new Checkpoints(0, 2);

        public Checkpoints {
            Checks.inRange("epochBlocks", epochBlocks, 0, 1_000_000);
            Checks.inRange("epochs", epochs, 0, 100);
        }

        long finalises(long block) {
            return epochBlocks == 0 ? block : (block / epochBlocks + 1 + epochs) * epochBlocks;
        }
    }

    public ChainSpec {
        Checks.inRange("blockTimeNanos", blockTimeNanos, 1_000_000L, 86_400_000_000_000L);
        Checks.inRange("mempoolLimit", mempoolLimit, 1, 1_000_000);
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
            Checks.inRange("meanShare", meanShare, 0, 1);
            Checks.inRange("logStandardDeviation", logStandardDeviation, 0, 3);
            Checks.inRange("priceElasticity", priceElasticity, 0, 5);
            Checks.inRange("referenceBaseFeeWei", referenceBaseFeeWei, 1, 1_000_000_000_000_000L);
        }
    }

    /**
     * What the chain that this one settles on would have to be; empty if it is that, or if there is to be none: another of the
     * chains, with blobs, in which the same asset pays for gas.
     */
    public Optional<String> faultOfSettling(List<ChainSpec> chains) {
        Optional<ChainSpec> other = chains.stream()
                .filter(each ->
                        each.id().equals(dataSpec.settlesOn()) && !each.id().equals(id))
                .findFirst();
        if (!dataSpec.isCharged()) {
            return Optional.empty();
        } else if (other.isEmpty()) {
            return Optional.of("none or another chain");
        } else if (other.get().blobSpec().rule().isEmpty()) {
            return Optional.of("a chain with blobs, such as one with blob-fork = osaka");
        }
        boolean sameGas = other.get().gas().gasAsset() == gas.gasAsset();
        return sameGas ? Optional.empty() : Optional.of("a chain with the same gas-asset");
    }

    /** Number of the block with which a block is final: no longer replaceable, and behind a checkpoint where there are any. */
    public long finalWith(long block) {
        return Math.max(block + reorganisations.depth(), finality.finalises(block));
    }

    /** Whether a block with so many confirmations can no longer be replaced. */
    public boolean isFinalAt(int confirmations) {
        return reorganisations.depth() == 0 || confirmations > reorganisations.depth();
    }

    /** Whether a block of this age can no longer be replaced. */
    public boolean isFinalAfter(long nanos) {
        return reorganisations.depth() == 0 || nanos > reorganisations.depth() * blockTimeNanos;
    }
}
