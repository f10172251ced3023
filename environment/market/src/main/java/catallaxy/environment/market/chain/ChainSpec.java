package catallaxy.environment.market.chain;

import catallaxy.environment.api.setting.NameOf;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.outage.OutageSpec;
import java.util.List;
import java.util.Optional;

/**
 * A chain as the scenario describes it: a part for each thing that a chain decides.
 *
 * @param id         name, unique among chains and exchanges
 * @param kind       what sort of chain it is
 * @param blocks     when its blocks are made, by whom, and of what
 * @param gas        what there is of it, and what it costs
 * @param mempool    how transactions come to wait, and how many do
 * @param permanence how its latest blocks are undone, and when no longer
 * @param blobSpec   what of others' data its blocks carry, if any
 * @param dataSpec   where it posts its own users' data, and what they pay for it
 * @param outages    when it makes no blocks
 */
public record ChainSpec(
        String id,
        Kind kind,
        Blocks blocks,
        GasMarket gas,
        MempoolRule mempool,
        Permanence permanence,
        BlobSpec blobSpec,
        DataSpec dataSpec,
        OutageSpec outages) {
    /** A chain whose blocks stand, without blobs, that charges for gas alone and never stands still. */
    public ChainSpec(String id, Kind kind, Blocks blocks, GasMarket gas, MempoolRule mempool) {
        this(id, kind, blocks, gas, mempool, Permanence.NONE, BlobSpec.NONE, DataSpec.NONE, OutageSpec.NONE);
    }

    /** The same chain with blocks that are made so. */
    public ChainSpec with(Blocks other) {
        return new ChainSpec(id, kind, other, gas, mempool, permanence, blobSpec, dataSpec, outages);
    }

    /** The same chain whose blocks are built so. */
    public ChainSpec with(BuildingSpec other) {
        return with(new Blocks(blocks.ordering(), blocks.blockTimeNanos(), other));
    }

    /** The same chain where gas is so much, and costs so much. */
    public ChainSpec with(GasMarket other) {
        return new ChainSpec(id, kind, blocks, other, mempool, permanence, blobSpec, dataSpec, outages);
    }

    /** The same chain whose transactions wait so. */
    public ChainSpec with(MempoolRule other) {
        return new ChainSpec(id, kind, blocks, gas, other, permanence, blobSpec, dataSpec, outages);
    }

    /** The same chain whose blocks are undone and become final so. */
    public ChainSpec with(Permanence other) {
        return new ChainSpec(id, kind, blocks, gas, mempool, other, blobSpec, dataSpec, outages);
    }

    /** The same chain with these blobs, and with users who pay so for theirs. */
    public ChainSpec with(BlobSpec carried, DataSpec charged) {
        return new ChainSpec(id, kind, blocks, gas, mempool, permanence, carried, charged, outages);
    }

    /** The same chain that stands still then. */
    public ChainSpec with(OutageSpec other) {
        return new ChainSpec(id, kind, blocks, gas, mempool, permanence, blobSpec, dataSpec, other);
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
     * When blocks are made, by whom, and of what.
     *
     * @param ordering       which transactions come first in a block
     * @param blockTimeNanos time between blocks, 1 ms to a day
     * @param building       who builds them, and of what besides the mempool
     */
    public record Blocks(Ordering ordering, long blockTimeNanos, BuildingSpec building) {
        public Blocks {
            Checks.inRange("blockTimeNanos", blockTimeNanos, 1_000_000L, 86_400_000_000_000L);
        }

        /** Blocks that proposers build from the mempool alone. */
        public Blocks(Ordering ordering, long blockTimeNanos) {
            this(ordering, blockTimeNanos, BuildingSpec.MEMPOOL_ALONE);
        }
    }

    /**
     * How transactions come to wait, and how many do.
     *
     * @param propagationNanos  least time from a submission to the mempool
     * @param propagationJitter mean of the random part of it, which is exponential, as a share of the least
     * @param mempoolLimit      transactions that may wait; further ones are dropped
     * @param mempoolEviction   whether a full mempool lets a transaction go for one that tips more
     */
    public record MempoolRule(
            long propagationNanos, double propagationJitter, int mempoolLimit, boolean mempoolEviction) {
        public MempoolRule {
            Checks.inRange("propagationNanos", propagationNanos, 0, 3_600_000_000_000L);
            Checks.inRange("propagationJitter", propagationJitter, 0, 10);
            Checks.inRange("mempoolLimit", mempoolLimit, 1, 1_000_000);
        }

        /** A mempool that takes nothing more once it is full. */
        public MempoolRule(long propagationNanos, double propagationJitter, int mempoolLimit) {
            this(propagationNanos, propagationJitter, mempoolLimit, false);
        }

        /** The same with room for so many, of which one that tips more displaces one. */
        public MempoolRule evicting(int limit) {
            return new MempoolRule(propagationNanos, propagationJitter, limit, true);
        }
    }

    /**
     * How the latest blocks are undone, and when no longer.
     *
     * @param reorganisations how often they are replaced
     * @param finality        when blocks are final by the word of validators
     */
    public record Permanence(Reorganisations reorganisations, Checkpoints finality) {
        /** Blocks that stand as soon as they are there. */
        public static final Permanence NONE = new Permanence(Reorganisations.NONE, Checkpoints.NONE);

        /** Blocks without checkpoints that are replaced so often. */
        public Permanence(Reorganisations reorganisations) {
            this(reorganisations, Checkpoints.NONE);
        }

        /** Most blocks that are replaced at once; 0 for blocks that stand. */
        public int depth() {
            return reorganisations.depth();
        }

        /** Number of the block with which a block is final: no longer replaceable, and behind a checkpoint where there are any. */
        public long finalWith(long block) {
            return Math.max(block + depth(), finality.finalises(block));
        }

        /** Whether a block with so many confirmations can no longer be replaced. */
        public boolean isFinalAt(int confirmations) {
            return depth() == 0 || confirmations > depth();
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

    /** Whether a block of this age can no longer be replaced. */
    public boolean isFinalAfter(long nanos) {
        return permanence.depth() == 0 || nanos > permanence.depth() * blocks.blockTimeNanos();
    }
}
