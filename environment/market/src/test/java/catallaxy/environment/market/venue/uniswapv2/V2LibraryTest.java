package catallaxy.environment.market.venue.uniswapv2;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class V2LibraryTest {
    private static final UInt256 KEPT = UInt256.of(997);
    private static final BigInteger WORD = BigInteger.TWO.pow(256);

    private static UInt256 number(SplittableRandom random, int maxBits) {
        int bits = random.nextInt(1, maxBits + 1);
        UInt256 top = UInt256.powerOfTwo(bits - 1);
        UInt256 low = UInt256.ofLimbs(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong())
                .shiftRight(257 - bits);
        return random.nextInt(6) == 0 ? top.plusExact(top.minusExact(UInt256.ONE)) : top.plusExact(low);
    }

    @Test
    void theKernelAnswersAsTheContractsSteps() {
        for (int seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 2_000; i++) {
                UInt256 in = number(random, 117);
                UInt256 reserveIn = number(random, 117);
                UInt256 reserveOut = number(random, 117);
                assertThat(V2Library.small(in, reserveIn, reserveOut, 997))
                        .as("seed %d: %s, %s, %s", seed, in, reserveIn, reserveOut)
                        .isEqualTo(
                                V2Library.large(in, reserveIn, reserveOut, KEPT).amount());
            }
        }
    }

    @Test
    void theInvariantsKernelAnswersAsTheContractsSteps() {
        for (int seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 2_000; i++) {
                V2Amounts reserves = new V2Amounts(number(random, 111), number(random, 112));
                UInt256 in = number(random, 111);
                UInt256 out = V2Library.amountOut(in, reserves.amount0(), reserves.amount1())
                        .amount();
                UInt256 shift = UInt256.of(random.nextInt(3));
                UInt256 left = reserves.amount1().minusExact(out).plusExact(UInt256.ONE);
                V2Amounts balances = new V2Amounts(reserves.amount0().plusExact(in), left.minusExact(shift.min(left)));
                V2Amounts before = new V2Amounts(reserves.amount0(), balances.amount1());
                assertThat(V2Invariant.small(balances, before, reserves, 3))
                        .as("seed %d: %s, %s", seed, reserves, balances)
                        .isEqualTo(V2Invariant.large(balances, before, reserves, UInt256.of(3)));
            }
        }
    }

    @Test
    void amountsAreTheFormulasOverAllMagnitudes() {
        for (int seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 1_000; i++) {
                UInt256 amount = number(random, 256);
                UInt256 reserveIn = number(random, 256);
                UInt256 reserveOut = number(random, 256);
                String what = "seed " + seed + ": " + amount + ", " + reserveIn + ", " + reserveOut;
                assertThat(V2Library.amountOut(amount, reserveIn, reserveOut))
                        .as(what)
                        .isEqualTo(out(amount, reserveIn, reserveOut));
                assertThat(V2Library.amountIn(amount, reserveIn, reserveOut))
                        .as(what)
                        .isEqualTo(in(amount, reserveIn, reserveOut));
            }
        }
    }

    private static V2Quote out(UInt256 amount, UInt256 reserveIn, UInt256 reserveOut) {
        BigInteger kept = amount.toBigInteger().multiply(BigInteger.valueOf(997));
        BigInteger numerator = kept.multiply(reserveOut.toBigInteger());
        BigInteger scaled = reserveIn.toBigInteger().multiply(BigInteger.valueOf(1000));
        if (kept.compareTo(WORD) >= 0 || numerator.compareTo(WORD) >= 0 || scaled.compareTo(WORD) >= 0) {
            return V2Quote.reverted(V2Status.MUL_OVERFLOW);
        }
        return scaled.add(kept).compareTo(WORD) >= 0
                ? V2Quote.reverted(V2Status.ADD_OVERFLOW)
                : V2Quote.of(UInt256.of(numerator.divide(scaled.add(kept))));
    }

    private static V2Quote in(UInt256 amount, UInt256 reserveIn, UInt256 reserveOut) {
        BigInteger numerator =
                reserveIn.toBigInteger().multiply(amount.toBigInteger()).multiply(BigInteger.valueOf(1000));
        if (numerator.compareTo(WORD) >= 0) {
            return V2Quote.reverted(V2Status.MUL_OVERFLOW);
        }
        BigInteger left = reserveOut.toBigInteger().subtract(amount.toBigInteger());
        if (left.signum() <= 0) {
            return V2Quote.reverted(left.signum() < 0 ? V2Status.SUB_UNDERFLOW : V2Status.DIVISION_BY_ZERO);
        }
        BigInteger denominator = left.multiply(BigInteger.valueOf(997));
        return denominator.compareTo(WORD) >= 0
                ? V2Quote.reverted(V2Status.MUL_OVERFLOW)
                : V2Quote.of(UInt256.of(numerator.divide(denominator).add(BigInteger.ONE)));
    }

    @Test
    void refusalsHaveTheLibrarysReasons() {
        UInt256 ten = UInt256.of(10);
        assertThat(V2Library.amountOut(UInt256.ZERO, ten, ten).status().reason())
                .isEqualTo("UniswapV2Library: INSUFFICIENT_INPUT_AMOUNT");
        assertThat(V2Library.amountOut(ten, UInt256.ZERO, ten).status().reason())
                .isEqualTo("UniswapV2Library: INSUFFICIENT_LIQUIDITY");
        assertThat(V2Library.amountIn(UInt256.ZERO, ten, ten).status().reason())
                .isEqualTo("UniswapV2Library: INSUFFICIENT_OUTPUT_AMOUNT");
        assertThat(V2Library.quote(UInt256.ZERO, ten, ten).status().reason())
                .isEqualTo("UniswapV2Library: INSUFFICIENT_AMOUNT");
        assertThat(V2Library.quote(ten, ten, UInt256.ZERO).status().reason())
                .isEqualTo("UniswapV2Library: INSUFFICIENT_LIQUIDITY");
        assertThat(V2Library.quote(UInt256.MAX, ten, ten).status().reason()).isEqualTo("ds-math-mul-overflow");
        assertThat(V2Library.quote(ten, UInt256.of(3), UInt256.of(2)).amount()).isEqualTo(UInt256.of(6));
    }
}
