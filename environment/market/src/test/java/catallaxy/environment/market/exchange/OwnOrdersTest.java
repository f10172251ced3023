package catallaxy.environment.market.exchange;

import static catallaxy.environment.market.engine.TestMarket.ETH;
import static catallaxy.environment.market.engine.TestMarket.ETH_BOOK;
import static catallaxy.environment.market.engine.TestMarket.SPOT;
import static catallaxy.environment.market.engine.TestMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.engine.TestMarket;
import catallaxy.environment.market.trace.BookEvent;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever has resting orders and sends a market order trades with others, as if the own orders were not there. */
class OwnOrdersTest {
    private static final long SECOND = 1_000_000_000L;

    private final MarketEngine market = MarketEngine.of(TestMarket.spec(0, 0), 1);
    private final int me = market.openParticipant("me", TestMarket.plenty());
    private final int other = market.openParticipant("other", TestMarket.plenty());
    private final List<BookEvent.OrderFilled> fills = new ArrayList<>();
    private final List<String> rejections = new ArrayList<>();
    private long nextId;
    private long seconds;

    OwnOrdersTest() {
        market.observe(event -> {
            if (event instanceof BookEvent.OrderFilled fill) {
                fills.add(fill);
            } else if (event instanceof MarketEvent.CommandRejected rejected) {
                rejections.add(rejected.reason());
            }
        });
    }

    private long send(int participant, Side side, TimeInForce force, long ticks, long lots) {
        long id = nextId++;
        market.submit(participant, new MarketCommand.PlaceOrder(ETH_BOOK, side, force, id, ticks, lots));
        settle();
        return id;
    }

    private void settle() {
        seconds++;
        while (market.hasEventUntil(seconds * SECOND)) {
            market.advance();
        }
        assertThat(market.checkConservation().violations()).isEmpty();
    }

    private long rest(int participant, Side side, long ticks, long lots) {
        return send(participant, side, TimeInForce.GTC, ticks, lots);
    }

    private void marketOrder(Side side, TimeInForce force, long lots) {
        send(me, side, force, MarketCommand.ANY_PRICE, lots);
    }

    private List<Long> prices() {
        return fills.stream().map(BookEvent.OrderFilled::priceTicks).toList();
    }

    private long filled() {
        return fills.stream().mapToLong(BookEvent.OrderFilled::lots).sum();
    }

    @ParameterizedTest
    @EnumSource(names = {"IOC", "FOK"})
    void aMarketBuyFillsAtTheNextPriceBehindTheOwnBestAsk(TimeInForce force) {
        long own = rest(me, Side.SELL, 200_000, 10);
        rest(other, Side.SELL, 200_100, 10);
        marketOrder(Side.BUY, force, 10);
        assertThat(rejections).isEmpty();
        assertThat(prices()).containsExactly(200_100L);
        assertThat(filled()).isEqualTo(10);
        assertThat(market.openLots(me, ETH_BOOK, own))
                .as("self-trade prevention")
                .isZero();
        assertThat(market.totalHolding(me, ETH)).isEqualTo(3_000.001);
    }

    @ParameterizedTest
    @EnumSource(names = {"IOC", "FOK"})
    void aMarketSaleFillsAtTheNextPriceBehindTheOwnBestBid(TimeInForce force) {
        rest(me, Side.BUY, 199_900, 10);
        rest(other, Side.BUY, 199_800, 4);
        rest(other, Side.BUY, 199_700, 10);
        marketOrder(Side.SELL, force, 10);
        assertThat(prices()).containsExactly(199_800L, 199_700L);
        assertThat(filled()).isEqualTo(10);
    }

    @Test
    void ownOrdersInTheMiddleOfTheSweepDoNotShortenIt() {
        rest(other, Side.SELL, 200_000, 3);
        rest(me, Side.SELL, 200_000, 50);
        rest(other, Side.SELL, 200_000, 2);
        rest(me, Side.SELL, 200_010, 50);
        rest(other, Side.SELL, 200_020, 5);
        rest(me, Side.SELL, 200_020, 1);
        long behind = rest(me, Side.SELL, 200_030, 5);
        marketOrder(Side.BUY, TimeInForce.FOK, 10);
        assertThat(filled()).isEqualTo(10);
        assertThat(prices()).containsExactly(200_000L, 200_000L, 200_020L);
        assertThat(market.openLots(me, ETH_BOOK, behind)).as("not reached").isEqualTo(5);
    }

    @Test
    void takesWhatOthersOfferAndLeavesOwnOrdersBehindItAlone() {
        rest(other, Side.SELL, 200_000, 3);
        long behind = rest(me, Side.SELL, 200_010, 50);
        marketOrder(Side.BUY, TimeInForce.IOC, 10);
        assertThat(filled()).isEqualTo(3);
        assertThat(market.openLots(me, ETH_BOOK, behind)).isEqualTo(50);
        rest(other, Side.SELL, 200_000, 3);
        marketOrder(Side.BUY, TimeInForce.FOK, 10);
        assertThat(rejections).containsExactly("FILL_OR_KILL_NOT_FILLED");
        assertThat(filled()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(names = {"IOC", "FOK"})
    void aSideOfOwnOrdersAloneHasNoLiquidity(TimeInForce force) {
        long own = rest(me, Side.SELL, 200_000, 10);
        marketOrder(Side.BUY, force, 10);
        assertThat(rejections).containsExactly("NO_LIQUIDITY");
        assertThat(market.openLots(me, ETH_BOOK, own)).isEqualTo(10);
        marketOrder(Side.SELL, force, 1);
        assertThat(rejections).containsExactly("NO_LIQUIDITY", "NO_LIQUIDITY");
    }

    @Test
    void theHoldIsAtTheOthersPrice() {
        MarketEngine poor = MarketEngine.of(TestMarket.spec(0, 0), 1);
        int buyer = poor.openParticipant(
                "buyer",
                List.of(
                        new Endowment(SPOT, ETH, TestMarket.units(ETH, "1")),
                        new Endowment(SPOT, USDC, TestMarket.units(USDC, "2.1"))));
        int seller = poor.openParticipant("seller", TestMarket.plenty());
        poor.submit(buyer, new MarketCommand.PlaceOrder(ETH_BOOK, Side.SELL, TimeInForce.GTC, 1, 1, 10));
        poor.submit(seller, new MarketCommand.PlaceOrder(ETH_BOOK, Side.SELL, TimeInForce.GTC, 1, 200_000, 10));
        run(poor, SECOND);
        poor.submit(buyer, new MarketCommand.PlaceOrder(ETH_BOOK, Side.BUY, TimeInForce.IOC, 2, 0, 11));
        run(poor, 2 * SECOND);
        assertThat(poor.totals(buyer).rejected()).as("11 lots cost 2.2").isEqualTo(1);
        poor.submit(buyer, new MarketCommand.PlaceOrder(ETH_BOOK, Side.BUY, TimeInForce.IOC, 3, 0, 10));
        run(poor, 3 * SECOND);
        assertThat(poor.totals(buyer).fills()).isEqualTo(1);
        assertThat(poor.holding(buyer, SPOT, USDC))
                .isEqualTo(2.1 - 2.0 - 0.0008, org.assertj.core.api.Assertions.within(1e-9));
    }

    private static void run(MarketEngine market, long until) {
        while (market.hasEventUntil(until)) {
            market.advance();
        }
    }

    @Test
    void aReplacementThatReachesOwnAndOthersOrdersTradesWithTheOthers() {
        long bid = rest(me, Side.BUY, 199_000, 10);
        long ask = rest(me, Side.SELL, 200_000, 10);
        rest(other, Side.SELL, 200_100, 4);
        market.submit(me, new MarketCommand.ReplaceOrder(ETH_BOOK, bid, 200_100, 6));
        settle();
        assertThat(prices()).containsExactly(200_100L);
        assertThat(filled()).isEqualTo(4);
        assertThat(market.openLots(me, ETH_BOOK, ask)).isZero();
        assertThat(market.openLots(me, ETH_BOOK, bid)).as("what is left rests").isEqualTo(2);
    }

    /** Fills of random market orders in random books of three owners against what the others' orders add up to. */
    @Test
    void fillsWhatOthersOfferWhateverTheBook() {
        long passedOver = 0;
        for (int seed = 0; seed < 60; seed++) {
            OwnOrdersTest each = new OwnOrdersTest();
            passedOver += each.sweepRandomBook(RandomStream.of(seed, "test/own-orders"), seed);
        }
        assertThat(passedOver).as("own orders were in the way").isGreaterThan(100);
    }

    private long sweepRandomBook(RandomStream random, int seed) {
        Side taken = random.nextBoolean(0.5) ? Side.SELL : Side.BUY;
        long mine = 0;
        long theirs = 0;
        for (int order = 0; order < 12; order++) {
            boolean own = random.nextBoolean(0.5);
            long lots = 1L + random.nextInt(9);
            long offset = random.nextInt(6);
            rest(own ? me : other, taken, taken == Side.SELL ? 200_001 + offset : 199_999 - offset, lots);
            mine += own ? lots : 0;
            theirs += own ? 0 : lots;
        }
        TimeInForce force = random.nextBoolean(0.5) ? TimeInForce.IOC : TimeInForce.FOK;
        long wanted = 1L + random.nextInt(60);
        marketOrder(taken.opposite(), force, wanted);
        long expected = force == TimeInForce.FOK && wanted > theirs ? 0 : Math.min(wanted, theirs);
        assertThat(filled()).as("seed %d", seed).isEqualTo(expected);
        assertThat(fills).as("seed %d", seed).allMatch(fill -> fill.maker() == other && fill.taker() == me);
        return mine;
    }
}
