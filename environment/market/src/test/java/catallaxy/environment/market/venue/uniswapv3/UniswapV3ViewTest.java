package catallaxy.environment.market.venue.uniswapv3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.venue.RangeLiquidity.Position;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.venue.concentrated.RangePositions;
import catallaxy.environment.market.venue.concentrated.RangeQuotes;
import org.junit.jupiter.api.Test;

/** Quotes in whole units against the pool's integers, over pools of several ranges and swaps that cross them. */
final class UniswapV3ViewTest {
    private static final double ONE = 1e18;

    private final RandomStream random = RandomStream.of(9, "view");

    private PoolBench pool() {
        PoolBench bench = PoolBench.atOne(3_000, 60);
        for (int i = 0; i < 6; i++) {
            int low = 60 * (random.nextInt(100) - 100);
            int high = 60 * (1 + random.nextInt(100));
            UInt256 liquidity = UInt256.of(1 + random.nextLong(1L << 30)).shiftLeft(50);
            bench.pool.mint(bench.context(), bench.alice, low, high, liquidity, bench.from(bench.alice));
        }
        return bench;
    }

    private static RangeQuotes view(PoolBench bench) {
        return new RangeQuotes(7, new V3Prices(bench.pool), bench.ledger);
    }

    private static RangePositions ranges(PoolBench bench) {
        return new RangePositions(new V3Prices(bench.pool), new UniswapV3Ranges(7, bench.pool), bench.ledger);
    }

    private UInt256 amount(PoolBench bench) {
        return bench.pool.liquidity().mulDivFloor(UInt256.of(1 + random.nextInt(300)), UInt256.of(1_000));
    }

    @Test
    void quotesAreThoseOfTheIntegers() {
        int crossed = 0;
        for (int i = 0; i < 400; i++) {
            PoolBench bench = pool();
            boolean zeroForOne = random.nextBoolean(0.5);
            UInt256 amount = amount(bench);
            V3Trade in = bench.pool.quote(zeroForOne, true, amount, V3Pool.farthestLimit(zeroForOne));
            V3Trade out = bench.pool.quote(zeroForOne, false, amount, V3Pool.farthestLimit(zeroForOne));
            RangeQuotes view = view(bench);
            int asset = zeroForOne ? 0 : 1;
            double quoted = view.out(asset, amount.doubleValue() / ONE);
            assertThat(quoted).isCloseTo(in.amountOut().doubleValue() / ONE, within(1e-9 * quoted));
            double cost = view.in(1 - asset, amount.doubleValue() / ONE);
            boolean enough = out.amountOut().equals(amount);
            assertThat(Double.isInfinite(cost)).isEqualTo(!enough);
            if (enough) {
                assertThat(cost).isCloseTo(out.amountIn().doubleValue() / ONE, within(1e-9 * cost));
            }
            crossed += in.crossed();
        }
        assertThat(crossed).isGreaterThan(200);
    }

    /** After the input of {@code inTo}, the next unit gives the rate, fee paid; after that of {@code inForDrop}, the price fell. */
    @Test
    void inputsToAPriceReachIt() {
        for (int i = 0; i < 200; i++) {
            PoolBench bench = pool();
            RangeQuotes view = view(bench);
            boolean zeroForOne = random.nextBoolean(0.5);
            int asset = zeroForOne ? 0 : 1;
            double drop = 0.005 + 0.1 * random.nextDouble();
            double units = view.inForDrop(asset, drop);
            double toRate = view.inTo(asset, (1 - drop) * (1 - view.feeRate()));
            assertThat(toRate).isCloseTo(units, within(1e-9 * units));
            UInt256 exact = UInt256.of((long) (units * 1e6)).mulDivFloor(UInt256.of(1_000_000_000_000L), UInt256.ONE);
            bench.swap(bench.bob, zeroForOne, true, exact);
            double price = view.price();
            assertThat(zeroForOne ? price : 1 / price).isCloseTo(1 - drop, within(1e-5));
        }
    }

    @Test
    void whatIsBehindOrBeyondIsNothing() {
        PoolBench bench = pool();
        RangeQuotes view = view(bench);
        assertThat(view.price()).isEqualTo(1);
        assertThat(view.inTo(0, 1)).isZero();
        assertThat(view.inTo(1, 1.5)).isZero();
        assertThat(view.inTo(0, Double.NaN)).isZero();
        assertThat(view.out(0, 0)).isZero();
        assertThat(view.out(0, 1e30)).isEqualTo(view.out(0, 1e25));
        assertThat(view.in(1, 1e30)).isInfinite();
        assertThat(view.dust(0)).isPositive();
    }

    /** A range is worth least where the venue's price is the world's, and its base is the slope of that worth. */
    @Test
    void aRangeIsWorthLeastAtTheWorldsPrice() {
        PoolBench bench = pool();
        RangePositions ranges = ranges(bench);
        for (int i = 0; i < 200; i++) {
            int low = 60 * (random.nextInt(200) - 100);
            int high = low + 60 * (1 + random.nextInt(100));
            Position position = new Position(bench.alice, low, high, UInt256.powerOfTwo(70));
            double price = 0.6 + random.nextDouble();
            double worth = ranges.worthAt(position, price, 1);
            assertThat(worth).isCloseTo(ranges.worthAt(position, 3 * price, 3) / 3, within(1e-9 * worth));
            double least = Double.MAX_VALUE;
            for (double venue = 0.3; venue < 2.5; venue *= 1.01) {
                double held = ranges.amountsAt(position, venue, 1).base() * price
                        + ranges.amountsAt(position, venue, 1).quote();
                assertThat(held).isGreaterThanOrEqualTo(worth * (1 - 1e-9));
                least = Math.min(least, held);
            }
            assertThat(least).isCloseTo(worth, within(1e-3 * worth));
            double step = 1e-6;
            double slope = (ranges.worthAt(position, price + step, 1) - ranges.worthAt(position, price - step, 1))
                    / (2 * step);
            assertThat(ranges.amountsAt(position, price, 1).base()).isCloseTo(slope, within(1e-3 * worth));
        }
    }

    @Test
    void ticksAndPricesAreInverse() {
        RangePositions ranges = ranges(pool());
        for (int i = 0; i < 500; i++) {
            int tick = 60 * (random.nextInt(20_000) - 10_000);
            double price = ranges.priceAt(tick);
            assertThat(ranges.tickAt(price * (1 + 1e-9))).isEqualTo(tick);
            assertThat(ranges.tickAt(price * (1 - 1e-9))).isEqualTo(tick - 60);
        }
        assertThat(ranges.tickAt(1e300)).isEqualTo(887_220);
        assertThat(ranges.tickAt(1e-300)).isEqualTo(-887_220);
        assertThat(ranges.tickSpacing()).isEqualTo(60);
    }
}
