package catallaxy.environment.market.venue.concentrated;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** Amounts and prices against unbounded integers over seeds, whole ranges of both. */
final class SqrtPriceMathTest {
    private static final int CASES = 20_000;
    private static final BigInteger TOP = BigInteger.TWO.pow(160);

    private interface Case {
        void check(BigInteger a, BigInteger b, BigInteger liquidity, BigInteger amount);
    }

    private static void forAll(Case test) {
        RandomStream random = RandomStream.of(7, "steps");
        for (int i = 0; i < CASES; i++) {
            BigInteger a = ExactSteps.price(random);
            BigInteger b = ExactSteps.price(random);
            BigInteger liquidity =
                    ExactSteps.bits(random, 1 + random.nextInt(128)).max(BigInteger.ONE);
            BigInteger amount = ExactSteps.bits(random, random.nextInt(257));
            try {
                test.check(a, b, liquidity, amount);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("a=" + a + " b=" + b + " L=" + liquidity + " amount=" + amount, e);
            }
        }
    }

    private static UInt256 of(BigInteger value) {
        return UInt256.of(value);
    }

    @Test
    void amountsAreTheQuotientsRoundedOnce() {
        forAll((a, b, liquidity, amount) -> {
            for (boolean up : new boolean[] {false, true}) {
                assertThat(SqrtPriceMath.amount0Delta(of(a), of(b), of(liquidity), up)
                                .toBigInteger())
                        .isEqualTo(ExactSteps.amount0(a, b, liquidity, up));
                assertThat(SqrtPriceMath.amount1Delta(of(a), of(b), of(liquidity), up)
                                .toBigInteger())
                        .isEqualTo(ExactSteps.amount1(a, b, liquidity, up));
            }
        });
    }

    private static void same(UInt256 found, BigInteger expected) {
        boolean isPrice = expected.signum() > 0 && expected.compareTo(TOP) < 0;
        assertThat(found.toBigInteger()).isEqualTo(isPrice ? expected : BigInteger.ZERO);
    }

    @Test
    void token1MovesThePriceByItsQuotient() {
        forAll((price, b, liquidity, amount) -> {
            BigInteger in = ExactSteps.divided(amount.shiftLeft(96), liquidity, false);
            same(SqrtPriceMath.nextFromInput(of(price), of(liquidity), of(amount), false), price.add(in));
            BigInteger out = ExactSteps.divided(amount.shiftLeft(96), liquidity, true);
            same(SqrtPriceMath.nextFromOutput(of(price), of(liquidity), of(amount), true), price.subtract(out));
        });
    }

    /** Where amount · price fits 256 bits; beyond, the contract takes a coarser formula, which may only be higher. */
    @Test
    void token0MovesTheInverseOfThePrice() {
        forAll((price, b, liquidity, amount) -> {
            BigInteger numerator = liquidity.shiftLeft(96);
            BigInteger product = amount.multiply(price);
            UInt256 next = SqrtPriceMath.nextFromInput(of(price), of(liquidity), of(amount), true);
            if (numerator.add(product).bitLength() <= 256) {
                same(next, ExactSteps.divided(numerator.multiply(price), numerator.add(product), true));
            } else {
                BigInteger coarse =
                        ExactSteps.divided(numerator, numerator.divide(price).add(amount), true);
                assertThat(next.toBigInteger()).isIn(coarse, BigInteger.ZERO);
                assertThat(next.isZero())
                        .isEqualTo(numerator.divide(price).add(amount).bitLength() > 256);
            }
            UInt256 back = SqrtPriceMath.nextFromOutput(of(price), of(liquidity), of(amount), false);
            boolean enough = product.bitLength() <= 256 && product.compareTo(numerator) < 0;
            same(
                    back,
                    enough
                            ? ExactSteps.divided(numerator.multiply(price), numerator.subtract(product), true)
                            : BigInteger.ZERO);
        });
    }

    @Test
    void withoutPriceOrLiquidityNothingMoves() {
        UInt256 one = UInt256.ONE;
        assertThat(SqrtPriceMath.nextFromInput(UInt256.ZERO, one, one, true)).isEqualTo(SqrtPriceMath.NO_PRICE);
        assertThat(SqrtPriceMath.nextFromInput(one, UInt256.ZERO, one, false)).isEqualTo(SqrtPriceMath.NO_PRICE);
        assertThat(SqrtPriceMath.nextFromOutput(UInt256.ZERO, one, one, true)).isEqualTo(SqrtPriceMath.NO_PRICE);
        assertThat(SqrtPriceMath.nextFromOutput(one, UInt256.ZERO, one, false)).isEqualTo(SqrtPriceMath.NO_PRICE);
    }
}
