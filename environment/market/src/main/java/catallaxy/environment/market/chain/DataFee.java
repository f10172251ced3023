package catallaxy.environment.market.chain;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;

/**
 * The rule by which a rollup charges its users for the data of their transactions, which it posts in blobs of another chain.
 *
 * <p>That of the OP Stack since Fjord (https://specs.optimism.io/protocol/fjord/exec-engine.html). With the bytes {@code c} of a
 * transaction after compression, {@code size = max(100·10⁶, 836500 c − 42585600)} and
 * {@code fee = size · (16 · baseFee · baseFeeScalar + blobBaseFee · blobBaseFeeScalar) / 10¹²} wei, rounded down; both base
 * fees are the other chain's. Ours is {@code c}, rounded up: a share of the transaction's length, where a rollup compresses each.
 *
 * @param compression       bytes after compression for a byte before, in (0, 1]
 * @param baseFeeScalar     weight of the base fee, millionths
 * @param blobBaseFeeScalar weight of the blob base fee, millionths
 */
public record DataFee(double compression, long baseFeeScalar, long blobBaseFeeScalar) {
    /** Bytes of a signed transaction besides the data of its call: fees, nonce, signature, the contract's address. */
    public static final long ENVELOPE_BYTES = 120;

    private static final long INTERCEPT = -42_585_600;
    private static final long SIZE_OF_A_BYTE = 836_500;
    private static final long LEAST_SIZE = 100_000_000;
    private static final UInt256 UNIT = UInt256.of(1_000_000_000_000L);
    private static final double MILLION = 1e6;
    private static final int GAS_OF_A_BYTE = 16;

    public DataFee {
        Checks.inRange("compression", compression, 0.01, 1);
        Checks.inRange("baseFeeScalar", baseFeeScalar, 0, 1_000_000_000L);
        Checks.inRange("blobBaseFeeScalar", blobBaseFeeScalar, 0, 1_000_000_000L);
    }

    /**
     * What a transaction is charged, wei, rounded down.
     *
     * @param callBytes      of its call before compression; the envelope is added
     * @param baseFeeWei     of the chain that has the blobs, wei per gas
     * @param blobBaseFeeWei of that chain, wei per unit of blob gas
     */
    public UInt256 wei(long callBytes, long baseFeeWei, long blobBaseFeeWei) {
        long share = Math.round(compression * MILLION);
        long bytes = Math.ceilDiv((callBytes + ENVELOPE_BYTES) * share, 1_000_000L);
        UInt256 size = UInt256.of(Math.max(LEAST_SIZE, SIZE_OF_A_BYTE * bytes + INTERCEPT));
        UInt256 gas = UInt256.of(GAS_OF_A_BYTE * baseFeeScalar).timesExact(UInt256.of(baseFeeWei));
        UInt256 blobs = UInt256.of(blobBaseFeeScalar).timesExact(UInt256.of(blobBaseFeeWei));
        return size.mulDivFloor(gas.plusExact(blobs), UNIT);
    }
}
