package catallaxy.environment.market.engine;

import static catallaxy.environment.market.engine.TestMarket.ETH;
import static catallaxy.environment.market.engine.TestMarket.ETH_BOOK;
import static catallaxy.environment.market.engine.TestMarket.ETH_MAINNET;
import static catallaxy.environment.market.engine.TestMarket.MAINNET;
import static catallaxy.environment.market.engine.TestMarket.SPOT;
import static catallaxy.environment.market.engine.TestMarket.USDC;
import static catallaxy.environment.market.engine.TestMarket.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.world.DiffusionSpec;
import catallaxy.environment.market.world.WorldSpec;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Equity is at prices that nobody's trades move. The world of these tests stands still at 2,000 for ETH and 40,000 for BTC, so that
 * every gain is a trade's own.
 */
class MarksTest {
    private static final double PRICE = 2_000;
    private static final double FEE = 0.0004;
    private static final long SECOND = 1_000_000_000L;
    /** What doubles lose of an equity of ten millions. */
    private static final double ROUNDING = 1e-6;

    private final MarketEngine market = still(1);
    private final int agent = market.openParticipant("agent", TestMarket.plenty());
    private final int others = market.openParticipant("others", TestMarket.plenty());
    private long orders;

    private static MarketEngine still(long seed) {
        return MarketEngine.of(TestMarket.spec(0, 0.2), seed);
    }

    private void order(int who, Side side, TimeInForce force, double price, double eth) {
        long ticks = price == 0 ? MarketCommand.ANY_PRICE : market.toTicks(ETH_BOOK, price);
        market.submit(
                who,
                new MarketCommand.PlaceOrder(ETH_BOOK, side, force, orders++, ticks, market.toLots(ETH_BOOK, eth)));
        pass(1);
    }

    private void call(int who, Call call) {
        market.submit(who, market.transaction(MAINNET, call, MarketCommand.NO_DEADLINE));
        pass(60);
        assertThat(market.totals(who).reverted()).isZero();
    }

    private void pass(long seconds) {
        long until = market.timeNanos() + seconds * SECOND;
        while (market.hasEventUntil(until)) {
            market.advance();
        }
    }

    private double gas(int who) {
        return market.totals(who).gasPaidQuote();
    }

    @Test
    void aPurchaseUpTheBookIsALossOfWhatWasPaidAboveTheWorldsPrice() {
        order(others, Side.BUY, TimeInForce.GTC, 1_999, 10);
        for (int i = 1; i <= 5; i++) {
            order(others, Side.SELL, TimeInForce.GTC, PRICE + 10 * i, 20);
        }
        order(others, Side.SELL, TimeInForce.GTC, 2_400, 20);
        double before = market.equity(agent);
        double shownBefore = market.equityAtVenues(agent);
        order(agent, Side.BUY, TimeInForce.IOC, 0, 100);
        double above = 20 * (10 + 20 + 30 + 40 + 50);
        double fees = FEE * (100 * PRICE + above);
        assertThat(market.totals(agent).fills()).isEqualTo(5);
        assertThat(market.equity(agent) - before).isCloseTo(-above - fees, within(ROUNDING));
        assertThat(market.equityAtVenues(agent) - shownBefore)
                .as("at the mid-price that the purchase has moved")
                .isGreaterThan(100_000);
    }

    @Test
    void aSaleDownTheBookIsALossOfWhatWasMissedBelowTheWorldsPrice() {
        order(others, Side.SELL, TimeInForce.GTC, 2_001, 10);
        order(others, Side.BUY, TimeInForce.GTC, 1_990, 30);
        order(others, Side.BUY, TimeInForce.GTC, 1_980, 30);
        double before = market.equity(agent);
        order(agent, Side.SELL, TimeInForce.IOC, 0, 60);
        double fees = FEE * 30 * (1_990 + 1_980);
        assertThat(market.equity(agent) - before).isCloseTo(-30 * (10 + 20) - fees, within(ROUNDING));
    }

    @Test
    void aPurchaseBelowTheWorldsPriceIsAGain() {
        order(others, Side.SELL, TimeInForce.GTC, 1_950, 10);
        double before = market.equity(agent);
        order(agent, Side.BUY, TimeInForce.IOC, 0, 10);
        assertThat(market.equity(agent) - before).isCloseTo(10 * 50 - FEE * 10 * 1_950, within(ROUNDING));
    }

    @Test
    void quotesThatMoveTheMiddleChangeNothing() {
        order(others, Side.BUY, TimeInForce.GTC, 1_500, 10);
        order(others, Side.SELL, TimeInForce.GTC, 2_500, 10);
        double before = market.equity(agent);
        double shownBefore = market.equityAtVenues(agent);
        order(agent, Side.BUY, TimeInForce.POST_ONLY, 2_490, 0.001);
        assertThat(market.price(ETH_BOOK)).isCloseTo(2_495, within(1e-6));
        assertThat(market.equity(agent)).isCloseTo(before, within(ROUNDING));
        assertThat(market.equityAtVenues(agent) - shownBefore)
                .as("the middle went from 2,000 to 2,495")
                .isCloseTo(495 * market.totalHolding(agent, ETH), within(1.0));
    }

    @Test
    void anEmptiedSideChangesNothing() {
        order(others, Side.BUY, TimeInForce.GTC, 1_990, 1);
        order(others, Side.SELL, TimeInForce.GTC, 2_000, 1);
        double before = market.equity(agent);
        order(agent, Side.BUY, TimeInForce.IOC, 0, 1);
        assertThat(market.bestAsk(ETH_BOOK)).isNaN();
        assertThat(market.equity(agent) - before).isCloseTo(-FEE * PRICE, within(ROUNDING));
    }

    @Test
    void tradesWithOneselfUnderAnotherNameLoseTheFees() {
        int second = market.openParticipant("second", TestMarket.plenty());
        ToDoubleFunction<MarketEngine> both = now -> now.equity(agent) + now.equity(second);
        double before = both.applyAsDouble(market);
        for (int i = 0; i < 5; i++) {
            order(second, Side.SELL, TimeInForce.GTC, 2_000 + 100 * i, 1);
            order(agent, Side.BUY, TimeInForce.IOC, 0, 1);
        }
        double paid =
                market.totals(agent).feesPaidQuote() + market.totals(second).feesPaidQuote();
        assertThat(paid).isPositive();
        assertThat(both.applyAsDouble(market) - before).isCloseTo(-paid, within(ROUNDING));
    }

    @Test
    void aSwapIsALossOfImpactAndFee() {
        double before = market.equity(agent);
        double shownBefore = market.equityAtVenues(agent);
        call(agent, new Call.Swap(List.of(ETH_MAINNET), USDC, units(USDC, "1000000"), UInt256.ZERO));
        double effective = 1_000_000 * 0.997;
        double received = 1_000 * effective / (2_000_000 + effective);
        assertThat(market.equity(agent) - before + gas(agent)).isCloseTo(received * PRICE - 1_000_000, within(0.01));
        assertThat(market.equityAtVenues(agent))
                .as("an asset with a book is shown at its book")
                .isLessThan(shownBefore);
    }

    @Test
    void liquiditySharesAreWorthTheirPartOfTheReservesAtTheWorldsPrice() {
        double before = market.equity(agent);
        call(
                agent,
                new Call.AddLiquidity(
                        ETH_MAINNET, units(ETH, "100"), units(USDC, "200000"), UInt256.ZERO, UInt256.ZERO));
        assertThat(market.shares(agent, ETH_MAINNET).isZero()).isFalse();
        assertThat(market.equity(agent) - before + gas(agent)).isCloseTo(0, within(0.01));
    }

    /** The closed form: a part s of 2 √(x y) at the prices of the world; x y has grown by the fee alone. */
    @Test
    void swapsOfOthersLeaveTheSharesWorthWhatTheyWereAndTheFee() {
        call(
                agent,
                new Call.AddLiquidity(
                        ETH_MAINNET, units(ETH, "900"), units(USDC, "1800000"), UInt256.ZERO, UInt256.ZERO));
        double before = market.equity(agent);
        double shownBefore = market.equityAtVenues(agent);
        call(others, new Call.Swap(List.of(ETH_MAINNET), ETH, units(ETH, "900"), UInt256.ZERO));
        double x = market.liquidity(ETH_MAINNET).base();
        double y = market.liquidity(ETH_MAINNET).quote();
        double part = market.shares(agent, ETH_MAINNET).doubleValue()
                / market.liquidity(ETH_MAINNET).totalShares().doubleValue();
        assertThat(part).isCloseTo(9.0 / 19, within(1e-3));
        double growth = part * 2 * (Math.sqrt(x * y * PRICE) - 1_900 * PRICE);
        assertThat(growth).isPositive();
        assertThat(market.equity(agent) - before).isCloseTo(growth, within(1.0));
        assertThat(market.equityAtVenues(agent) - shownBefore)
                .as("at the present reserves the shares gain what the swap has lost")
                .isGreaterThan(10 * growth);
    }

    @Test
    void anOwnerOfSharesGainsNothingByMovingThePool() {
        call(
                agent,
                new Call.AddLiquidity(
                        ETH_MAINNET, units(ETH, "900"), units(USDC, "1800000"), UInt256.ZERO, UInt256.ZERO));
        double before = market.equity(agent) + gas(agent);
        call(agent, new Call.Swap(List.of(ETH_MAINNET), USDC, units(USDC, "150000"), UInt256.ZERO));
        assertThat(market.equity(agent) + gas(agent)).isLessThan(before);
    }

    @Test
    void whatIsOnItsWayCounts() {
        double before = market.equity(agent);
        market.submit(agent, new MarketCommand.Withdraw(0, MAINNET, ETH, units(ETH, "10")));
        pass(5);
        assertThat(market.holding(agent, SPOT, ETH)).isLessThan(1_000);
        assertThat(market.equity(agent)).isCloseTo(before - market.totals(agent).feesPaidQuote(), within(ROUNDING));
    }

    @Test
    void anAssetThatTheWorldDoesNotKnowIsAtThePriceThatVenuesShow() {
        EngineSpec known = TestMarket.spec(0, 0);
        EngineSpec spec = new EngineSpec(
                known.assets(),
                known.quoteAsset(),
                known.chains(),
                known.exchanges(),
                known.venues(),
                known.bridges(),
                WorldSpec.independent(SECOND, List.of(new DiffusionSpec("BTC", 41_000, 0, 0))));
        MarketEngine without = MarketEngine.of(spec, 1);
        int owner = without.openParticipant(
                "owner",
                List.of(
                        new Endowment(MAINNET, ETH, units(ETH, "1")),
                        new Endowment(MAINNET, TestMarket.BTC, units(TestMarket.BTC, "1"))));
        assertThat(without.equity(owner)).as("no venue shows a price").isCloseTo(41_000, within(1e-9));
        int others = without.openParticipant("others", TestMarket.plenty());
        quote(without, others, Side.BUY, 1_890, 1);
        quote(without, others, Side.SELL, 1_910, 2);
        assertThat(without.price(ETH_BOOK)).isCloseTo(1_900, within(1e-9));
        assertThat(without.equity(owner)).isCloseTo(42_900, within(1e-6));
    }

    private static void quote(MarketEngine market, int who, Side side, double price, long id) {
        market.submit(
                who,
                new MarketCommand.PlaceOrder(
                        ETH_BOOK,
                        side,
                        TimeInForce.GTC,
                        id,
                        market.toTicks(ETH_BOOK, price),
                        market.toLots(ETH_BOOK, 1)));
        long until = market.timeNanos() + SECOND;
        while (market.hasEventUntil(until)) {
            market.advance();
        }
    }

    /** Alone with pools at the world's price there is nobody to gain from, whatever is traded, moved, posted or provided. */
    @Test
    void noCommandsRaiseTheEquityOfOneWhoIsAlone() {
        int shown = 0;
        for (long seed = 1; seed <= 60; seed++) {
            MarketEngine alone = still(seed);
            int who = alone.openParticipant("alone", TestMarket.plenty());
            double first = alone.equity(who);
            double firstShown = alone.equityAtVenues(who);
            RandomParticipants participants = new RandomParticipants(seed);
            double highest = 0;
            for (int i = 0; i < 1_500; i++) {
                participants.act(alone, 1);
                alone.advance();
                assertThat(alone.equity(who) - first)
                        .as("seed %d, event %d", seed, i)
                        .isLessThan(ROUNDING);
                highest = Math.max(highest, alone.equityAtVenues(who) - firstShown);
            }
            shown += highest > 1_000 ? 1 : 0;
        }
        assertThat(shown)
                .as("seeds in which the venues show a gain that is none")
                .isGreaterThan(20);
    }

    /** What one gains another loses: together nobody ever has more than at first, less fees and gas. */
    @Test
    void participantsTogetherNeverHaveMoreThanAtFirst() {
        for (long seed = 1; seed <= 15; seed++) {
            MarketEngine crowd = still(seed);
            double first = 0;
            for (int i = 0; i < 4; i++) {
                first += crowd.equity(crowd.openParticipant("p" + i, TestMarket.plenty()));
            }
            RandomParticipants participants = new RandomParticipants(seed);
            for (int i = 0; i < 2_000; i++) {
                participants.act(crowd, 4);
                crowd.advance();
                double together = 0;
                for (int each = 0; each < 4; each++) {
                    together += crowd.equity(each);
                }
                assertThat(together - first).as("seed %d, event %d", seed, i).isLessThan(1e-5);
            }
        }
    }
}
