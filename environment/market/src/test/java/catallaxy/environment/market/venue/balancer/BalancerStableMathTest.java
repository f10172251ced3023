package catallaxy.environment.market.venue.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BalancerStableMathTest {
    private static final int SEEDS = 300;
    private static final UInt256 FEE = UInt256.of(1_000_000_000_000_000L);

    private static UInt256[] balances(RandomStream random) {
        UInt256[] balances = new UInt256[2 + random.nextInt(4)];
        int bits = 10 + random.nextInt(40);
        Arrays.setAll(
                balances,
                _ -> UInt256.of((1L << 34) + random.nextLong(1L << 40)).shiftLeft(bits));
        return balances;
    }

    private static UInt256 amp(RandomStream random) {
        return UInt256.of((1 + random.nextLong(5000)) * BalancerStableMath.AMP_PRECISION);
    }

    /** The sign of {@code a (S − D) + D − D^(n+1) / (n^n Πx)} in whole numbers; it falls as D rises. */
    private static int side(UInt256[] balances, UInt256 amp, BigInteger d) {
        BigInteger n = BigInteger.valueOf(balances.length);
        BigInteger thousand = BigInteger.valueOf(BalancerStableMath.AMP_PRECISION);
        BigInteger sum = BigInteger.ZERO;
        BigInteger product = BigInteger.ONE;
        for (UInt256 each : balances) {
            sum = sum.add(each.toBigInteger());
            product = product.multiply(each.toBigInteger()).multiply(n);
        }
        BigInteger a = amp.toBigInteger().multiply(n);
        BigInteger linear = a.multiply(sum.subtract(d)).add(d.multiply(thousand));
        return linear.multiply(product)
                .subtract(d.pow(balances.length + 1).multiply(thousand))
                .signum();
    }

    @Test
    void bothVersionsGiveTheRootOfTheExactEquation() {
        int endless = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomStream random = RandomStream.of(seed, "test/stable-invariant");
            UInt256[] balances = balances(random);
            UInt256 amp = amp(random);
            BigInteger off = BigInteger.valueOf(2L * balances.length + 2);
            for (StableVersion version : StableVersion.values()) {
                for (boolean up : new boolean[] {false, true}) {
                    Optional<UInt256> found = invariant(version, amp, balances, up);
                    endless += found.isPresent() ? 0 : 1;
                    BigInteger d = found.map(UInt256::toBigInteger).orElse(BigInteger.ZERO);
                    assertThat(found.isEmpty() || side(balances, amp, d.subtract(off)) > 0)
                            .as("seed %d", seed)
                            .isTrue();
                    assertThat(found.isEmpty() || side(balances, amp, d.add(off)) < 0)
                            .as("seed %d", seed)
                            .isTrue();
                }
            }
        }
        assertThat(endless).as("iterations that step up and down for ever").isBetween(1, SEEDS / 4);
    }

    private static Optional<UInt256> invariant(StableVersion version, UInt256 amp, UInt256[] balances, boolean up) {
        try {
            return Optional.of(version.invariant(amp, balances, up));
        } catch (BalancerRevert revert) {
            assertThat(revert.reason()).isEqualTo("BAL#322");
            return Optional.empty();
        }
    }

    @Test
    void theVersionsDifferSomewhere() {
        int different = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomStream random = RandomStream.of(seed, "test/versions");
            UInt256[] balances = balances(random);
            UInt256 amp = amp(random);
            different += invariant(StableVersion.ROUNDED, amp, balances, true)
                            .equals(invariant(StableVersion.TRUNCATED, amp, balances, true))
                    ? 0
                    : 1;
        }
        assertThat(different).isBetween(1, SEEDS);
    }

    @Test
    void noSwapLowersTheInvariantBeyondItsRounding() {
        BalancerStableMath maths = new BalancerStableMath(StableVersion.TRUNCATED);
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomStream random = RandomStream.of(seed, "test/stable-inverse");
            UInt256[] balances = balances(random);
            UInt256 amp = amp(random);
            int in = random.nextInt(balances.length);
            int out = (in + 1 + random.nextInt(balances.length - 1)) % balances.length;
            UInt256 amount = balances[in].mulDivFloor(UInt256.of(random.nextLong(500_000)), UInt256.of(1_000_000));
            UInt256 bought = maths.outGivenIn(amp, balances, in, out, amount);
            UInt256[] after = balances.clone();
            after[in] = after[in].plusExact(amount);
            after[out] = after[out].minusExact(bought);
            UInt256 kept = maths.invariant(amp, after, true).plusExact(UInt256.of(12));
            assertThat(kept.isAtLeast(maths.invariant(amp, balances, true)))
                    .as("seed %d", seed)
                    .isTrue();
            UInt256 asked = maths.inGivenOut(amp, balances, in, out, bought);
            after[in] = balances[in].plusExact(asked);
            UInt256 keptToo = maths.invariant(amp, after, true).plusExact(UInt256.of(12));
            assertThat(keptToo.isAtLeast(maths.invariant(amp, balances, true)))
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    @Test
    void sharesAreInProportionToTheInvariant() {
        BalancerStableMath maths = new BalancerStableMath(StableVersion.TRUNCATED);
        UInt256 amp = UInt256.of(100_000);
        UInt256 unit = FixedPoint.ONE;
        UInt256[] balances = {unit.timesExact(UInt256.of(1000)), unit.timesExact(UInt256.of(1000))};
        UInt256[] tenth = {unit.timesExact(UInt256.of(100)), unit.timesExact(UInt256.of(100))};
        UInt256 supply = unit.timesExact(UInt256.of(2000));
        assertThat(maths.sharesForExactIn(amp, balances, tenth, supply, FEE).doubleValue() / 1e18)
                .isBetween(199.999999, 200.0);
        assertThat(maths.sharesForExactOut(amp, balances, tenth, supply, FEE).doubleValue() / 1e18)
                .isBetween(200.0, 200.000001);
        UInt256 shares = unit.timesExact(UInt256.of(10));
        UInt256 asked = maths.inForShares(amp, balances, 0, shares, supply, FEE);
        UInt256 given = maths.outForShares(amp, balances, 0, shares, supply, FEE);
        assertThat(asked.doubleValue() / 1e18).as("half of it pays the fee").isBetween(10.005, 10.006);
        assertThat(given.doubleValue() / 1e18).isBetween(9.994, 9.995);
        UInt256[] none = {UInt256.ZERO, UInt256.ZERO};
        assertThat(StableVersion.ROUNDED.invariant(amp, none, true)).isEqualTo(UInt256.ZERO);
    }
}
