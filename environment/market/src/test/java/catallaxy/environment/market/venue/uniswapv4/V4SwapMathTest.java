package catallaxy.environment.market.venue.uniswapv4;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.venue.concentrated.SwapMath;
import catallaxy.environment.market.venue.concentrated.SwapStep;
import catallaxy.environment.market.venue.concentrated.TickMath;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** One step of a swap, against unbounded integers and against V3's. */
final class V4SwapMathTest {
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);
    private static final BigInteger ONE_X96 = BigInteger.TWO.pow(96);

    private record Case(
            UInt256 price, UInt256 target, UInt256 liquidity, boolean exactIn, UInt256 remaining, int feePips) {
        static Case of(long seed) {
            RandomStream random = RandomStream.of(seed, "v4 step");
            int tick = random.nextInt(400_000) - 200_000;
            int width = 1 + random.nextInt(20_000);
            boolean down = random.nextInt(2) == 0;
            boolean exactIn = random.nextInt(2) == 0;
            int fee = random.nextInt(8) == 0 && exactIn ? 1_000_000 : random.nextInt(1_000_000);
            return new Case(
                    TickMath.sqrtRatioAtTick(tick),
                    TickMath.sqrtRatioAtTick(down ? tick - width : tick + width),
                    number(random, 1 + random.nextInt(110)),
                    exactIn,
                    number(random, 1 + random.nextInt(110)),
                    fee);
        }

        private static UInt256 number(RandomStream random, int bits) {
            UInt256 wide = UInt256.ofLimbs(0, 0, random.nextLong(), random.nextLong());
            return wide.shiftRight(128 - bits).max(UInt256.ONE);
        }

        boolean down() {
            return target.isLessThan(price);
        }

        SwapStep step() {
            return V4SwapMath.step(price, target, liquidity, exactIn, remaining, feePips);
        }
    }

    private static BigInteger divided(BigInteger number, BigInteger divisor, boolean up) {
        BigInteger[] parts = number.divideAndRemainder(divisor);
        return up && parts[1].signum() != 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    }

    /** Of currency0 or currency1 between two prices. */
    private static BigInteger amount(boolean zero, BigInteger a, BigInteger b, BigInteger liquidity, boolean up) {
        BigInteger wide = liquidity.multiply(a.subtract(b).abs());
        return zero ? divided(wide.shiftLeft(96), a.multiply(b), up) : divided(wide, ONE_X96, up);
    }

    /** What is paid for the move up to the target, and whether an input reaches so far. */
    @Test
    void amountsAreTheFormulasInUnboundedIntegers() {
        int reached = 0;
        for (long seed = 0; seed < 4_000; seed++) {
            Case each = Case.of(seed);
            SwapStep step = each.step();
            BigInteger price = each.price().toBigInteger();
            BigInteger next = step.sqrtPriceX96().toBigInteger();
            BigInteger liquidity = each.liquidity().toBigInteger();
            BigInteger in = amount(each.down(), price, next, liquidity, true);
            BigInteger out = amount(!each.down(), price, next, liquidity, false);
            BigInteger pips = BigInteger.valueOf(each.feePips());
            boolean reaches = step.sqrtPriceX96().equals(each.target());
            reached += reaches ? 1 : 0;
            if (each.exactIn()) {
                BigInteger lessFee =
                        divided(each.remaining().toBigInteger().multiply(MILLION.subtract(pips)), MILLION, false);
                boolean enough = lessFee.compareTo(
                                amount(each.down(), price, each.target().toBigInteger(), liquidity, true))
                        >= 0;
                assertThat(step.amountIn().toBigInteger()).as("seed %d", seed).isEqualTo(enough ? in : lessFee);
                assertThat(step.amountOut().toBigInteger()).as("seed %d", seed).isEqualTo(out);
                assertThat(in.compareTo(step.amountIn().toBigInteger()) <= 0)
                        .as("seed %d: no move costs more than what is counted", seed)
                        .isTrue();
            } else {
                assertThat(step.amountIn().toBigInteger()).as("seed %d", seed).isEqualTo(in);
                assertThat(step.amountOut().toBigInteger())
                        .as("seed %d", seed)
                        .isEqualTo(
                                reaches
                                        ? out.min(each.remaining().toBigInteger())
                                        : each.remaining().toBigInteger());
            }
        }
        assertThat(reached).isBetween(400, 3_600);
    }

    @Test
    void theFeeIsTheRestOfAnInputThatEndsInsideElseRoundedUpFromTheMove() {
        for (long seed = 0; seed < 4_000; seed++) {
            Case each = Case.of(seed);
            SwapStep step = each.step();
            BigInteger in = step.amountIn().toBigInteger();
            BigInteger fee = step.feeAmount().toBigInteger();
            boolean rest = each.exactIn() && in.add(fee).equals(each.remaining().toBigInteger());
            if (!rest) {
                BigInteger pips = BigInteger.valueOf(each.feePips());
                assertThat(fee).as("seed %d", seed).isEqualTo(divided(in.multiply(pips), MILLION.subtract(pips), true));
            }
            assertThat(rest || !each.exactIn() || step.sqrtPriceX96().equals(each.target()))
                    .as("seed %d: what is left of an exact input goes on only from the target", seed)
                    .isTrue();
        }
    }

    /** Price and amounts out are V3's; the fee of an exact input that ends inside is never more. */
    @Test
    void movesAsV3AndTakesNoMoreFee() {
        int less = 0;
        for (long seed = 0; seed < 4_000; seed++) {
            Case each = Case.of(seed);
            if (each.feePips() == 1_000_000) {
                continue;
            }
            SwapStep step = each.step();
            SwapStep v3 = SwapMath.step(
                    each.price(), each.target(), each.liquidity(), each.exactIn(), each.remaining(), each.feePips());
            assertThat(step.sqrtPriceX96()).as("seed %d", seed).isEqualTo(v3.sqrtPriceX96());
            assertThat(step.amountOut()).as("seed %d", seed).isEqualTo(v3.amountOut());
            assertThat(step.amountIn().plusExact(step.feeAmount()))
                    .as("seed %d", seed)
                    .isEqualTo(v3.amountIn().plusExact(v3.feeAmount()));
            assertThat(v3.feeAmount().isAtLeast(step.feeAmount()))
                    .as("seed %d", seed)
                    .isTrue();
            less += step.feeAmount().isLessThan(v3.feeAmount()) ? 1 : 0;
        }
        assertThat(less).isGreaterThan(20);
    }

    @Test
    void aFeeOfEverythingTakesEverythingAndMovesNothing() {
        UInt256 price = TickMath.sqrtRatioAtTick(0);
        UInt256 target = TickMath.sqrtRatioAtTick(-60);
        UInt256 amount = UInt256.of(12_345);
        SwapStep step = V4SwapMath.step(price, target, UInt256.of(1_000_000), true, amount, 1_000_000);
        assertThat(step).isEqualTo(new SwapStep(price, UInt256.ZERO, UInt256.ZERO, amount));
        SwapStep empty = V4SwapMath.step(price, target, UInt256.ZERO, true, amount, 1_000_000);
        assertThat(empty).isEqualTo(new SwapStep(target, UInt256.ZERO, UInt256.ZERO, UInt256.ZERO));
    }
}
