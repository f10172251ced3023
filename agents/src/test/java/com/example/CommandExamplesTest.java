package com.example;

import static com.example.TinyMarket.AWAY;
import static com.example.TinyMarket.BOOK;
import static com.example.TinyMarket.DEAR_POOL;
import static com.example.TinyMarket.ETH;
import static com.example.TinyMarket.HOME;
import static com.example.TinyMarket.POOL;
import static com.example.TinyMarket.SPOT;
import static com.example.TinyMarket.USDC;
import static com.example.TinyMarket.units;
import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.Observation;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.api.venue.OpenOrder;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.trace.BookEvent;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trace.TransportEvent;
import catallaxy.environment.market.venue.uniswapv2.V2Pair;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of the command of each example on the page of commands, to the tick, lot and base unit. */
class CommandExamplesTest {
    private static final int OTHER = TinyMarket.SPEC.participant("other");
    private static final int MINE = TinyMarket.SPEC.participant("mine");
    private static final Endowment DOLLARS = new Endowment(AWAY, USDC, units(USDC, "50000"));

    private TinyMarket market = new TinyMarket();

    private static List<MarketCommand> nothing(Observation observation) {
        return List.of();
    }

    private static MarketCommand order(Side side, TimeInForce timeInForce, long id, long ticks, long lots) {
        return new MarketCommand.PlaceOrder(BOOK, side, timeInForce, id, ticks, lots);
    }

    /** An ask at 2001 and a bid at 1999. */
    private static List<MarketCommand> opening() {
        return List.of(
                order(Side.SELL, TimeInForce.GTC, 1, 200_100, 6_000),
                order(Side.BUY, TimeInForce.GTC, 2, 199_900, 9_000));
    }

    private List<String> rested() {
        return market.events(BookEvent.OrderRested.class).stream()
                .filter(event -> event.participant() == MINE)
                .map(event -> event.side() + " " + event.lots() + " at " + event.priceTicks())
                .toList();
    }

    private List<String> cancelled() {
        return market.events(BookEvent.OrderCancelled.class).stream()
                .filter(event -> event.participant() == MINE)
                .map(event -> event.clientOrderId() + " of " + event.lots() + " " + event.reason())
                .toList();
    }

    private List<String> executed() {
        return market.events(MarketEvent.TransactionExecuted.class).stream()
                .filter(event -> event.participant() == MINE)
                .map(event -> event.call() + " " + (event.succeeded() ? "ok" : event.reason()))
                .toList();
    }

    private List<MarketEvent.PoolSwapped> swaps() {
        return market.events(MarketEvent.PoolSwapped.class);
    }

    private List<TransportEvent.FundsArrived> arrived() {
        return market.events(TransportEvent.FundsArrived.class);
    }

    @Test
    void placeOrderRestsBehindTheBestBid() {
        Map<String, String> settings = Map.of("venue", "spot-ETH-USDC", "size", "0.3");
        market.run(JoinBest::new, settings, seen -> seen.epoch() == 0 ? opening() : List.of());
        assertThat(rested()).containsExactly("BUY 3000 at 199900");
        assertThat(market.environment.market().engine().orders(MINE, BOOK)).hasSize(1);
        assertThat(market.events(BookEvent.OrderFilled.class)).isEmpty();
    }

    /** 400 of 4 000 lots are seen; the bid of another trades between its first and its second slice. */
    @Test
    void showingHidesAllButASlice() {
        market = TinyMarket.withWashTrades();
        Map<String, String> settings = Map.of("venue", "spot-ETH-USDC", "size", "0.4", "price", "1999");
        market.run(HideSize::new, settings, seen -> switch ((int) seen.epoch()) {
            case 1 -> List.of(order(Side.BUY, TimeInForce.GTC, 1, 199_900, 100));
            case 3 -> List.of(order(Side.SELL, TimeInForce.IOC, 2, 199_900, 450));
            case 5 -> List.of(order(Side.SELL, TimeInForce.IOC, 3, 199_900, 250));
            default -> List.of();
        });
        assertThat(market.events(BookEvent.OrderFilled.class))
                .extracting(fill -> (fill.maker() == MINE ? "mine " : "other ") + fill.lots())
                .containsExactly("mine 400", "other 50", "other 50", "mine 200");
        assertThat(market.environment.market().engine().orders(MINE, BOOK))
                .containsExactly(new OpenOrder(1, Side.BUY, 199_900, 3_400, 200, 0));
    }

    /** It buys at 1999; a trade at 1989 is below its stop at 1990, and it sells to the next bid. */
    @Test
    void triggeredAtWaitsForATrade() {
        Map<String, String> settings = Map.of("venue", "spot-ETH-USDC", "size", "0.4", "price", "1999", "stop", "1990");
        market = TinyMarket.withWashTrades();
        market.run(StopLoss::new, settings, seen -> switch ((int) seen.epoch()) {
            case 1 -> List.of(order(Side.SELL, TimeInForce.IOC, 1, 199_900, 4_000));
            case 4 ->
                List.of(
                        order(Side.BUY, TimeInForce.GTC, 2, 198_900, 100),
                        order(Side.BUY, TimeInForce.GTC, 3, 198_800, 5_000),
                        order(Side.BUY, TimeInForce.GTC, 4, 199_500, 100));
            case 6 -> List.of(order(Side.SELL, TimeInForce.IOC, 5, 199_500, 50));
            case 8 -> List.of(order(Side.SELL, TimeInForce.IOC, 6, 198_900, 150));
            default -> List.of();
        });
        assertThat(market.events(BookEvent.StopTriggered.class))
                .extracting(BookEvent.StopTriggered::lastTicks)
                .containsExactly(198_900L);
        assertThat(market.events(BookEvent.OrderFilled.class).stream()
                        .filter(fill -> fill.taker() == MINE)
                        .map(fill -> fill.lots() + " at " + fill.priceTicks()))
                .containsExactly("4000 at 198800");
        assertThat(market.balance("mine", SPOT, ETH)).isEqualTo(UInt256.ZERO);
    }

    /** Another bid comes behind its own; the half that is left still fills first. Then somebody bids more. */
    @Test
    void replaceOrderKeepsThePlaceOfWhatBecomesSmaller() {
        Map<String, String> settings = Map.of("venue", "spot-ETH-USDC", "size", "0.4", "price", "1999");
        market.run(KeepPlace::new, settings, seen -> switch ((int) seen.epoch()) {
            case 1 -> List.of(order(Side.BUY, TimeInForce.GTC, 1, 199_900, 5_000));
            case 5 -> List.of(order(Side.SELL, TimeInForce.IOC, 2, MarketCommand.ANY_PRICE, 500));
            case 8 -> List.of(order(Side.BUY, TimeInForce.GTC, 3, 199_950, 700));
            default -> List.of();
        });
        assertThat(rested()).containsExactly("BUY 4000 at 199900", "BUY 2000 at 199900", "BUY 1500 at 199950");
        assertThat(market.events(BookEvent.OrderFilled.class))
                .extracting(fill -> fill.maker() + " " + fill.lots() + " at " + fill.priceTicks())
                .containsExactly(MINE + " 500 at 199900");
    }

    @Test
    void cancelOrderTakesABidOutThatOthersStandBefore() {
        Map<String, String> settings = Map.of("venue", "spot-ETH-USDC", "size", "0.4", "price", "1999");
        market.run(Impatient::new, settings, seen -> seen.epoch() == 0 ? opening() : List.of());
        assertThat(cancelled()).containsExactly("1 of 4000 REQUESTED");
        assertThat(market.balance("mine", SPOT, USDC)).isEqualTo(units(USDC, "100000"));
    }

    @Test
    void cancelAllOrdersTakesTheLadderOut() {
        Map<String, String> settings = Map.of("venue", "spot-ETH-USDC", "size", "0.4", "price", "1999");
        market.run(
                Retreat::new,
                settings,
                seen -> seen.epoch() == 5
                        ? List.of(order(Side.SELL, TimeInForce.IOC, 1, MarketCommand.ANY_PRICE, 1_000))
                        : List.of());
        assertThat(rested()).containsExactly("BUY 4000 at 199900", "BUY 4000 at 199800", "BUY 4000 at 199700");
        assertThat(cancelled()).containsExactly("0 of 3000 REQUESTED", "1 of 4000 REQUESTED", "2 of 4000 REQUESTED");
        assertThat(market.environment.market().engine().orders(MINE, BOOK)).isEmpty();
    }

    @Test
    void withdrawArrivesOnTheChain() {
        market.run(
                SendHome::new,
                Map.of("exchange", "spot", "chain", "home", "asset", "USDC", "amount", "2500"),
                CommandExamplesTest::nothing);
        assertThat(arrived()).singleElement().satisfies(event -> {
            assertThat(event.place()).isEqualTo(HOME);
            assertThat(event.amount()).isEqualTo(units(USDC, "2500"));
        });
        assertThat(market.balance("mine", SPOT, USDC)).isEqualTo(units(USDC, "97500"));
        assertThat(market.balance("mine", HOME, USDC)).isEqualTo(units(USDC, "2500"));
    }

    /** The payment never came: what was executed under its nonce is the one that pays nobody anything. */
    @Test
    void submitTransactionIsOutbidAndTakenBack() {
        List<Long> fees = new ArrayList<>();
        market = TinyMarket.withMoreFor(DOLLARS);
        market.run(Outbidder::new, Map.of("partner", "other", "chain", "away", "asset", "USDC"), seen -> {
            market.environment.market().engine().dealings(MINE).transactions(AWAY).stream()
                    .filter(each -> each.waits())
                    .map(each -> each.transaction().maxFeePerGasWei())
                    .filter(fee -> fees.isEmpty() || !fees.getLast().equals(fee))
                    .forEach(fees::add);
            return List.of();
        });
        assertThat(fees).hasSize(5);
        assertThat(fees.get(1)).isEqualTo(fees.get(0) + fees.get(0) / 10);
        assertThat(fees.get(2)).isEqualTo(fees.get(1) + fees.get(1) / 10);
        assertThat(fees.get(3)).isEqualTo(fees.get(2) + fees.get(2) / 10);
        assertThat(executed()).containsExactly("Transfer ok");
        assertThat(market.balance("other", AWAY, USDC)).isEqualTo(units(USDC, "100000"));
        assertThat(market.events(MarketEvent.TransactionDropped.class)).isEmpty();
    }

    @Test
    void swapEarnsTheDifferenceOfTwoPools() {
        market = TinyMarket.withMoreFor(DOLLARS);
        Map<String, String> settings = Map.of("cheap", "away-ETH-USDC", "dear", "away-ETH-USDC-dear", "size", "4000");
        market.run(TwoPools::new, settings, CommandExamplesTest::nothing);
        assertThat(executed()).hasSizeGreaterThan(1).containsOnly("Swap ok");
        assertThat(swaps().get(0).amountIn()).isEqualTo(units(USDC, "4000"));
        assertThat(swaps().get(1).amountIn()).isEqualTo(swaps().get(0).amountOut());
        assertThat(swaps().get(1).amountOut()).isGreaterThan(units(USDC, "4000"));
        assertThat(market.balance("mine", AWAY, USDC)).isGreaterThan(units(USDC, "50000"));
    }

    @Test
    void liquidityIsAddedInThePoolsRatioAndTakenOutWhole() {
        market = TinyMarket.withMoreFor(DOLLARS, new Endowment(AWAY, ETH, units(ETH, "10")));
        market.run(
                Provider::new,
                Map.of("pool", "away-ETH-USDC", "size", "2.5", "return-seconds", "60"),
                CommandExamplesTest::nothing);
        assertThat(executed()).containsExactly("AddLiquidity ok", "RemoveLiquidity ok");
        List<MarketEvent.LiquidityChanged> changes = market.events(MarketEvent.LiquidityChanged.class);
        assertThat(changes.getFirst().amount0()).isEqualTo(units(ETH, "2.5"));
        assertThat(changes.getFirst().amount1()).isEqualTo(units(USDC, "5000"));
        assertThat(changes.getLast().shares()).isEqualTo(changes.getFirst().shares());
        assertThat(market.environment.market().engine().shares(MINE, POOL)).isEqualTo(UInt256.ZERO);
    }

    /** The bridge of the market takes four hundredths of a per cent. */
    @Test
    void bridgeTransferArrivesLessTheFee() {
        market = TinyMarket.withMoreFor(DOLLARS);
        market.run(
                Crossing::new,
                Map.of("bridge", "bridge", "from", "away", "asset", "USDC"),
                CommandExamplesTest::nothing);
        assertThat(market.balance("mine", AWAY, USDC)).isEqualTo(UInt256.ZERO);
        assertThat(market.balance("mine", HOME, USDC)).isEqualTo(units(USDC, "49980"));
    }

    /** With nobody's transfers in between, it gets back what it gave. */
    @Test
    void liquidityOfABridgeIsProvidedAndTakenOut() {
        market = TinyMarket.withMoreFor(DOLLARS);
        market.run(
                BridgeProvider::new,
                Map.of("bridge", "pools", "chain", "away", "asset", "USDC", "epochs", "10"),
                CommandExamplesTest::nothing);
        assertThat(market.balance("mine", AWAY, USDC)).isEqualTo(units(USDC, "50000"));
        assertThat(market.events(TransportEvent.BridgeLiquidityChanged.class))
                .extracting(TransportEvent.BridgeLiquidityChanged::added)
                .containsExactly(true, false);
    }

    /** Nobody has sent anything over the bridge, so that its vault is empty and the message is worth nothing; the bribes are gone. */
    @Test
    void aForgedMessageCostsItsBribes() {
        market = TinyMarket.withMoreFor(
                new Endowment(HOME, USDC, units(USDC, "2000")), new Endowment(HOME, ETH, units(ETH, "1")));
        market.run(
                Forger::new,
                Map.of("bridge", "attested", "asset", "ETH", "amount", "5", "most", "1100"),
                CommandExamplesTest::nothing);
        assertThat(executed()).containsExactly("ForgeMessage ok");
        assertThat(market.balance("mine", HOME, USDC)).isEqualTo(units(USDC, "980"));
        assertThat(market.events(TransportEvent.MessageForged.class))
                .singleElement()
                .satisfies(forged -> assertThat(forged.bribes()).isEqualTo(units(USDC, "1020")));
        assertThat(market.events(TransportEvent.TransferFailed.class))
                .extracting(TransportEvent.TransferFailed::reason)
                .containsExactly("NO_CAPACITY");
    }

    /** Twenty seconds after its block the other chain executes the transfer, and twenty later it has arrived. */
    @Test
    void aForcedTransferLeavesARollupThatIsAskedNothing() {
        market = TinyMarket.withMoreFor(DOLLARS);
        market.run(
                Refuge::new,
                Map.of("rollup", "away", "bridge", "bridge", "asset", "USDC"),
                CommandExamplesTest::nothing);
        assertThat(executed()).containsExactly("ForceTransaction ok", "BridgeTransfer ok");
        List<MarketEvent.TransactionExecuted> both = market.events(MarketEvent.TransactionExecuted.class);
        assertThat(both.getLast().timeNanos() - both.getFirst().timeNanos()).isEqualTo(20_000_000_000L);
        assertThat(market.balance("mine", AWAY, USDC)).isEqualTo(UInt256.ZERO);
        assertThat(market.balance("mine", HOME, USDC)).isEqualTo(units(USDC, "49980"));
    }

    /** Two blocks after the block of the transaction. */
    @Test
    void depositIsCreditedAfterItsConfirmations() {
        market = TinyMarket.withMoreFor(DOLLARS);
        market.run(
                TopUp::new,
                Map.of("exchange", "spot", "chain", "away", "asset", "USDC", "amount", "49000"),
                CommandExamplesTest::nothing);
        assertThat(arrived()).isEmpty();
        market = TinyMarket.withMoreFor(new Endowment(AWAY, USDC, units(USDC, "300000")));
        market.run(
                TopUp::new,
                Map.of("exchange", "spot", "chain", "away", "asset", "USDC", "amount", "120000"),
                CommandExamplesTest::nothing);
        long sent = market.events(TransportEvent.FundsSent.class).getFirst().timeNanos();
        assertThat(arrived()).singleElement().satisfies(event -> {
            assertThat(event.place()).isEqualTo(SPOT);
            assertThat(event.timeNanos() - sent).isEqualTo(4_000_000_000L);
        });
        assertThat(market.balance("mine", SPOT, USDC)).isEqualTo(units(USDC, "220000"));
    }

    @Test
    void transferPaysThePartner() {
        market = TinyMarket.withMoreFor(DOLLARS);
        market.run(
                Salary::new,
                Map.of("partner", "other", "chain", "away", "asset", "USDC", "amount", "3"),
                CommandExamplesTest::nothing);
        UInt256 paid = market.balance("other", AWAY, USDC).minusExact(units(USDC, "100000"));
        assertThat(paid).isEqualTo(units(USDC, Integer.toString(3 * executed().size())));
        assertThat(executed()).hasSizeGreaterThan(100).containsOnly("Transfer ok");
    }

    @Test
    void batchHandsOnWhatItsCallsGave() {
        market = TinyMarket.withMoreFor(DOLLARS);
        Map<String, String> settings =
                Map.of("cheap", "away-ETH-USDC", "dear", "away-ETH-USDC-dear", "exchange", "spot", "size", "10000");
        market.run(AllOrNothing::new, settings, CommandExamplesTest::nothing);
        assertThat(executed()).containsExactly("Batch ok");
        assertThat(swaps().get(1).amountIn()).isEqualTo(swaps().get(0).amountOut());
        assertThat(arrived())
                .singleElement()
                .satisfies(event ->
                        assertThat(event.amount()).isEqualTo(swaps().get(1).amountOut()));
        assertThat(market.balance("mine", AWAY, USDC)).isEqualTo(units(USDC, "40000"));
    }

    /** More than the pools differ by: the sale would not bring what went in, so that nothing is bought either. */
    @Test
    void batchIsUndoneWhole() {
        market = TinyMarket.withMoreFor(DOLLARS);
        Map<String, String> settings =
                Map.of("cheap", "away-ETH-USDC", "dear", "away-ETH-USDC-dear", "exchange", "spot", "size", "50000");
        market.run(AllOrNothing::new, settings, CommandExamplesTest::nothing);
        assertThat(executed()).containsExactly("Batch UniswapV2Router: INSUFFICIENT_OUTPUT_AMOUNT");
        assertThat(swaps()).isEmpty();
        assertThat(market.balance("mine", AWAY, USDC)).isEqualTo(units(USDC, "50000"));
    }

    /** It owns no dollars there at all; each time the pair it took from has at least the product that it had. */
    @Test
    void flashSwapEarnsWithoutOwning() {
        Map<String, String> settings = Map.of("cheap", "away-ETH-USDC", "dear", "away-ETH-USDC-dear", "size", "2");
        market.run(FlashBuyer::new, settings, CommandExamplesTest::nothing);
        assertThat(executed()).hasSizeGreaterThan(1).containsOnly("FlashLoan ok");
        assertThat(market.balance("mine", AWAY, USDC)).isGreaterThan(units(USDC, "100"));
        assertThat(market.balance("mine", AWAY, ETH)).as("less the gas").isLessThan(units(ETH, "1"));
        V2Pair pair =
                market.environment.market().engine().venue(POOL, V2Pair.class).orElseThrow();
        BigInteger before = TinyMarket.RESERVE_ETH.toBigInteger().multiply(TinyMarket.RESERVE_USDC.toBigInteger());
        BigInteger after =
                pair.reserve0().toBigInteger().multiply(pair.reserve1().toBigInteger());
        assertThat(after).isGreaterThan(before);
        assertThat(swaps()).extracting(MarketEvent.PoolSwapped::venue).contains(POOL, DEAR_POOL);
    }

    /** In and out, half of it pays the fee of 30 bps. */
    @Test
    void oneSidedDepositsPayTheFeeOfWhatIsOutOfProportion() {
        market = TinyMarket.withMoreFor(DOLLARS);
        market.run(OneSided::new, Map.of("pool", "away-weighted"), CommandExamplesTest::nothing);
        assertThat(executed()).containsExactly("JoinPool ok", "ExitPoolInOne ok");
        double back = market.balance("mine", AWAY, USDC).doubleValue() / 1e6;
        assertThat(back).isBetween(50_000 * (1 - 0.0031), 50_000 * (1 - 0.0029));
        assertThat(market.environment.market().engine().shares(MINE, TinyMarket.WEIGHTED_POOL))
                .isEqualTo(UInt256.ZERO);
    }

    /** What it put in comes out again, but for units of rounding, its part of its own fee, and the rest of that, which others get. */
    @Test
    void aRangeThatIsClosedGivesBackWhatWasPutIn() {
        market = TinyMarket.withMoreFor(DOLLARS);
        market.run(RangeKeeper::new, Map.of("pool", "away-ranges"), CommandExamplesTest::nothing);
        assertThat(executed())
                .containsExactly("MintPosition ok", "FlashLoan ok", "BurnPosition ok", "CollectPosition ok");
        List<MarketEvent.LiquidityChanged> changes = market.events(MarketEvent.LiquidityChanged.class);
        assertThat(changes).extracting(MarketEvent.LiquidityChanged::venue).containsOnly(TinyMarket.RANGES_POOL);
        assertThat(changes.getFirst().amount1()).isGreaterThan(units(USDC, "900"));
        double lost = 50_000 - market.balance("mine", AWAY, USDC).doubleValue() / 1e6;
        assertThat(lost).as("of a fee of 0.3").isBetween(0.29, 0.3 + 1e-5);
    }

    /** The swap of another waits; the example's stands right behind it, and its bid goes to who builds the block. */
    @Test
    void submitBundleFollowsWhatWaits() {
        market = TinyMarket.withMoreFor(DOLLARS);
        Map<String, String> settings = Map.of(
                "chain", "away", "pool", "away-ETH-USDC", "asset", "USDC", "amount", "1000000", "bid", "1000000000");
        Call swap = new Call.Swap(List.of(POOL), USDC, units(USDC, "100"), UInt256.ONE);
        market.run(
                Follower::new,
                settings,
                seen -> seen.epoch() == 2 ? List.of(seen.account().transaction(AWAY, swap)) : List.of());
        assertThat(executed()).containsExactly("Swap ok");
        assertThat(swaps()).extracting(MarketEvent.PoolSwapped::participant).containsExactly(OTHER, MINE);
        MarketEvent.BundleIncluded included =
                market.events(MarketEvent.BundleIncluded.class).getFirst();
        assertThat(included.bidWei()).isEqualTo(UInt256.of(1_000_000_000));
        assertThat(included.strategy()).isEqualTo("follow");
    }
}
