package catallaxy.environment.market.venue.concentrated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** Bounds of liquidity, the liquidity of amounts, and what fees grow by. */
final class LiquidityTest {
    private static final UInt256 MOST = UInt256.ofLimbs(0, 0, -1, -1);

    @Test
    void liquidityIsANumberOf128Bits() {
        assertThat(LiquidityMath.fits(MOST, Int256.ONE)).isFalse();
        assertThat(LiquidityMath.fits(MOST, Int256.of(-1))).isTrue();
        assertThat(LiquidityMath.fits(UInt256.ONE, Int256.of(-2))).isFalse();
        assertThat(LiquidityMath.plus(UInt256.ONE, Int256.of(-1))).isEqualTo(UInt256.ZERO);
        assertThatThrownBy(() -> LiquidityMath.plus(UInt256.ZERO, Int256.of(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** The liquidity of amounts never costs more than them, and a thousandth more of it does. */
    @Test
    void amountsAreEnoughForTheirLiquidityAndNotForMore() {
        RandomStream random = RandomStream.of(5, "amounts");
        for (int i = 0; i < 5_000; i++) {
            int lower = random.nextInt(400_000) - 200_000;
            int upper = lower + 1 + random.nextInt(20_000);
            UInt256 low = TickMath.sqrtRatioAtTick(lower);
            UInt256 high = TickMath.sqrtRatioAtTick(upper);
            UInt256 price = TickMath.sqrtRatioAtTick(lower - 5_000 + random.nextInt(upper - lower + 10_000));
            UInt256 amount0 = UInt256.of(ExactSteps.bits(random, 40 + random.nextInt(60)));
            UInt256 amount1 = UInt256.of(ExactSteps.bits(random, 40 + random.nextInt(60)));
            UInt256 liquidity = LiquidityAmounts.liquidity(price, low, high, amount0, amount1);
            assertThat(within(liquidity, price, low, high, amount0, amount1)).isTrue();
            UInt256 more =
                    liquidity.mulDivFloor(UInt256.of(1_001), UInt256.of(1_000)).plusExact(UInt256.powerOfTwo(30));
            boolean countable = more.isLessThan(UInt256.powerOfTwo(127)) && liquidity.bitLength() > 45;
            assertThat(countable && within(more, price, low, high, amount0, amount1))
                    .isFalse();
        }
    }

    private static boolean within(
            UInt256 liquidity, UInt256 price, UInt256 low, UInt256 high, UInt256 amount0, UInt256 amount1) {
        UInt256 at = price.max(low).min(high);
        return amount0.isAtLeast(SqrtPriceMath.amount0Delta(at, high, liquidity, true))
                && amount1.isAtLeast(SqrtPriceMath.amount1Delta(low, at, liquidity, true));
    }

    @Test
    void whatDoesNotFitIsTheMost() {
        UInt256 low = UInt256.powerOfTwo(96);
        UInt256 high = low.plusExact(UInt256.ONE);
        assertThat(LiquidityAmounts.liquidity(low, low, high, MOST, UInt256.ZERO))
                .isEqualTo(MOST);
        assertThat(LiquidityAmounts.liquidity(high, low, high, UInt256.ZERO, MOST))
                .isEqualTo(MOST);
    }

    @Test
    void growthTimesLiquidityIsTheFeeLessARoundingUnit() {
        RandomStream random = RandomStream.of(6, "growth");
        for (int i = 0; i < 5_000; i++) {
            BigInteger fee = ExactSteps.bits(random, random.nextInt(129));
            BigInteger liquidity =
                    ExactSteps.bits(random, 1 + random.nextInt(128)).max(BigInteger.ONE);
            UInt256 growth = FeeGrowth.of(UInt256.of(fee), UInt256.of(liquidity));
            assertThat(growth.toBigInteger()).isEqualTo(fee.shiftLeft(128).divide(liquidity));
            BigInteger back = FeeGrowth.earned(growth, UInt256.of(liquidity)).toBigInteger();
            assertThat(fee.subtract(back)).isBetween(BigInteger.ZERO, BigInteger.ONE);
        }
        assertThat(FeeGrowth.fits(UInt256.powerOfTwo(128), UInt256.ONE)).isFalse();
        assertThat(FeeGrowth.fits(MOST, UInt256.ONE)).isTrue();
    }

    /** Three stretches divide what grew in all, wherever the price is. */
    @Test
    void growthInsideAndOnBothSidesIsAllGrowth() {
        UInt256 outsideLower = UInt256.of(300);
        UInt256 outsideUpper = UInt256.of(20);
        UInt256 global = UInt256.of(1_000);
        assertThat(FeeGrowth.inside(5, 0, 10, global, outsideLower, outsideUpper))
                .isEqualTo(UInt256.of(680));
        assertThat(FeeGrowth.inside(-1, 0, 10, global, outsideLower, outsideUpper))
                .isEqualTo(UInt256.of(280));
        assertThat(FeeGrowth.inside(10, 0, 10, global, outsideLower, outsideUpper))
                .isEqualTo(UInt256.ZERO.minusWrapping(UInt256.of(280)));
    }
}
