package catallaxy.environment.market.venue.concentrated;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** Steps over seeds: what they must keep whatever the amount, and the exact figures where they reach the target. */
final class SwapMathTest {
    private static final int CASES = 20_000;

    private record Asked(
            BigInteger price,
            BigInteger target,
            BigInteger liquidity,
            boolean exactIn,
            BigInteger amount,
            int feePips) {
        static Asked draw(RandomStream random) {
            BigInteger price = ExactSteps.price(random);
            BigInteger target = random.nextBoolean(0.3)
                    ? ExactSteps.price(random)
                    : price.add(price.shiftRight(random.nextInt(30))).min(TickMath.MAX_SQRT_RATIO.toBigInteger());
            BigInteger liquidity = ExactSteps.bits(random, random.nextInt(129));
            BigInteger amount = ExactSteps.bits(random, 1 + random.nextInt(140)).max(BigInteger.ONE);
            boolean down = random.nextBoolean(0.5);
            int[] fees = {0, 100, 500, 3_000, 10_000, 999_999};
            return new Asked(
                    down ? target : price,
                    down ? price : target,
                    liquidity,
                    random.nextBoolean(0.5),
                    amount,
                    fees[random.nextInt(fees.length)]);
        }

        boolean zeroForOne() {
            return price.compareTo(target) >= 0;
        }

        SwapStep step() {
            return SwapMath.step(
                    UInt256.of(price), UInt256.of(target), UInt256.of(liquidity), exactIn, UInt256.of(amount), feePips);
        }

        BigInteger in(BigInteger to) {
            return zeroForOne()
                    ? ExactSteps.amount0(to, price, liquidity, true)
                    : ExactSteps.amount1(price, to, liquidity, true);
        }

        BigInteger out(BigInteger to) {
            return zeroForOne()
                    ? ExactSteps.amount1(to, price, liquidity, false)
                    : ExactSteps.amount0(price, to, liquidity, false);
        }
    }

    @Test
    void everyStepTakesAndGivesWhatItsMoveIsWorth() {
        RandomStream random = RandomStream.of(11, "steps");
        int reached = 0;
        for (int i = 0; i < CASES; i++) {
            Asked asked = Asked.draw(random);
            SwapStep step = asked.step();
            try {
                check(asked, step);
            } catch (AssertionError e) {
                throw new AssertionError(asked + " gave " + step, e);
            }
            reached += step.sqrtPriceX96().toBigInteger().equals(asked.target()) ? 1 : 0;
        }
        assertThat(reached).as("steps that reach their target").isBetween(CASES / 10, 9 * CASES / 10);
    }

    private static void check(Asked asked, SwapStep step) {
        BigInteger next = step.sqrtPriceX96().toBigInteger();
        BigInteger low = asked.price().min(asked.target());
        assertThat(next).isBetween(low, asked.price().max(asked.target()));
        assertThat(step.amountIn().toBigInteger()).isEqualTo(asked.in(next));
        BigInteger out = step.amountOut().toBigInteger();
        BigInteger paid = step.amountIn().plusExact(step.feeAmount()).toBigInteger();
        boolean reaches = next.equals(asked.target());
        if (asked.exactIn()) {
            assertThat(out).isEqualTo(asked.out(next));
            assertThat(paid).isLessThanOrEqualTo(asked.amount());
            assertThat(reaches || paid.equals(asked.amount()))
                    .as("used up or reached")
                    .isTrue();
        } else {
            assertThat(out).isEqualTo(asked.out(next).min(asked.amount()));
            assertThat(reaches || out.equals(asked.amount()))
                    .as("given or reached")
                    .isTrue();
        }
        if (!asked.exactIn() || reaches) {
            assertThat(step.feeAmount().toBigInteger())
                    .isEqualTo(ExactSteps.fee(step.amountIn().toBigInteger(), asked.feePips()));
        }
    }

    /** What the mainnet contract did with 1 and 2 wei: the first is all fee, the second moves the price and still gives nothing. */
    @Test
    void oneWeiIsTakenWholeAsFee() {
        UInt256 price = UInt256.powerOfTwo(96);
        UInt256 liquidity = UInt256.powerOfTwo(64);
        SwapStep one = SwapMath.step(price, TickMath.MIN_SQRT_RATIO, liquidity, true, UInt256.ONE, 3_000);
        assertThat(one).isEqualTo(new SwapStep(price, UInt256.ZERO, UInt256.ZERO, UInt256.ONE));
        SwapStep two = SwapMath.step(price, TickMath.MIN_SQRT_RATIO, liquidity, true, UInt256.of(2), 3_000);
        assertThat(two.sqrtPriceX96().isLessThan(price)).isTrue();
        assertThat(two.amountOut()).isEqualTo(UInt256.ZERO);
        assertThat(two.amountIn().plusExact(two.feeAmount())).isEqualTo(UInt256.of(2));
    }
}
