package catallaxy.environment.market.venue.uniswapv3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.FlashLoan;
import catallaxy.environment.api.venue.RangeLiquidity;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Participants' calls in blocks: positions from their opening to their closing, flash loans, and what they are worth meanwhile. */
final class UniswapV3ContractTest {
    private static final UInt256 NONE = UInt256.ZERO;

    private final RangesMarket bench = new RangesMarket();
    private final int lower = bench.ranges().tickAt(36_000);
    private final int upper = bench.ranges().tickAt(44_000);

    private double worth() {
        return bench.claims().worth(bench.account(bench.alice), asset -> asset == RangesMarket.BTC ? 40_000 : 1);
    }

    private String open(String base, String quote) {
        return bench.send(
                bench.alice,
                bench.ranges()
                        .open(
                                lower,
                                upper,
                                RangesMarket.units(RangesMarket.BTC, base),
                                RangesMarket.units(RangesMarket.USDC, quote),
                                NONE,
                                NONE));
    }

    private RangeLiquidity.Position only() {
        List<RangeLiquidity.Position> positions = bench.ranges().positions(bench.account(bench.alice));
        assertThat(positions).hasSize(1);
        return positions.getFirst();
    }

    private void swap(int who, int assetIn, String whole) {
        Amount in = Amount.of(RangesMarket.units(assetIn, whole));
        assertThat(bench.send(who, bench.quotes().swap(assetIn, in, NONE))).isEmpty();
    }

    @Test
    void aDepositIsAClaimOfTheSameWorth() {
        UInt256 usdc = bench.held(bench.alice, RangesMarket.USDC);
        UInt256 btc = bench.held(bench.alice, RangesMarket.BTC);
        assertThat(open("5", "200000")).isEmpty();
        double paid = btc.minusExact(bench.held(bench.alice, RangesMarket.BTC)).doubleValue() / 1e8 * 40_000
                + usdc.minusExact(bench.held(bench.alice, RangesMarket.USDC)).doubleValue() / 1e6;
        assertThat(paid).isGreaterThan(300_000);
        assertThat(worth()).isCloseTo(paid, within(0.1));
        MarketEvent.LiquidityChanged told = bench.last(MarketEvent.LiquidityChanged.class);
        assertThat(told.added()).isTrue();
        assertThat(told.shares()).isEqualTo(only().liquidity());
        assertThat(only().lowerTick()).isEqualTo(lower);
    }

    @Test
    void swapsLeaveFeesThatCanBeCollectedWithoutTheLiquidity() {
        assertThat(open("5", "200000")).isEmpty();
        swap(bench.bob, RangesMarket.BTC, "2");
        swap(bench.bob, RangesMarket.USDC, "80000");
        RangeLiquidity.Holding fees = bench.ranges().uncollected(only());
        double share =
                only().liquidity().doubleValue() / bench.ranges().liquidity().doubleValue();
        assertThat(fees.base()).isCloseTo(2 * 0.003 * share, within(1e-7));
        assertThat(fees.quote()).isCloseTo(80_000 * 0.003 * share, within(1e-4));
        UInt256 before = bench.held(bench.alice, RangesMarket.USDC);
        UInt256 liquidity = only().liquidity();
        assertThat(bench.send(bench.alice, bench.ranges().collect(only()))).isEmpty();
        double got =
                bench.held(bench.alice, RangesMarket.USDC).minusExact(before).doubleValue() / 1e6;
        assertThat(got).isCloseTo(fees.quote(), within(1e-6));
        assertThat(only().liquidity()).isEqualTo(liquidity);
        assertThat(bench.ranges().uncollected(only())).isEqualTo(new RangeLiquidity.Holding(0, 0));
    }

    @Test
    void aClosedPositionPaysWhatItStoodForAndNothingIsLeft() {
        assertThat(open("5", "200000")).isEmpty();
        swap(bench.bob, RangesMarket.USDC, "80000");
        RangeLiquidity.Holding now = bench.ranges().amounts(only());
        RangeLiquidity.Holding fees = bench.ranges().uncollected(only());
        UInt256 before = bench.held(bench.alice, RangesMarket.BTC);
        assertThat(bench.send(bench.alice, bench.ranges().close(only(), NONE, NONE)))
                .isEmpty();
        double got =
                bench.held(bench.alice, RangesMarket.BTC).minusExact(before).doubleValue() / 1e8;
        assertThat(got).isCloseTo(now.base() + fees.base(), within(3e-8));
        assertThat(bench.ranges().positions(bench.account(bench.alice))).isEmpty();
        assertThat(worth()).isZero();
        assertThat(bench.market.checkConservation().violations()).isEmpty();
    }

    @Test
    void aBurnedPositionIsStillAClaimUntilItIsCollected() {
        assertThat(open("5", "200000")).isEmpty();
        double before = worth();
        UInt256 liquidity = only().liquidity();
        assertThat(bench.send(bench.alice, new BurnPosition(RangesMarket.POOL, lower, upper, liquidity, NONE, NONE)))
                .isEmpty();
        assertThat(only().liquidity()).isEqualTo(NONE);
        assertThat(worth()).isCloseTo(before, within(0.1));
        assertThat(bench.send(bench.alice, bench.ranges().collect(only()))).isEmpty();
        assertThat(worth()).isZero();
    }

    @Test
    void whatReverts() {
        UInt256 most = UInt256.of(1_000_000_000_000L);
        assertThat(bench.send(bench.alice, bench.ranges().open(lower, upper, most, most, most, NONE)))
                .isEqualTo("Price slippage check");
        assertThat(bench.send(bench.alice, bench.ranges().open(upper, lower, most, most, NONE, NONE)))
                .isEqualTo("TLU");
        assertThat(open("101", "4100000")).isEqualTo("STF");
        assertThat(bench.send(bench.alice, new BurnPosition(RangesMarket.POOL, lower, upper, UInt256.ZERO, NONE, NONE)))
                .isEqualTo("NP");
        assertThat(bench.send(bench.alice, new Call.RemoveLiquidity(RangesMarket.POOL, NONE, NONE, NONE)))
                .isEqualTo("UniswapV3: UNKNOWN_CALL RemoveLiquidity");
        assertThat(bench.ranges().positions(bench.account(bench.alice))).isEmpty();
    }

    /** A batch mints, crosses a tick, burns a half and cannot pay in the end: the pool is what it was. */
    @Test
    void aBatchThatFailsInTheEndIsTakenBackWhole() {
        assertThat(open("5", "200000")).isEmpty();
        byte[] before = bench.market.contractState(RangesMarket.POOL);
        UInt256 half = only().liquidity().shiftRight(1);
        List<Call> calls = List.of(
                bench.ranges()
                        .open(
                                lower - 60,
                                upper,
                                RangesMarket.units(RangesMarket.BTC, "1"),
                                RangesMarket.units(RangesMarket.USDC, "50000"),
                                NONE,
                                NONE),
                bench.quotes().swap(RangesMarket.BTC, Amount.of(RangesMarket.units(RangesMarket.BTC, "30")), NONE),
                bench.ranges().reduce(only(), half, NONE, NONE),
                new Call.Transfer(bench.bob, RangesMarket.BTC, UInt256.powerOfTwo(200)));
        assertThat(bench.send(bench.alice, new Call.Batch(calls))).isNotEmpty();
        assertThat(bench.market.contractState(RangesMarket.POOL)).isEqualTo(before);
        assertThat(bench.send(bench.alice, new Call.Batch(calls.subList(0, 3)))).isEmpty();
        assertThat(bench.market.contractState(RangesMarket.POOL)).isNotEqualTo(before);
    }

    @Test
    void aFlashLoanIsPaidBackWithItsFeeOrDidNotHappen() {
        UInt256 lent = RangesMarket.units(RangesMarket.USDC, "1000000");
        Call back = new Call.Pay(RangesMarket.POOL, RangesMarket.USDC, Amount.given(1));
        UInt256 before = bench.held(bench.bob, RangesMarket.USDC);
        assertThat(bench.send(bench.bob, new FlashLoan(RangesMarket.POOL, RangesMarket.USDC, lent, back)))
                .isEmpty();
        UInt256 fee = before.minusExact(bench.held(bench.bob, RangesMarket.USDC));
        assertThat(fee).isEqualTo(RangesMarket.units(RangesMarket.USDC, "3000"));
        Call nothing = new Call.Transfer(bench.alice, RangesMarket.ETH, UInt256.ONE);
        before = bench.held(bench.bob, RangesMarket.USDC);
        assertThat(bench.send(bench.bob, new FlashLoan(RangesMarket.POOL, RangesMarket.USDC, lent, nothing)))
                .as("who does not pay of its own accord is asked")
                .isEmpty();
        assertThat(before.minusExact(bench.held(bench.bob, RangesMarket.USDC))).isEqualTo(fee);
        Call tooLittle = new Call.Transfer(bench.alice, RangesMarket.USDC, Amount.all());
        assertThat(bench.send(bench.bob, new FlashLoan(RangesMarket.POOL, RangesMarket.USDC, lent, tooLittle)))
                .isEqualTo("F1");
        Call again = new MintPosition(RangesMarket.POOL, lower, upper, Amount.of(lent), Amount.of(lent), NONE, NONE);
        assertThat(bench.send(bench.bob, new FlashLoan(RangesMarket.POOL, RangesMarket.USDC, lent, again)))
                .isEqualTo("LOK");
    }

    @Test
    void callsAreReadBackAsTheyWereWritten() {
        Amount all = Amount.all();
        Call pay = new Call.Pay(0, 1, Amount.given(0));
        for (Call call : List.of(
                new MintPosition(3, -120, 60, all, Amount.of(UInt256.MAX), UInt256.ONE, NONE),
                new BurnPosition(3, -120, 60, UInt256.ONE, NONE, UInt256.MAX),
                CollectPosition.all(3, -120, 60),
                new FlashLoan(
                        3, List.of(new FlashLoan.Loan(1, UInt256.MAX), new FlashLoan.Loan(0, UInt256.ONE)), pay))) {
            StateWriter out = new StateWriter();
            call.write(out);
            StateReader in = new StateReader(out.toBytes());
            assertThat(Kinds.registered().reader().read(in)).isEqualTo(call);
            in.end();
            assertThat(new UniswapV3().gas((Call.OfVenue) call)).isPositive();
        }
        assertThat(new FlashLoan(3, 0, NONE, pay).nested()).isEqualTo(2);
    }
}
