package catallaxy.environment.market.arbitrage;

import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static catallaxy.environment.market.trading.SmallMarket.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.BundleItem;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.api.venue.LimitOrderBook;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trading.SmallMarket;
import catallaxy.environment.market.venue.uniswapv3.UniswapV3Spec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cycles of a market of two chains and an exchange: which there are, and that the market settles what their sizes promise. */
final class MarketCyclesTest {
    private final MarketEngine market = MarketEngine.of(
            new SmallMarket()
                    .priceB(2_100)
                    .venue(new UniswapV3Spec("v3", 0, ETH, USDC, units(500, 18), units(1.05e6, 6), 500, 10, 0, 1, 0, 1))
                    .engine(),
            1);
    private final int who = market.openParticipant("who", SmallMarket.everywhere(1e7, 1e4));

    private List<Cycle> cycles() {
        return Cycles.of(Conversions.of(market, who), 4, 1);
    }

    private static MarketCommand order(long id, long ticks, long lots) {
        return new MarketCommand.PlaceOrder(
                SmallMarket.BOOK,
                Side.SELL,
                TimeInForce.GTC,
                id,
                ticks,
                lots,
                MarketCommand.ALL_SHOWN,
                MarketCommand.NO_STOP);
    }

    private void run(long nanos) {
        long end = market.timeNanos() + nanos;
        while (market.hasEventUntil(end)) {
            market.advance();
        }
    }

    @Test
    void theMarketSettlesASizeToTheUnit() {
        for (Cycle cycle : cycles()) {
            if (cycle.isAtomic()) {
                Cycle round = cycle.beginningWith(USDC);
                SizedCycle sized = SizedCycle.of(round, RoundTerms.free(6)).orElseThrow();
                UInt256 before = market.holdings(who).balance(0, USDC);
                Call call = sized.call().orElseThrow();
                market.submit(who, market.transaction(0, call, market.timeNanos() + SmallMarket.HOUR));
                run(30 * SmallMarket.SECOND);
                UInt256 after = market.holdings(who).balance(0, USDC);
                assertThat(after.toBigInteger().subtract(before.toBigInteger())).isEqualTo(sized.gain());
                assertThat(sized.gain()).isPositive();
                assertThat(SizedCycle.of(round, new RoundTerms(6, UInt256.MAX, UInt256.of(100), LoanFee.NONE)))
                        .as("nothing worth a hundred units is left")
                        .isEmpty();
                return;
            }
        }
        throw new AssertionError("no atomic cycle");
    }

    /** A hundred units are put in, and the venue's own trial agrees with what it quotes. */
    @Test
    void quotesAreWhatATrialGives() {
        for (Conversion each : Conversions.of(market, who)) {
            if (each instanceof VenueSwap swap && swap.from().place() == 0) {
                UInt256 in = units(swap.assetIn() == ETH ? 3.25 : 7_777.123, swap.assetIn() == ETH ? 18 : 6);
                Call call = new Call.Swap(List.of(swap.venue()), swap.assetIn(), in, UInt256.ZERO);
                UInt256 given = market.chain(0)
                        .simulate(
                                who,
                                List.of(new BundleItem.Own(
                                        call,
                                        MarketCommand.ENOUGH_GAS,
                                        2 * market.chain(0).baseFeeWei(),
                                        0)))
                        .given()
                        .getFirst();
                assertThat(swap.outUnits(in)).as(swap.by()).isEqualTo(given);
                double whole = WholeUnits.whole(market, swap.to().asset(), given);
                double paid = WholeUnits.whole(market, swap.assetIn(), in);
                assertThat(swap.out(paid)).isCloseTo(whole, within(1e-5 * whole));
                assertThat(swap.out(swap.inTo(0.98 * swap.rate()))).isPositive();
            }
        }
    }

    @Test
    void chainsAreJoinedByTheBridgeAndByWhatOneHas() {
        List<Conversion> all = Conversions.of(market, who);
        assertThat(all).hasAtLeastOneElementOfType(BridgeCrossing.class).hasAtLeastOneElementOfType(OwnStock.class);
        List<Cycle> crossing = cycles().stream()
                .filter(cycle -> cycle.legs().stream().anyMatch(BridgeCrossing.class::isInstance))
                .toList();
        assertThat(crossing).isNotEmpty().allMatch(cycle -> !cycle.isAtomic() && cycle.delayNanos() > 0);
        assertThat(crossing.getFirst().call(UInt256.ONE, UInt256.ONE)).isEmpty();
    }

    @Test
    void aBridgeTakesItsFee() {
        BridgeCrossing crossing = new BridgeCrossing(market, 0, USDC, 0, 1);
        assertThat(crossing.rate()).isCloseTo(0.9999, within(1e-5));
        assertThat(crossing.out(100)).isCloseTo(99.99, within(1e-6));
        assertThat(crossing.outUnits(units(100, 6))).isBetween(UInt256.of(99_989_999), UInt256.of(99_990_000));
        assertThat(crossing.delayNanos()).isGreaterThanOrEqualTo(120 * SmallMarket.SECOND);
        assertThat(crossing.inTo(0.99995)).isZero();
        assertThat(crossing.inTo(0.9)).isPositive();
        assertThat(crossing.gasQuote()).isPositive();
    }

    @Test
    void aBookIsTakenLevelByLevelInLots() {
        int maker = market.openParticipant("maker", SmallMarket.everywhere(1e7, 1e4));
        market.submit(maker, order(1, 195_000, 10));
        market.submit(maker, order(2, 196_000, 20));
        run(SmallMarket.SECOND);
        BookTake buy = new BookTake(market, who, SmallMarket.BOOK, Side.BUY);
        assertThat(buy.rate()).isPositive();
        double all = buy.inTo(0);
        double lots = market.offered(SmallMarket.BOOK, LimitOrderBook.class).lotSize();
        assertThat(buy.out(all)).isCloseTo(30 * lots, within(1e-9));
        assertThat(buy.out(2 * all)).isEqualTo(buy.out(all));
        assertThat(WholeUnits.whole(market, ETH, buy.outUnits(units(all * 0.51, 6))))
                .as("whole lots")
                .isCloseTo(15 * lots, within(1e-15));
        assertThat(new BookTake(market, maker, SmallMarket.BOOK, Side.BUY).rate())
                .as("its own")
                .isZero();
    }
}
