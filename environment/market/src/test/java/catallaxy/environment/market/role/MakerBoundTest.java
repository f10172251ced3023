package catallaxy.environment.market.role;

import static catallaxy.environment.market.trading.SmallMarket.BOOK;
import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.EXCHANGE;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.exchange.ExchangeSpec;
import catallaxy.environment.market.trading.SmallMarket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bound of a market maker's inventory, whatever the time between its decisions and their effects. */
class MakerBoundTest {
    private static final double DUST = 1e-9;

    /** What a market between a maker and a crowd is like. */
    private record Setting(
            double latencySeconds, double jitter, double cadenceSeconds, double max, double size, double perSecond) {
        static Setting random(RandomStream random) {
            return new Setting(
                    10 * Math.pow(random.nextDouble(), 3),
                    2 * random.nextDouble(),
                    0.1 + 4 * random.nextDouble(),
                    0.5 + 4 * random.nextDouble(),
                    0.1 + 3 * random.nextDouble(),
                    0.2 + 3 * random.nextDouble());
        }

        MarketSpec spec() {
            EngineSpec plain = new SmallMarket().engine();
            ExchangeSpec exchange =
                    new ExchangeSpec("exchange", 100, 400, nanos(latencySeconds), jitter, 2, 60 * SECOND);
            EngineSpec engine = new EngineSpec(
                    plain.assets(),
                    plain.quoteAsset(),
                    plain.chains(),
                    List.of(exchange),
                    plain.venues(),
                    plain.bridges(),
                    plain.world());
            RoleSpec role = new RoleSpec.MarketMaker(BOOK, max, size, 100, 0, 60 * SECOND);
            SeatSpec maker = new SeatSpec(
                    "maker",
                    role,
                    nanos(cadenceSeconds),
                    nanos(cadenceSeconds),
                    0,
                    SmallMarket.everywhere(1_000_000, 500));
            return new MarketSpec("bound", 240 * SmallMarket.HOUR, engine, List.of(), List.of(maker));
        }
    }

    private static long nanos(double seconds) {
        return (long) (seconds * SECOND);
    }

    /** A maker in a crowd that takes what it shows, at random; watched at every event. */
    private static final class Watch {
        private final Setting setting;
        private final SeatedMarket seated;
        private final RandomStream random;
        private double last;
        private double bought;
        private double sold;
        private double farthest;
        private double farthestPossible;

        Watch(Setting setting, long seed) {
            this.setting = setting;
            seated = new SeatedMarket(setting.spec(), seed);
            random = RandomStream.of(seed, "crowd");
            seated.afterEvent = this::look;
        }

        private void look() {
            double inventory = seated.market.totalHolding(maker(), ETH) - 1_500;
            bought += Math.max(0, inventory - last);
            sold += Math.max(0, last - inventory);
            last = inventory;
            farthest = Math.max(farthest, Math.abs(inventory));
            farthestPossible = Math.max(farthestPossible, inventory + exposure(Side.BUY));
            farthestPossible = Math.max(farthestPossible, -inventory + exposure(Side.SELL));
        }

        private int maker() {
            return seated.seat(0).participant();
        }

        private double exposure(Side side) {
            return seated.market.exposedLots(maker(), BOOK, side) * seated.market.lotSize(BOOK);
        }

        /** Asks of the maker ever new quotes of full size. */
        private double[] decision() {
            double bid = 1 + 20 * random.nextDouble();
            return new double[] {bid, 1 + 20 * random.nextDouble(), 1, 1};
        }

        void run(double seconds) {
            long end = seated.market.timeNanos() + nanos(seconds);
            for (int id = 0; seated.market.timeNanos() < end; id++) {
                double wait = random.nextExponential() / setting.perSecond();
                seated.runUntil(
                        Math.min(end, seated.market.timeNanos() + nanos(wait) + 1), (agent, values) -> decision());
                take(id);
            }
        }

        /** Somebody takes from either side, more of one than of the other for minutes. */
        private void take(int id) {
            boolean buying = seated.market.timeNanos() / (100 * SECOND) % 2 == 0;
            Side side = random.nextDouble() < 0.8 == buying ? Side.BUY : Side.SELL;
            long lots = seated.market.toLots(BOOK, 0.001 + setting.size() * 2 * random.nextDouble());
            seated.market.submit(
                    seated.outsider(),
                    new MarketCommand.PlaceOrder(BOOK, side, TimeInForce.IOC, id, MarketCommand.ANY_PRICE, lots));
        }
    }

    @Test
    void noEventTakesTheInventoryBeyondItsBound() {
        for (int seed = 0; seed < 30; seed++) {
            Setting setting = Setting.random(RandomStream.of(seed, "setting"));
            Watch watch = new Watch(setting, seed);
            watch.run(400);
            assertThat(watch.farthest).as("seed %d, %s", seed, setting).isLessThanOrEqualTo(setting.max() + DUST);
            assertThat(watch.farthestPossible)
                    .as("with all that may fill, seed %d, %s", seed, setting)
                    .isLessThanOrEqualTo(setting.max() + DUST);
            assertThat(Math.min(watch.bought, watch.sold))
                    .as("bought and sold, seed %d, %s", seed, setting)
                    .isGreaterThan(setting.size() / 2);
        }
    }

    /** The crowd can always take it to the bound: it is the bound that holds, and not idleness. */
    @Test
    void theWholeBoundIsUsed() {
        for (double latency : new double[] {0, 0.05, 1, 10}) {
            Setting setting = new Setting(latency, 0.1, 1, 2, 2, 5);
            Watch watch = new Watch(setting, 1);
            watch.run(1_000);
            assertThat(watch.farthest).as("latency %s", latency).isCloseTo(2, within(DUST));
            assertThat(watch.bought).as("latency %s", latency).isGreaterThan(8);
            assertThat(watch.sold).as("latency %s", latency).isGreaterThan(8);
        }
    }

    @Test
    void aScaleThatIsLoweredMidwayLeavesTheBoundAndShrinksWhatIsQuoted() {
        for (int seed = 0; seed < 10; seed++) {
            Setting setting = Setting.random(RandomStream.of(seed, "scaled"));
            Watch watch = new Watch(setting, seed);
            for (double scale : new double[] {1, 0.3, 0.05, 0.7, 1}) {
                watch.seated.seat(0).limit(9, scale);
                watch.run(80);
                // Everything that was decided before has arrived by then.
                assertThat(watch.farthest).as("seed %d, %s", seed, setting).isLessThanOrEqualTo(setting.max() + DUST);
            }
            assertThat(watch.farthestPossible).isLessThanOrEqualTo(setting.max() + DUST);
        }
    }

    @Test
    void afterAHaltItQuotesOnlyTheSideThatLeadsBack() {
        Watch watch = new Watch(new Setting(0.05, 0, 1, 2, 1, 1), 3);
        watch.run(50);
        watch.seated.seat(0).limit(9, 0);
        watch.seated.show(Side.BUY, 1_999, 700, 1_000_000);
        watch.seated.runUntil(watch.seated.market.timeNanos() + 100 * SECOND, (agent, values) -> SeatedMarket.NOTHING);
        assertThat(watch.seated.market.holding(watch.maker(), EXCHANGE, ETH)).isLessThan(1);
        watch.seated.seat(0).limit(9, 1);
        boolean[] mask = new boolean[4];
        watch.seated.roles.getFirst().mask(watch.seated.market, watch.seated.seat(0), mask);
        assertThat(mask).as("far below its bound it only buys").containsExactly(true, false, true, false);
        watch.seated.runUntil(
                watch.seated.market.timeNanos() + 3 * SECOND, (agent, values) -> new double[] {5, 5, 1, 1});
        assertThat(watch.exposure(Side.BUY)).isCloseTo(1, within(DUST));
        assertThat(watch.exposure(Side.SELL)).isZero();
    }

    /** With the whole bound in one quote, a new price has to wait for the cancellation; the quote then comes back. */
    @Test
    void aQuoteThatFillsTheBoundIsMovedInTwoSteps() {
        SeatedMarket seated = new SeatedMarket(new Setting(0.5, 0, 10, 2, 2, 1).spec(), 1);
        int maker = seated.seat(0).participant();
        seated.runUntil(12 * SECOND, (agent, values) -> new double[] {10, 10, 1, 1});
        assertThat(seated.market.bestBid(BOOK)).isCloseTo(1_998, within(1e-6));
        seated.runUntil(20 * SECOND, (agent, values) -> new double[] {20, 10, 1, 1});
        assertThat(seated.market.exposedLots(maker, BOOK, Side.BUY))
                .as("cancellation under way")
                .isEqualTo(2_000);
        assertThat(seated.market.lotsUnderWay(maker, BOOK, Side.BUY)).isZero();
        assertThat(seated.market.exposedLots(maker, BOOK, Side.SELL))
                .as("left alone")
                .isEqualTo(2_000);
        seated.runUntil(21 * SECOND, (agent, values) -> new double[] {20, 10, 1, 1});
        assertThat(seated.value(0, "bid_exposure")).isZero();
        assertThat(seated.value(0, "ask_exposure")).isCloseTo(2, within(DUST));
        seated.runUntil(31 * SECOND, (agent, values) -> new double[] {20, 10, 1, 1});
        assertThat(seated.market.bestBid(BOOK)).isCloseTo(1_996, within(1e-6));
        assertThat(seated.value(0, "bid_exposure")).isCloseTo(2, within(DUST));
    }

    @Test
    void aQuoteWithRoomBesideItIsMovedAtOnce() {
        SeatedMarket seated = new SeatedMarket(new Setting(0.5, 0, 10, 5, 2, 1).spec(), 1);
        int maker = seated.seat(0).participant();
        seated.runUntil(12 * SECOND, (agent, values) -> new double[] {10, 10, 1, 1});
        seated.runUntil(20 * SECOND, (agent, values) -> new double[] {20, 10, 1, 1});
        assertThat(seated.market.exposedLots(maker, BOOK, Side.BUY)).isEqualTo(4_000);
        seated.runUntil(21 * SECOND, (agent, values) -> new double[] {20, 10, 1, 1});
        assertThat(seated.market.exposedLots(maker, BOOK, Side.BUY)).isEqualTo(2_000);
        assertThat(seated.market.bestBid(BOOK)).isCloseTo(1_996, within(1e-6));
    }

    /** Quotes of 2 in a bound of 3: the moved one is as large as what the one before leaves, and full at the next epoch. */
    @Test
    void aMovedQuoteIsCutToTheRoomThatTheOneBeforeLeaves() {
        SeatedMarket seated = new SeatedMarket(new Setting(0.5, 0, 10, 3, 2, 1).spec(), 1);
        int maker = seated.seat(0).participant();
        seated.runUntil(12 * SECOND, (agent, values) -> new double[] {10, 10, 1, 1});
        seated.runUntil(20 * SECOND, (agent, values) -> new double[] {20, 10, 1, 1});
        assertThat(seated.market.exposedLots(maker, BOOK, Side.BUY)).isEqualTo(3_000);
        seated.runUntil(29 * SECOND, (agent, values) -> new double[] {20, 10, 1, 1});
        assertThat(seated.market.exposedLots(maker, BOOK, Side.BUY)).isEqualTo(1_000);
        seated.runUntil(39 * SECOND, (agent, values) -> new double[] {20, 10, 1, 1});
        assertThat(seated.market.exposedLots(maker, BOOK, Side.BUY)).isEqualTo(2_000);
    }
}
