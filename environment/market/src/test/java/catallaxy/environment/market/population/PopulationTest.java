package catallaxy.environment.market.population;

import static catallaxy.environment.market.trading.SmallMarket.BOOK;
import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.EXCHANGE;
import static catallaxy.environment.market.trading.SmallMarket.HOUR;
import static catallaxy.environment.market.trading.SmallMarket.MAIN;
import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static catallaxy.environment.market.trading.SmallMarket.POOL_B;
import static catallaxy.environment.market.trading.SmallMarket.POOL_C;
import static catallaxy.environment.market.trading.SmallMarket.ROLLUP;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trading.SmallMarket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The groups' behaviour on a small market, and what holds for the population as a whole. */
class PopulationTest {
    private static final TradeSize SIZE = new TradeSize(2_000, 0.8);
    private static final double CAPITAL = 5_000_000;

    private static NoiseSpec noise(String id, double perHour, Integer... venues) {
        return new NoiseSpec(new Group(id, List.of(venues), CAPITAL), perHour, SIZE, 0.4, 20, 60 * SECOND);
    }

    private static FundamentalSpec fundamental(double perHour, Integer... venues) {
        return new FundamentalSpec(new Group("informed", List.of(venues), CAPITAL), perHour, SIZE, 5);
    }

    private static MomentumSpec momentum(Integer... venues) {
        return new MomentumSpec(new Group("trend", List.of(venues), CAPITAL), 240, SIZE, 600 * SECOND, 10);
    }

    private static BookProviderSpec maker(int levels) {
        return new BookProviderSpec(new Group("dealers", List.of(BOOK), CAPITAL), levels, 5, 5, 10_000, 5 * SECOND);
    }

    private static PoolProviderSpec providers() {
        return new PoolProviderSpec(
                new Group("providers", List.of(POOL_A, POOL_C), CAPITAL), 60, new TradeSize(50_000, 0.5), 0.3, 0.5);
    }

    private static GroupSpec[] everybody() {
        return new GroupSpec[] {
            noise("noise", 300, POOL_A, POOL_B, POOL_C, BOOK),
            momentum(POOL_A, BOOK),
            fundamental(120, POOL_B, POOL_C, BOOK),
            maker(5),
            providers()
        };
    }

    @Test
    void ownsItsCapitalAtEachPlace() {
        Town town = new Town(new SmallMarket(), 1, noise("noise", 1, POOL_A, POOL_B, BOOK));
        int noise = town.participant(0);
        assertThat(town.market.holding(noise, EXCHANGE, USDC)).isEqualTo(CAPITAL / 2);
        assertThat(town.market.holding(noise, EXCHANGE, ETH)).isCloseTo(CAPITAL / 2 / 2_000, within(1e-9));
        assertThat(town.market.holding(noise, MAIN, USDC)).isEqualTo(CAPITAL / 2);
        assertThat(town.market.holding(noise, MAIN, ETH)).isCloseTo(CAPITAL * 0.75 / 2_000, within(1e-9));
        assertThat(town.market.holding(noise, ROLLUP, USDC)).isZero();
    }

    @Test
    void noiseBuysAsMuchAsItSells() {
        for (long seed = 1; seed <= 3; seed++) {
            Town town = new Town(new SmallMarket(), seed, noise("noise", 600, POOL_A, POOL_C));
            double[] sums = new double[2];
            town.market.observe(event -> {
                if (event instanceof MarketEvent.PoolSwapped swap) {
                    double base = (swap.zeroForOne() ? swap.amountIn() : swap.amountOut()).doubleValue() / 1e18;
                    sums[0] += swap.zeroForOne() ? -base : base;
                    sums[1] += base * base;
                }
            });
            town.runUntil(12 * HOUR);
            assertThat(town.market.totals(town.participant(0)).fills()).isGreaterThan(6_000);
            assertThat(sums[0] / StrictMath.sqrt(sums[1])).as("seed " + seed).isBetween(-4.0, 4.0);
        }
    }

    @Test
    void noiseOrdersAreCancelledAfterTheirLife() {
        Town town = new Town(new SmallMarket(), 1, noise("noise", 600, BOOK), maker(1));
        town.runUntil(HOUR);
        int standing = town.market.limitOrders(BOOK).orders(town.participant(0)).count();
        assertThat(standing).isPositive().isLessThan(20);
        assertThat(town.market.totals(town.participant(0)).fills()).isGreaterThan(100);
    }

    @Test
    void fundamentalTradersPullAPoolToTheWorldsPrice() {
        for (double price : new double[] {1_900, 2_100}) {
            Town town = new Town(new SmallMarket().priceB(price), 1, fundamental(600, POOL_B));
            List<Double> prices = new ArrayList<>();
            town.market.observe(event -> {
                if (event instanceof MarketEvent.PoolSwapped) {
                    prices.add(town.market.price(POOL_B));
                }
            });
            town.runUntil(12 * HOUR);
            assertThat(town.market.price(POOL_B) / 2_000).isCloseTo(1, within(0.003 + 0.0005));
            assertThat(prices)
                    .hasSizeGreaterThan(50)
                    .isSortedAccordingTo((a, b) -> price < 2_000 ? Double.compare(a, b) : Double.compare(b, a));
        }
    }

    @Test
    void fundamentalTradersTakeOnlyMispricedOrders() {
        Town town = new Town(new SmallMarket(), 1, fundamental(600, BOOK), maker(3));
        town.runUntil(HOUR);
        assertThat(town.market.totals(town.participant(0)).fills()).isZero();
    }

    @Test
    void momentumFollowsTheTrend() {
        Town town = new Town(new SmallMarket(), 1, momentum(POOL_A), fundamental(600, POOL_A));
        int[] directions = new int[2];
        var push = new catallaxy.environment.api.command.Call.Swap(
                List.of(POOL_A), USDC, SmallMarket.units(300_000, 6), SmallMarket.units(1, 6));
        town.runUntil(700 * SECOND);
        assertThat(town.market.totals(town.participant(0)).fills())
                .as("no trend yet")
                .isZero();
        town.market.observe(event -> {
            if (event instanceof MarketEvent.PoolSwapped swap && swap.participant() == town.participant(0)) {
                directions[swap.zeroForOne() ? 0 : 1]++;
            }
        });
        town.market.submit(town.participant(1), town.market.transaction(MAIN, push, HOUR));
        town.runUntil(900 * SECOND);
        assertThat(directions[1]).isPositive();
        assertThat(directions[0]).isZero();
    }

    @Test
    void bookProvidersKeepALadderAroundTheWorldsPrice() {
        Town town = new Town(new SmallMarket().volatility(1), 1, maker(5));
        for (int minute = 1; minute <= 60; minute++) {
            town.runUntil(60 * SECOND * minute);
            double fair = town.market.worldPrice(ETH);
            assertThat(town.market.limitOrders(BOOK).orders(town.participant(0)).count())
                    .isEqualTo(10);
            assertThat(town.market.price(BOOK)).isCloseTo(fair, within(fair * 0.002));
            double spread = town.market.bestAsk(BOOK) - town.market.bestBid(BOOK);
            assertThat(spread / fair * 1e4).isCloseTo(10, within(0.2));
        }
        assertThat(town.market.limitOrders(BOOK).size(Side.BUY, 4)).isCloseTo(5, within(0.3));
    }

    @Test
    void poolProvidersAddAndRemove() {
        Town town = new Town(new SmallMarket(), 1, providers());
        town.runUntil(12 * HOUR);
        assertThat(town.market.liquidity(POOL_A).base()).isGreaterThan(5_000);
        assertThat(town.market.shares(town.participant(0), POOL_A).isZero()).isFalse();
        assertThat(town.market.price(POOL_A)).isCloseTo(2_000, within(1e-6));
        assertThat(town.market.equity(town.participant(0))).isCloseTo(2.5 * CAPITAL, within(1_000.0));
    }

    @Test
    void someSwapsRevertInAFastMarket() {
        Town town =
                new Town(new SmallMarket().volatility(20), 1, noise("noise", 2_000, POOL_A), fundamental(900, POOL_A));
        town.runUntil(6 * HOUR);
        assertThat(town.market.totals(town.participant(0)).reverted()).isPositive();
        assertThat(town.market.totals(town.participant(0)).fills())
                .isGreaterThan(town.market.totals(town.participant(0)).reverted());
    }

    /** On pools every wake-up is an arrival; where orders could be placed, there are others to cancel them. */
    @Test
    void anotherGroupChangesNobodysDraws() {
        NoiseSpec traders = noise("noise", 600, POOL_A, POOL_C);
        Town alone = new Town(new SmallMarket(), 5, traders);
        Town among = new Town(new SmallMarket(), 5, traders, noise("more", 600, POOL_A, BOOK), maker(3));
        alone.runUntil(2 * HOUR);
        among.runUntil(2 * HOUR);
        assertThat(among.wakes).isEqualTo(alone.wakes).hasSizeGreaterThan(1_000);
        assertThat(among.digest()).isNotEqualTo(alone.digest());
    }

    @Test
    void goesOnFromACopyAndFromSavedBytes() {
        for (long seed = 1; seed <= 3; seed++) {
            Town town = new Town(new SmallMarket().volatility(1.5).priceB(2_040), seed, everybody());
            town.runUntil(HOUR);
            Town copy = town.copy();
            Town reloaded = town.reloaded();
            assertThat(reloaded.bytes()).as("seed " + seed).isEqualTo(town.bytes());
            for (Town each : List.of(town, copy, reloaded)) {
                each.runUntil(2 * HOUR);
            }
            assertThat(copy.digest()).as("copy, seed " + seed).isEqualTo(town.digest());
            assertThat(reloaded.digest()).as("reloaded, seed " + seed).isEqualTo(town.digest());
            assertThat(copy.bytes()).isEqualTo(town.bytes());
            assertThat(town.market.checkConservation().violations()).isEmpty();
        }
    }

    @Test
    void anotherSeedIsAnotherStory() {
        Town first = new Town(new SmallMarket(), 1, everybody());
        Town second = new Town(new SmallMarket(), 2, everybody());
        first.runUntil(HOUR);
        second.runUntil(HOUR);
        assertThat(first.digest()).isNotEqualTo(second.digest());
    }
}
