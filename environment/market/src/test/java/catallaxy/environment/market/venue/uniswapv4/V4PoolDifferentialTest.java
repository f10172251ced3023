package catallaxy.environment.market.venue.uniswapv4;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.contract.Undo;
import catallaxy.environment.market.venue.concentrated.TickMath;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** A pool beside one that stores no ticks, over random sequences of all operations. */
final class V4PoolDifferentialTest {
    private static final int SPACING = 60;
    private static final int OPERATIONS = 40;

    /** Both pools of one seed. */
    private static final class Pair {
        final RandomStream random;
        final int lpPips;
        final int protocol0;
        final int protocol1;
        final V4Pool pool = new V4Pool(SPACING);
        final NaivePool naive;
        int crossed;
        int partly;
        int reverted;

        Pair(long seed, int more) {
            random = RandomStream.of(seed, "v4 twin");
            lpPips = new int[] {0, 500, 3_000, 100_000, 999_000}[random.nextInt(5)];
            protocol0 = random.nextInt(2) * random.nextInt(1_001);
            protocol1 = random.nextInt(2) * random.nextInt(1_001);
            int tick = random.nextInt(40_000) - 20_000;
            UInt256 price = TickMath.sqrtRatioAtTick(tick);
            pool.initialize(price, lpPips, new Undo());
            pool.setProtocolFee(V4Fees.packed(protocol0, protocol1), new Undo());
            naive = new NaivePool(price.toBigInteger(), tick, SPACING, lpPips + more, protocol0, protocol1);
        }

        private V4PositionKey key() {
            int near = Math.floorDiv(naive.tick, SPACING) * SPACING;
            int lower = near + SPACING * (random.nextInt(600) - 400);
            return new V4PositionKey(random.nextInt(3), lower, lower + SPACING * (1 + random.nextInt(500)), 0);
        }

        private BigInteger number(int bits) {
            long bounded = random.nextLong(1L << (1 + random.nextInt(40)));
            return BigInteger.valueOf(1 + bounded).shiftLeft(random.nextInt(bits));
        }

        void operate() {
            int kind = random.nextInt(8);
            if (kind < 3) {
                add();
            } else if (kind == 3) {
                donate();
            } else {
                swap();
            }
        }

        private void add() {
            V4PositionKey key = key();
            BigInteger delta = number(40);
            V4Change change = pool.modify(key, Int256.of(delta), new Undo());
            BigInteger[] expected = naive.modify(key, delta);
            same(change.delta(), expected);
            if (random.nextInt(2) == 0) {
                BigInteger part = delta.divide(BigInteger.valueOf(1 + random.nextInt(3)));
                V4Change less = pool.modify(key, Int256.of(part.negate()), new Undo());
                same(less.delta(), naive.modify(key, part.negate()));
            }
        }

        private void donate() {
            if (naive.liquidity().signum() > 0) {
                UInt256 amount0 = UInt256.of(number(20));
                UInt256 amount1 = UInt256.of(number(20));
                pool.donate(amount0, amount1, new Undo());
                naive.donate(amount0.toBigInteger(), amount1.toBigInteger());
            }
        }

        private void swap() {
            boolean down = random.nextInt(2) == 0;
            boolean exactIn = random.nextInt(2) == 0;
            BigInteger amount = number(30);
            int away = SPACING * (1 + random.nextInt(1_500));
            UInt256 limit = TickMath.sqrtRatioAtTick(naive.tick + (down ? -away : away));
            Int256 specified = Int256.of(exactIn ? amount.negate() : amount);
            try {
                V4Trade trade = pool.swap(new V4Order(down, specified, limit), lpPips, new Undo());
                same(trade.delta(), naive.swap(down, specified.toBigInteger(), limit.toBigInteger()));
                crossed += trade.crossed();
                partly += naive.price.equals(limit.toBigInteger()) ? 1 : 0;
            } catch (V4Revert e) {
                assertThat(e.error()).isEqualTo("PriceLimitAlreadyExceeded");
                reverted++;
            }
        }

        private static void same(V4Delta delta, BigInteger[] expected) {
            assertThat(delta.amount0().toBigInteger()).isEqualTo(expected[0]);
            assertThat(delta.amount1().toBigInteger()).isEqualTo(expected[1]);
        }

        void compare() {
            V4State state = pool.state();
            assertThat(state.sqrtPriceX96().toBigInteger()).isEqualTo(naive.price);
            assertThat(state.tick()).isEqualTo(naive.tick);
            assertThat(state.liquidity().toBigInteger()).isEqualTo(naive.liquidity());
            assertThat(state.feeGrowth0X128().toBigInteger()).isEqualTo(naive.growth[0]);
            assertThat(state.feeGrowth1X128().toBigInteger()).isEqualTo(naive.growth[1]);
            pool.positions().forEach((key, held) -> {
                NaivePool.Stake stake = naive.stake(key);
                V4Inside inside = pool.inside(key.lower(), key.upper());
                assertThat(held.liquidity().toBigInteger()).isEqualTo(stake.liquidity);
                assertThat(inside.earned0(held).toBigInteger()).isEqualTo(naive.earned(stake, 0));
                assertThat(inside.earned1(held).toBigInteger()).isEqualTo(naive.earned(stake, 1));
            });
        }
    }

    @Test
    void everyOperationGivesWhatANaivePoolGives() {
        int crossed = 0;
        int partly = 0;
        int reverted = 0;
        for (long seed = 0; seed < 150; seed++) {
            Pair pair = new Pair(seed, 0);
            for (int i = 0; i < OPERATIONS; i++) {
                pair.operate();
                pair.compare();
            }
            crossed += pair.crossed;
            partly += pair.partly;
            reverted += pair.reverted;
        }
        assertThat(crossed).isGreaterThan(500);
        assertThat(partly).isGreaterThan(300);
        assertThat(reverted).isLessThan(300);
    }

    /** A twin with one pip more of fee does not agree. */
    @Test
    void anotherFeeIsSeen() {
        int different = 0;
        for (long seed = 0; seed < 20; seed++) {
            Pair pair = new Pair(seed, 1);
            try {
                for (int i = 0; i < OPERATIONS; i++) {
                    pair.operate();
                    pair.compare();
                }
            } catch (AssertionError e) {
                different++;
            }
        }
        assertThat(different).isEqualTo(20);
    }
}
