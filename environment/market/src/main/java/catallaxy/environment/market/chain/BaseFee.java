package catallaxy.environment.market.chain;

import catallaxy.environment.base.number.UInt256;

/**
 * The rule by which a chain's base fee follows the gas used, in wei per gas.
 * {@code target = gasLimit / elasticity}; above it the fee rises by
 * {@code max(1, fee · (used − target) / target / denominator)}, below it falls by
 * {@code fee · (target − used) / target / denominator}; every division rounds down.
 * EIP-1559, https://eips.ethereum.org/EIPS/eip-1559.
 *
 * @param elasticity gas limit per gas target, positive
 * @param denominator bound of the change per block as a fraction {@code 1/denominator}, positive
 */
public record BaseFee(int elasticity, int denominator) {
    /** The parameters of Ethereum since London. */
    public static final BaseFee ETHEREUM = new BaseFee(2, 8);

    public BaseFee {
        if (elasticity <= 0 || denominator <= 0) {
            throw new IllegalArgumentException(
                    "elasticity " + elasticity + ", denominator " + denominator + ": expected positive numbers");
        }
    }

    /**
     * The next block's base fee.
     *
     * @throws ArithmeticException if it does not fit a {@code long}
     * @throws IllegalArgumentException if an argument is negative or the gas target is zero
     */
    public long next(long baseFee, long gasUsed, long gasLimit) {
        long target = target(gasUsed, gasLimit);
        long distance = Math.abs(gasUsed - target);
        if (baseFee < 0 || Math.multiplyHigh(baseFee, distance) != 0 || baseFee * distance < 0) {
            return next(UInt256.of(baseFee), gasUsed, gasLimit).longValueExact();
        }
        long step = baseFee * distance / target / denominator;
        return gasUsed > target ? Math.addExact(baseFee, Math.max(1, step)) : baseFee - step;
    }

    /**
     * The next block's base fee over the whole range of 256 bits.
     *
     * @throws ArithmeticException if it does not fit
     * @throws IllegalArgumentException if an argument is negative or the gas target is zero
     */
    public UInt256 next(UInt256 baseFee, long gasUsed, long gasLimit) {
        long target = target(gasUsed, gasLimit);
        UInt256 distance = UInt256.of(Math.abs(gasUsed - target));
        UInt256 step = baseFee.mulDivFloor(distance, UInt256.of(target)).dividedBy(UInt256.of(denominator));
        if (gasUsed > target) {
            return baseFee.plusExact(step.max(UInt256.ONE));
        }
        return gasUsed == target ? baseFee : baseFee.minusExact(step);
    }

    private long target(long gasUsed, long gasLimit) {
        long target = gasLimit / elasticity;
        if (gasUsed < 0 || target <= 0) {
            throw new IllegalArgumentException(
                    "gas used " + gasUsed + " of " + gasLimit + ": expected a positive target and no negative use");
        }
        return target;
    }
}
