package catallaxy.environment.market.chain;

import java.math.BigInteger;

/**
 * The rule by which the price of blobs follows how many are posted: excess blob gas from one header to the next, and the
 * blob base fee in wei per unit of blob gas, of which a blob takes {@link #BLOB_GAS}.
 *
 * <p>EIP-4844 (https://eips.ethereum.org/EIPS/eip-4844), with the amounts of EIP-7691 and of forks of blob parameters only
 * (EIP-7892), and the reserve price of EIP-7918. Exact over integers of any size; divisions round down.
 *
 * @param targetBlobGas  of a block, units of blob gas; above it the fee rises
 * @param maxBlobGas     of a block
 * @param updateFraction how much excess multiplies the fee by e
 * @param reservePrice   whether the fee stops falling where blobs cost less than a part of the gas that they stand for
 */
public record BlobFee(long targetBlobGas, long maxBlobGas, long updateFraction, boolean reservePrice) {
    /** Units of blob gas that one blob takes: a unit a byte. */
    public static final long BLOB_GAS = 131_072;

    private static final BigInteger LEAST_FEE = BigInteger.ONE;
    /** Gas whose price at the base fee is the least that a blob costs from EIP-7918 on. */
    private static final BigInteger RESERVE_GAS = BigInteger.valueOf(8_192);

    private static final BigInteger GAS_OF_A_BLOB = BigInteger.valueOf(BLOB_GAS);
    /** Powers of e beyond which a fee is not computed; it would have more than 4,000 digits. */
    private static final int MOST_POWERS = 10_000;

    public BlobFee {
        if (targetBlobGas <= 0 || maxBlobGas < targetBlobGas || updateFraction <= 0) {
            throw new IllegalArgumentException("target " + targetBlobGas + ", maximum " + maxBlobGas
                    + ", update fraction " + updateFraction
                    + ": expected positive numbers and a maximum of at least the target");
        }
    }

    /**
     * Blob base fee at an excess, wei per unit of blob gas, at least 1: {@code exp(excess / updateFraction)} as the sum of
     * its Taylor series in integers, each term rounded down from the one before it.
     *
     * @throws IllegalArgumentException if the excess is negative
     * @throws ArithmeticException      if the fee would have thousands of digits
     */
    public BigInteger baseFee(BigInteger excessBlobGas) {
        if (excessBlobGas.signum() < 0) {
            throw new IllegalArgumentException("excess blob gas " + excessBlobGas + ": expected no negative number");
        }
        BigInteger denominator = BigInteger.valueOf(updateFraction);
        if (excessBlobGas.divide(denominator).compareTo(BigInteger.valueOf(MOST_POWERS)) > 0) {
            throw new ArithmeticException("e^(" + excessBlobGas + "/" + updateFraction + ") is too large a fee");
        }
        BigInteger term = LEAST_FEE.multiply(denominator);
        BigInteger sum = BigInteger.ZERO;
        for (long i = 1; term.signum() > 0; i++) {
            sum = sum.add(term);
            term = term.multiply(excessBlobGas).divide(denominator.multiply(BigInteger.valueOf(i)));
        }
        return sum.divide(denominator);
    }

    /**
     * Excess blob gas of the block after one, under the rules of the later block: what was in excess and was used, less the
     * target; nothing if that is negative. At the reserve price nothing is subtracted and only
     * {@code used · (maximum − target) / maximum} is added, so that the fee does not fall.
     *
     * @param excessBlobGas of the earlier block
     * @param blobGasUsed   of the earlier block
     * @param baseFeeWei    of the earlier block, wei per gas
     * @throws IllegalArgumentException if an argument is negative
     */
    public BigInteger nextExcess(BigInteger excessBlobGas, long blobGasUsed, BigInteger baseFeeWei) {
        if (blobGasUsed < 0 || baseFeeWei.signum() < 0) {
            throw new IllegalArgumentException(
                    "blob gas used " + blobGasUsed + ", base fee " + baseFeeWei + ": expected no negative numbers");
        }
        BigInteger used = BigInteger.valueOf(blobGasUsed);
        BigInteger above = excessBlobGas.add(used).subtract(BigInteger.valueOf(targetBlobGas));
        if (above.signum() < 0) {
            return BigInteger.ZERO;
        }
        return reservePrice && isBelowReserve(excessBlobGas, baseFeeWei)
                ? excessBlobGas.add(used.multiply(BigInteger.valueOf(maxBlobGas - targetBlobGas))
                        .divide(BigInteger.valueOf(maxBlobGas)))
                : above;
    }

    private boolean isBelowReserve(BigInteger excessBlobGas, BigInteger baseFeeWei) {
        return RESERVE_GAS.multiply(baseFeeWei).compareTo(GAS_OF_A_BLOB.multiply(baseFee(excessBlobGas))) > 0;
    }
}
