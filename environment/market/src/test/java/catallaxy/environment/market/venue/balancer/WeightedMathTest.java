package catallaxy.environment.market.venue.balancer;

import static catallaxy.environment.market.venue.balancer.ExactMath.fixed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

final class WeightedMathTest {
    private static final int SEEDS = 120;
    private static final UInt256 HALF = UInt256.of(500_000_000_000_000_000L);
    private static final UInt256 FEE = UInt256.of(3_000_000_000_000_000L);

    private final WeightedMath maths = new WeightedMath(PowerVersion.LOGARITHMIC);

    private static UInt256 weight(RandomStream random) {
        return UInt256.of(10_000_000_000_000_000L + random.nextLong(900_000_000_000_000_000L));
    }

    private static UInt256 balance(RandomStream random) {
        return UInt256.of(1 + random.nextLong(1L << 40)).shiftLeft(20 + random.nextInt(40));
    }

    private static UInt256 whole(long units) {
        return FixedPoint.ONE.timesExact(UInt256.of(units));
    }

    /** {@code balanceOut (1 − (balanceIn / (balanceIn + in))^(w / v))}, less at most 3·10^−14 of the balance. */
    @Test
    void aSwapIsNearTheExactOneAndNeverAbove() {
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomStream random = RandomStream.of(seed, "test/weighted");
            UInt256 in = balance(random);
            UInt256 out = balance(random);
            UInt256 weightIn = weight(random);
            UInt256 weightOut = weight(random);
            UInt256 amount = in.mulDivFloor(UInt256.of(random.nextLong(300_000)), UInt256.of(1_000_000));
            BigDecimal base = fixed(in).divide(fixed(in).add(fixed(amount)), new MathContext(100));
            BigDecimal exponent = fixed(FixedPoint.divDown(weightIn, weightOut));
            BigDecimal exact = fixed(out).multiply(BigDecimal.ONE.subtract(ExactMath.pow(base, exponent)));
            BigDecimal actual = fixed(maths.outGivenIn(in, weightIn, out, weightOut, amount));
            double off = exact.subtract(actual).doubleValue();
            double exponentAndBase = 2e-18 * (1 + exponent.doubleValue()) * out.doubleValue() / 1e18;
            assertThat(off)
                    .as("seed %d", seed)
                    .isBetween(-1e-40, 3e-14 * fixed(out).doubleValue() + exponentAndBase + 2e-18);
        }
    }

    /** What the error of the power costs a trader: a hundred-millionth of a trade of a millionth, a hundredth of one of 10^−12. */
    @Test
    void withoutTheExactBranchThePoolKeepsAPartOfItsOutBalance() {
        UInt256 balance = whole(1_000_000);
        UInt256 amount = UInt256.of(1_000_000_000_000L);
        WeightedMath exact = new WeightedMath(PowerVersion.EXACT);
        double old = maths.outGivenIn(balance, HALF, balance, HALF, amount).doubleValue();
        double now = exact.outGivenIn(balance, HALF, balance, HALF, amount).doubleValue();
        assertThat(now / 1e12).isBetween(0.9999979, 1.0);
        assertThat((now - old) / 1e12).isBetween(0.0099, 0.0101);
    }

    /** {@code balanceIn ((balanceOut / (balanceOut − out))^(v / w) − 1)}, and at most 3·10^−14 of the grown balance more. */
    @Test
    void whatIsAskedIsNearTheExactAmountAndNeverBelow() {
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomStream random = RandomStream.of(seed, "test/asked");
            UInt256 in = balance(random);
            UInt256 out = balance(random);
            UInt256 weightIn = weight(random);
            UInt256 weightOut = weight(random);
            UInt256 amount = out.mulDivFloor(UInt256.of(random.nextLong(300_000)), UInt256.of(1_000_000));
            BigDecimal base = fixed(out).divide(fixed(out).subtract(fixed(amount)), new MathContext(100));
            BigDecimal exponent = fixed(FixedPoint.divUp(weightOut, weightIn));
            try {
                BigDecimal grown = ExactMath.pow(base, exponent);
                BigDecimal exact = fixed(in).multiply(grown.subtract(BigDecimal.ONE));
                BigDecimal asked = fixed(maths.inGivenOut(in, weightIn, out, weightOut, amount));
                double size = fixed(in).doubleValue() * grown.doubleValue();
                double error = (3e-14 + 2e-18 * exponent.doubleValue()) * size
                        + 2e-18 * (1 + fixed(in).doubleValue());
                assertThat(asked.subtract(exact).doubleValue())
                        .as("seed %d", seed)
                        .isBetween(-1e-40, error);
            } catch (BalancerRevert revert) {
                assertThat(revert.reason()).as("a power beyond e^130").isEqualTo("BAL#008");
            }
        }
    }

    @Test
    void sharesForBalancedAmountsAreProportional() {
        UInt256[] balances = {whole(100), whole(400)};
        UInt256[] weights = {HALF, HALF};
        UInt256[] tenth = {whole(10), whole(40)};
        UInt256 minted = maths.sharesForExactIn(balances, weights, tenth, whole(400), FEE);
        assertThat(minted.doubleValue() / 1e18).isBetween(39.999999, 40.0);
        UInt256 burned = maths.sharesForExactOut(balances, weights, tenth, whole(400), FEE);
        assertThat(burned.doubleValue() / 1e18).isBetween(40.0, 40.000001);
    }

    /** In one asset: {@code balance ((1 + s/S)^(1/w) − 1)}, the half that must be swapped with its fee. */
    @Test
    void oneAssetForShares() {
        UInt256 asked = maths.inForShares(whole(100), HALF, whole(40), whole(400), FEE);
        assertThat(asked.doubleValue() / 1e18).isBetween(21.0315, 21.0317);
        UInt256 given = maths.outForShares(whole(100), HALF, whole(40), whole(400), FEE);
        assertThat(given.doubleValue() / 1e18).isBetween(18.9714, 18.9716);
        assertThatThrownBy(() -> maths.inForShares(whole(100), HALF, whole(801), whole(400), FEE))
                .hasMessage("BAL#307");
        assertThatThrownBy(() -> maths.outForShares(whole(100), HALF, whole(121), whole(400), FEE))
                .hasMessage("BAL#306");
    }

    @Test
    void tradesOfMoreThanThirtyPerCentRevert() {
        UInt256 limit = whole(30);
        UInt256 above = limit.plusExact(UInt256.ONE);
        assertThat(maths.outGivenIn(whole(100), HALF, whole(100), HALF, limit)).isNotEqualTo(UInt256.ZERO);
        assertThatThrownBy(() -> maths.outGivenIn(whole(100), HALF, whole(100), HALF, above))
                .hasMessage("BAL#304");
        assertThatThrownBy(() -> maths.inGivenOut(whole(100), HALF, whole(100), HALF, above))
                .hasMessage("BAL#305");
        UInt256[] none = {UInt256.ZERO, whole(1)};
        assertThatThrownBy(() -> maths.invariant(new UInt256[] {HALF, HALF}, none))
                .hasMessage("BAL#311");
    }
}
