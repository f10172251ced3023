package catallaxy.environment.market.trading;

import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static catallaxy.environment.market.trading.SmallMarket.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.venue.RangeLiquidity;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.venue.uniswapv3.UniswapV3Spec;
import catallaxy.environment.market.venue.uniswapv4.UniswapV4Spec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The optimum between two pools against a search, and against what the pools then settle, over random liquidity. */
final class RouteOptimumTest {
    private static final int V3 = SmallMarket.BOOK + 1;
    private static final int V4 = SmallMarket.BOOK + 2;
    private static final int FURTHER = SmallMarket.BOOK + 3;
    private static final long HOUR = SmallMarket.HOUR;

    private final MarketEngine market = MarketEngine.of(
            new SmallMarket()
                    .venue(new UniswapV3Spec("v3", 0, ETH, USDC, units(500, 18), units(1e6, 6), 500, 10, 0, 1, 0, 1))
                    .venue(new UniswapV4Spec("v4", 0, ETH, USDC, units(300, 18), units(6e5, 6), 1_000, 20, 0, 0))
                    .venue(new UniswapV3Spec(
                            "further", 0, ETH, USDC, units(50, 18), units(1e5, 6), 3_000, 60, 5, 1, 0, 1))
                    .engine(),
            1);
    private final int who = market.openParticipant("who", SmallMarket.everywhere(1e9, 1e6));

    private void send(Call call) {
        market.submit(who, market.transaction(0, call, market.timeNanos() + HOUR));
        long end = market.timeNanos() + 30 * SmallMarket.SECOND;
        while (market.hasEventUntil(end)) {
            market.advance();
        }
    }

    private void swap(int pool, int assetIn, double whole) {
        send(market.quoting(pool).swap(assetIn, Amount.of(units(whole, assetIn == ETH ? 18 : 6)), UInt256.ZERO));
    }

    private void provide(int pool, double low, double high, double eth, double usdc) {
        RangeLiquidity ranges = market.offered(pool, RangeLiquidity.class);
        int lower = ranges.tickAt(low);
        int upper = ranges.tickAt(high) + ranges.tickSpacing();
        send(ranges.open(lower, upper, units(eth, 18), units(usdc, 6), UInt256.ZERO, UInt256.ZERO));
    }

    private static double profit(Quoting buy, Quoting sell, double spent) {
        return sell.out(ETH, buy.out(USDC, spent)) - spent;
    }

    /** The golden section of a concave function on [0, most]. */
    private static double searched(Quoting buy, Quoting sell, double most) {
        double low = 0;
        double high = most;
        double ratio = (Math.sqrt(5) - 1) / 2;
        for (int i = 0; i < 120; i++) {
            double a = high - ratio * (high - low);
            double b = low + ratio * (high - low);
            if (profit(buy, sell, a) < profit(buy, sell, b)) {
                low = a;
            } else {
                high = b;
            }
        }
        return (low + high) / 2;
    }

    /** Up to a cent of some hundred thousand dollars, and to a hundred-thousandth of a dollar of profit: a search sees no more. */
    @Test
    void itIsWhatASearchFindsBetweenAllPairsOfPools() {
        int gaining = 0;
        for (long seed = 0; seed < 12; seed++) {
            RandomStream random = RandomStream.of(seed, "route optimum");
            for (int pool : List.of(V3, V4, FURTHER)) {
                double price = market.price(pool);
                double width = 0.002 + 0.05 * random.nextDouble();
                provide(
                        pool,
                        price * (1 - width),
                        price * (1 + width),
                        5 + random.nextInt(60),
                        1e4 + random.nextInt(90_000));
            }
            swap(List.of(POOL_A, V3, V4, FURTHER).get(random.nextInt(4)), random.nextBoolean(0.5) ? ETH : USDC, 50);
            swap(V3, USDC, 1_000 + random.nextInt(200_000));
            swap(V4, ETH, 1 + random.nextInt(60));
            for (int from : List.of(POOL_A, V3, V4, FURTHER)) {
                for (int to : List.of(POOL_A, V3, V4, FURTHER)) {
                    if (from != to) {
                        gaining += check(market.quoting(from), market.quoting(to)) ? 1 : 0;
                    }
                }
            }
        }
        assertThat(gaining).as("routes that pay").isGreaterThan(25);
    }

    private static boolean check(Quoting buy, Quoting sell) {
        RouteOptimum optimum = RouteOptimum.of(buy, sell, ETH, USDC).orElseThrow();
        double searched = searched(buy, sell, 5e6);
        double best = Math.max(0, profit(buy, sell, searched));
        assertThat(optimum.profit()).isCloseTo(best, within(1e-5 + 1e-9 * optimum.spent()));
        assertThat(profit(buy, sell, optimum.spent())).isCloseTo(optimum.profit(), within(1e-5));
        if (best > 1) {
            assertThat(optimum.spent()).isCloseTo(searched, within(1e-3 * searched + 0.01));
            assertThat(profit(buy, sell, 1.02 * optimum.spent())).isLessThan(optimum.profit());
            assertThat(profit(buy, sell, 0.98 * optimum.spent())).isLessThan(optimum.profit());
        }
        checkBorrowed(buy, sell, optimum);
        return best > 1;
    }

    /** Of borrowed money less is the optimum: neither more nor less of it earns more after its fee. */
    private static void checkBorrowed(Quoting buy, Quoting sell, RouteOptimum owned) {
        double fee = 0.0005;
        RouteOptimum borrowed = RouteOptimum.of(buy, sell, ETH, USDC, 1 + fee).orElseThrow();
        double spent = borrowed.spent();
        assertThat(spent).isLessThanOrEqualTo(owned.spent());
        assertThat(profit(buy, sell, spent) - fee * spent).isCloseTo(borrowed.profit(), within(1e-5));
        for (double other : new double[] {0.98 * spent, 1.02 * spent, owned.spent()}) {
            assertThat(profit(buy, sell, other) - fee * other).isLessThanOrEqualTo(borrowed.profit() + 1e-5);
        }
    }

    /** What the pools pay for the optimum, in base units of USDC. */
    @Test
    void thePoolsSettleItToTheUnit() {
        provide(V3, 1_990, 2_010, 50, 1e5);
        swap(V3, USDC, 150_000);
        Quoting sell = market.quoting(V3);
        RouteOptimum optimum =
                RouteOptimum.of(market.quoting(POOL_A), sell, ETH, USDC).orElseThrow();
        assertThat(optimum.profit()).isGreaterThan(10);
        double cash = market.holding(who, 0, USDC);
        send(new Call.Swap(List.of(POOL_A, V3), USDC, market.toUnits(USDC, optimum.spent()), UInt256.ZERO));
        assertThat(market.holding(who, 0, USDC) - cash).isCloseTo(optimum.profit(), within(5e-6));
        assertThat(RouteOptimum.of(market.quoting(POOL_A), market.quoting(V3), ETH, USDC)
                        .orElseThrow()
                        .profit())
                .as("nothing is left")
                .isCloseTo(0, within(1e-5));
    }

    @Test
    void lessMoneyEarnsAtLeastItsPart() {
        swap(V3, USDC, 100_000);
        Quoting buy = market.quoting(V4);
        Quoting sell = market.quoting(V3);
        RouteOptimum optimum = RouteOptimum.of(buy, sell, ETH, USDC).orElseThrow();
        RouteOptimum half = optimum.within(optimum.spent() / 2);
        assertThat(profit(buy, sell, half.spent())).isGreaterThan(half.profit());
        assertThat(optimum.within(1e9)).isEqualTo(optimum);
        assertThat(optimum.within(0)).isEqualTo(RouteOptimum.NONE);
    }
}
