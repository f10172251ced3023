package catallaxy.environment.market.chain;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.math.BigInteger;

/**
 * The price of blobs on one chain, and those who post them, whom it answers. None of them is simulated: a rollup of the
 * scenario posts its blobs among those of all others. Owned by its chain.
 */
final class BlobMarket {
    /** Blob base fee beyond which nobody posts, wei per unit of blob gas. */
    static final long MOST_WEI = 1_000_000_000_000_000L;

    /** The most whole powers of e that are less than 2^63. */
    private static final int MOST_POWERS = 43;

    private final BlobFee rule;
    private final BlobSpec.Demand posted;
    private final RandomStream random;
    private long excessBlobGas;
    private long baseFeeWei;

    private BlobMarket(BlobFee rule, BlobSpec.Demand posted, RandomStream random, long excessBlobGas, long baseFeeWei) {
        this.rule = rule;
        this.posted = posted;
        this.random = random;
        this.excessBlobGas = excessBlobGas;
        this.baseFeeWei = baseFeeWei;
    }

    /** The market of a chain's first block. */
    static BlobMarket of(BlobFee rule, ChainSpec chain, long seed) {
        BlobSpec.Market market = chain.blobSpec().blobs();
        long excess = excessAt(rule, market.initialBaseFeeWei());
        RandomStream random = RandomStream.of(seed, "chain/" + chain.id() + "/blobs");
        return new BlobMarket(rule, market.demand(), random, excess, fee(rule, excess));
    }

    /** The least excess at which a blob costs at least so much. */
    private static long excessAt(BlobFee rule, long baseFeeWei) {
        long low = 0;
        long high = MOST_POWERS * rule.updateFraction();
        while (low < high) {
            long middle = (low + high) / 2;
            if (rule.baseFee(BigInteger.valueOf(middle)).compareTo(BigInteger.valueOf(baseFeeWei)) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static long fee(BlobFee rule, long excessBlobGas) {
        return rule.baseFee(BigInteger.valueOf(excessBlobGas)).longValueExact();
    }

    /** Blob base fee of the next block, wei per unit of blob gas. */
    long baseFeeWei() {
        return baseFeeWei;
    }

    /** Excess blob gas that the next block's fee comes from. */
    long excessBlobGas() {
        return excessBlobGas;
    }

    /** Blob gas that is used in the next block: two draws. A part of a blob is a whole one with that probability. */
    long drawBlobGas() {
        double sigma = posted.logStandardDeviation();
        double noise = StrictMath.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
        double chance = random.nextDouble();
        if (baseFeeWei > MOST_WEI) {
            return 0;
        }
        double price = StrictMath.pow((double) posted.referenceBaseFeeWei() / baseFeeWei, posted.priceElasticity());
        long target = rule.targetBlobGas() / BlobFee.BLOB_GAS;
        double blobs = target * posted.meanLoad() * price * noise;
        return Math.min(rule.maxBlobGas() / BlobFee.BLOB_GAS, (long) (blobs + chance)) * BlobFee.BLOB_GAS;
    }

    /** Moves the price on after a block that used so much blob gas at so high a base fee, wei per gas. */
    void close(long blobGasUsed, long gasBaseFeeWei) {
        excessBlobGas = rule.nextExcess(
                        BigInteger.valueOf(excessBlobGas), blobGasUsed, BigInteger.valueOf(gasBaseFeeWei))
                .longValueExact();
        baseFeeWei = fee(rule, excessBlobGas);
    }

    void divert(long luck) {
        random.divert(luck);
    }

    BlobMarket copy() {
        return new BlobMarket(rule, posted, random.copy(), excessBlobGas, baseFeeWei);
    }

    void save(StateWriter out) {
        random.save(out);
        out.int64(excessBlobGas);
    }

    static BlobMarket load(StateReader in, BlobFee rule, ChainSpec spec) {
        RandomStream random = RandomStream.load(in);
        long excess = in.int64();
        if (excess < 0 || excess > MOST_POWERS * rule.updateFraction()) {
            throw new CorruptStateException("excess blob gas: found " + excess);
        }
        return new BlobMarket(rule, spec.blobSpec().blobs().demand(), random, excess, fee(rule, excess));
    }
}
