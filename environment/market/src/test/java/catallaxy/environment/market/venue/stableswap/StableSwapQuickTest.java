package catallaxy.environment.market.venue.stableswap;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The numbers of 106 bits against the contract's own iteration, over pools of all sizes up to where they end. */
final class StableSwapQuickTest {
    private static final int DEFAULT = 60_000;
    private static final int LONG = 1_200_000;
    private static final double NO_MARGIN = -1e9;

    /** A pool and a swap in it. */
    private record Case(List<UInt256> balances, UInt256 amplification, UInt256 d, int in, int out, UInt256 x) {
        static Case of(long seed) {
            RandomStream random = RandomStream.of(seed, "test/quick");
            UInt256[] xp = new UInt256[2 + random.nextInt(random.nextBoolean(0.5) ? 2 : 7)];
            int bits = 65 + random.nextInt(24);
            UInt256 unit = UInt256.powerOfTwo(bits);
            boolean even = random.nextBoolean(0.1);
            Arrays.setAll(xp, _ -> even ? unit : unit.plusExact(bits(random, bits)));
            long whole = random.nextBoolean(0.05) ? 999_999 : 1 + random.nextLong(1L << (1 + random.nextInt(16)));
            UInt256 amplification = UInt256.of(whole * StableSwapMath.A_PRECISION);
            int in = random.nextInt(xp.length);
            int out = (in + 1 + random.nextInt(xp.length - 1)) % xp.length;
            UInt256 added = bits(random, 1 + random.nextInt(bits - 1));
            return new Case(
                    List.of(xp),
                    amplification,
                    StableSwapMath.invariant(xp, amplification),
                    in,
                    out,
                    xp[in].plusExact(added));
        }

        private static UInt256 bits(RandomStream random, int bits) {
            return UInt256.ofLimbs(0, 0, random.nextLong(), random.nextLong()).shiftRight(128 - bits);
        }

        UInt256[] xp() {
            return balances.toArray(UInt256[]::new);
        }

        UInt256[] changed() {
            UInt256[] changed = xp();
            changed[in] = x;
            return changed;
        }

        double a() {
            return amplification.doubleValue() / StableSwapMath.A_PRECISION * balances.size();
        }
    }

    /** How many of the cases were proven; every one of them is the contract's number. */
    private static int proven(long first, int cases) {
        int proven = 0;
        for (long seed = first; seed < first + cases; seed++) {
            Case each = Case.of(seed);
            StableSwapShortcut shortcut = StableSwapShortcut.of(each.xp(), each.amplification());
            if (shortcut == null) {
                continue;
            }
            long off = seed % 7 - 3;
            UInt256 guess = off < 0
                    ? each.d().minusExact(UInt256.of(-off << (seed % 24)))
                    : each.d().plusExact(UInt256.of(off << (seed % 24)));
            UInt256 d = shortcut.invariant(guess);
            UInt256 y = shortcut.balance(each.in(), each.x(), each.out(), each.d(), each.xp()[each.out()]);
            if (d != null) {
                assertThat(d).as("D of seed %d", seed).isEqualTo(each.d());
                proven++;
            }
            if (y != null) {
                assertThat(y)
                        .as("balance of seed %d", seed)
                        .isEqualTo(StableSwapMath.balance(each.changed(), each.amplification(), each.out(), each.d()));
                proven++;
            }
        }
        return proven;
    }

    @Test
    void whatIsProvenIsTheContracts() {
        assertThat(proven(0, DEFAULT)).isGreaterThan(DEFAULT);
    }

    @Test
    @Tag("long")
    void whatIsProvenIsTheContractsInAMillionPools() {
        assertThat(proven(DEFAULT, LONG)).isGreaterThan(LONG);
    }

    /** Without the margin a floor is taken where the contract's roundings give another number. */
    @Test
    void withoutItsMarginItWouldBeWrong() {
        int differing = 0;
        for (long seed = 0; seed < 20_000; seed++) {
            Case each = Case.of(seed);
            UInt256 sum = UInt256.ZERO;
            for (UInt256 x : each.xp()) {
                sum = sum.plusExact(x);
            }
            UInt256 found = sum.bitLength() > StableSwapQuick.MOST_BITS
                    ? null
                    : StableSwapQuick.invariant(each.xp(), each.a(), sum, (int) NO_MARGIN, each.d());
            differing += found == null || found.equals(each.d()) ? 0 : 1;
        }
        assertThat(differing).isPositive();
    }

    /** To the first order: a guess is better than none by the square of what changed. */
    @Test
    void theSlopeForetellsTheNextInvariant() {
        for (long seed = 0; seed < 2_000; seed++) {
            Case each = Case.of(seed);
            UInt256[] more = each.xp();
            UInt256 added = more[each.out()].shiftRight(20);
            more[each.out()] = more[each.out()].plusExact(added);
            double rise = StableSwapMath.invariant(more, each.amplification())
                    .minusExact(each.d())
                    .doubleValue();
            double foretold = StableSwapQuick.slope(each.xp(), each.a(), each.out(), each.d()) * added.doubleValue();
            assertThat(Math.abs(foretold - rise)).as("seed %d", seed).isLessThan(1e-5 * rise);
        }
    }

    @Test
    void aTradingPoolIsForetold() {
        StableSwapScale scale =
                new StableSwapScale(new StableSwapTerms(List.of(18, 6, 6), 200, 4_000_000, 5_000_000_000L));
        UInt256[] balances = {
            UInt256.parse("50000000000000000000000000"),
            UInt256.parse("40000000000000"),
            UInt256.parse("60000000000000")
        };
        UInt256 guess = UInt256.ZERO;
        UInt256 amplification = UInt256.of(20_000);
        for (int i = 0; i < 500; i++) {
            StableSwapTrade trade = StableSwapTrade.of(
                    scale, balances, amplification, 1, 2, UInt256.of(1_000_000L + i * 7_919L), guess);
            balances[1] = balances[1].plusExact(UInt256.of(1_000_000L + i * 7_919L));
            balances[2] = balances[2].minusExact(trade.amountOut()).minusExact(trade.adminFee());
            UInt256 d = StableSwapMath.invariant(scale.scaled(balances), amplification);
            assertThat(SafeMath.difference(trade.guess(), d).bitLength()).isLessThan(35);
            guess = trade.guess();
        }
    }
}
