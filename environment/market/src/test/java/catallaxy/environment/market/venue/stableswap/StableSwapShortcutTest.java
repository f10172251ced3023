package catallaxy.environment.market.venue.stableswap;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever the guess, the shortcut gives the contract's number or none. */
final class StableSwapShortcutTest {
    private static final int SEEDS = 20_000;

    private static UInt256 bits(RandomStream random, int bits) {
        return UInt256.ofLimbs(0, 0, random.nextLong(), random.nextLong()).shiftRight(128 - bits);
    }

    /** Balances within a factor of two or, sometimes, ten. */
    private static UInt256[] balances(RandomStream random) {
        UInt256[] xp = new UInt256[2 + random.nextInt(7)];
        int bits = 64 + random.nextInt(40);
        UInt256 unit = UInt256.powerOfTwo(bits);
        int spread = random.nextBoolean(0.9) ? 1 : 9;
        Arrays.setAll(xp, _ -> unit.plusExact(bits(random, bits).timesExact(UInt256.of(spread))));
        return xp;
    }

    private static UInt256 amplification(RandomStream random) {
        long whole = 1 + random.nextLong(1L << (1 + random.nextInt(13)));
        return UInt256.of(whole * StableSwapMath.A_PRECISION + (random.nextBoolean(0.05) ? 1 : 0));
    }

    /** At, near or far from a number, on either side. */
    private static UInt256 guess(RandomStream random, UInt256 root) {
        UInt256 off = bits(random, 1 + random.nextInt(root.bitLength()));
        return switch (random.nextInt(4)) {
            case 0 -> UInt256.ZERO;
            case 1 -> root.plusExact(off);
            case 2 -> root.minusExact(off.min(root));
            default -> root.plusExact(UInt256.of(random.nextInt(5))).minusExact(UInt256.of(2));
        };
    }

    private static Optional<UInt256> exact(UInt256[] xp, UInt256 amplification) {
        try {
            return Optional.of(StableSwapMath.invariant(xp, amplification));
        } catch (StableSwapRevert revert) {
            return Optional.empty();
        }
    }

    @Test
    void theInvariantIsTheContracts() {
        int proven = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomStream random = RandomStream.of(seed, "test/shortcut");
            UInt256[] xp = balances(random);
            UInt256 amplification = amplification(random);
            Optional<UInt256> exact = exact(xp, amplification);
            StableSwapShortcut shortcut = StableSwapShortcut.of(xp, amplification);
            UInt256 found = shortcut == null ? null : shortcut.invariant(guess(random, exact.orElse(UInt256.ONE)));
            if (found != null) {
                assertThat(exact).as("seed %d", seed).contains(found);
                proven++;
            }
        }
        assertThat(proven).as("of %d", SEEDS).isGreaterThan(SEEDS / 3);
    }

    @Test
    void theBalanceIsTheContracts() {
        int proven = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomStream random = RandomStream.of(seed, "test/shortcut-balance");
            UInt256[] xp = balances(random);
            UInt256 amplification = amplification(random);
            StableSwapShortcut shortcut = StableSwapShortcut.of(xp, amplification);
            Optional<UInt256> d = exact(xp, amplification);
            if (shortcut == null || d.isEmpty()) {
                continue;
            }
            int in = random.nextInt(xp.length);
            int out = (in + 1 + random.nextInt(xp.length - 1)) % xp.length;
            UInt256[] changed = xp.clone();
            changed[in] = xp[in].plusExact(bits(random, 1 + random.nextInt(xp[out].bitLength() - 2)));
            UInt256 exact = StableSwapMath.balance(changed, amplification, out, d.get());
            UInt256 found = shortcut.balance(in, changed[in], out, d.get(), guess(random, exact));
            if (found != null) {
                assertThat(found).as("seed %d", seed).isEqualTo(exact);
                proven++;
            }
        }
        assertThat(proven).as("of %d", SEEDS).isGreaterThan(SEEDS / 3);
    }

    /** In a pool that trades, nearly every step is proven. */
    @Test
    void mostOfATradingPoolIsProven() {
        UInt256[] xp = {UInt256.parse("50000000000000000000000000"), UInt256.parse("45000000000000000000000000")};
        UInt256 amplification = UInt256.of(20_000);
        UInt256 guess = StableSwapMath.invariant(xp, amplification);
        int proven = 0;
        for (int i = 0; i < 1000; i++) {
            xp[i & 1] =
                    xp[i & 1].plusExact(UInt256.of(1_000_000_000_000_000_007L).timesExact(UInt256.of(1 + i)));
            StableSwapShortcut shortcut = StableSwapShortcut.of(xp, amplification);
            UInt256 found = shortcut == null ? null : shortcut.invariant(guess);
            guess = StableSwapMath.invariant(xp, amplification);
            proven += guess.equals(found) ? 1 : 0;
        }
        assertThat(proven).isGreaterThan(900);
    }

    @Test
    void whatDoesNotFitHasNone() {
        UInt256 large = UInt256.powerOfTwo(119);
        UInt256 small = UInt256.powerOfTwo(60);
        UInt256 amplification = UInt256.of(20_000);
        assertThat(StableSwapShortcut.of(new UInt256[] {large, large}, amplification))
                .isNull();
        assertThat(StableSwapShortcut.of(new UInt256[] {small, small}, amplification))
                .isNull();
        UInt256 middle = UInt256.powerOfTwo(80);
        assertThat(StableSwapShortcut.of(new UInt256[] {middle, middle.shiftLeft(3)}, amplification))
                .isNull();
        assertThat(StableSwapShortcut.of(new UInt256[] {middle, middle}, UInt256.of(20_001)))
                .isNull();
        assertThat(StableSwapShortcut.of(new UInt256[] {middle, middle}, amplification))
                .isNotNull();
    }
}
