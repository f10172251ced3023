package catallaxy.environment.market.venue.concentrated;

import catallaxy.environment.base.random.RandomStream;
import java.math.BigInteger;

/**
 * Steps between prices in unbounded integers, written from the formulas: amounts by one division, prices by the smallest or largest
 * number that satisfies an inequality. Null where a price leaves 160 bits or an amount cannot be taken.
 */
final class ExactSteps {
    private static final BigInteger ONE_X96 = BigInteger.TWO.pow(96);
    static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    private ExactSteps() {}

    static BigInteger divided(BigInteger number, BigInteger divisor, boolean up) {
        BigInteger[] parts = number.divideAndRemainder(divisor);
        return up && parts[1].signum() != 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    }

    /** L · 2^96 (b − a) / (a b): rounded once, which equals rounding twice in one direction. */
    static BigInteger amount0(BigInteger a, BigInteger b, BigInteger liquidity, boolean up) {
        return divided(liquidity.shiftLeft(96).multiply(b.subtract(a).abs()), a.multiply(b), up);
    }

    static BigInteger amount1(BigInteger a, BigInteger b, BigInteger liquidity, boolean up) {
        return divided(liquidity.multiply(b.subtract(a).abs()), ONE_X96, up);
    }

    static BigInteger fee(BigInteger amountIn, int feePips) {
        BigInteger pips = BigInteger.valueOf(feePips);
        return divided(amountIn.multiply(pips), MILLION.subtract(pips), true);
    }

    /** A price of up to 160 bits, of any length. */
    static BigInteger price(RandomStream random) {
        int bits = 33 + random.nextInt(127);
        return bits(random, bits).setBit(bits - 1).min(TickMath.MAX_SQRT_RATIO.toBigInteger());
    }

    static BigInteger bits(RandomStream random, int bits) {
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < 4; i++) {
            value = value.shiftLeft(64).or(new BigInteger(Long.toUnsignedString(random.nextLong())));
        }
        return value.shiftRight(256 - bits);
    }
}
