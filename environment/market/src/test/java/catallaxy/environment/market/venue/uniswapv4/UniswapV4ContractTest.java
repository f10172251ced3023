package catallaxy.environment.market.venue.uniswapv4;

import static catallaxy.environment.market.venue.uniswapv4.ManagedMarket.BTC;
import static catallaxy.environment.market.venue.uniswapv4.ManagedMarket.BTC_ETH;
import static catallaxy.environment.market.venue.uniswapv4.ManagedMarket.BTC_USDC;
import static catallaxy.environment.market.venue.uniswapv4.ManagedMarket.ETH;
import static catallaxy.environment.market.venue.uniswapv4.ManagedMarket.USDC;
import static catallaxy.environment.market.venue.uniswapv4.ManagedMarket.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.venue.RangeLiquidity;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pools of one manager in a market: swaps through several of them, ranges, donations, and what they are worth. */
final class UniswapV4ContractTest {
    private static final UInt256 NONE = UInt256.ZERO;

    private final ManagedMarket bench = new ManagedMarket();
    private final RangeLiquidity ranges = bench.ranges(BTC_USDC);
    private final int lower = ranges.tickAt(36_000);
    private final int upper = ranges.tickAt(45_000);

    private String open(String btc, String usdc) {
        return bench.send(bench.alice, ranges.open(lower, upper, units(BTC, btc), units(USDC, usdc), NONE, NONE));
    }

    private RangeLiquidity.Position only() {
        List<RangeLiquidity.Position> positions = ranges.positions(bench.account(bench.alice));
        assertThat(positions).hasSize(1);
        return positions.getFirst();
    }

    private void swap(int who, int venue, int assetIn, String whole) {
        Amount in = Amount.of(units(assetIn, whole));
        assertThat(bench.send(who, bench.market.quoting(venue).swap(assetIn, in, NONE)))
                .isEmpty();
    }

    /** The path crosses the manager twice; what is in between is paid and taken within it. */
    @Test
    void aPathLeadsThroughSeveralPoolsOfTheManager() {
        UInt256 eth = bench.held(bench.bob, ETH);
        UInt256 usdc = bench.held(bench.bob, USDC);
        Call path = new Call.Swap(List.of(BTC_ETH, BTC_USDC), ETH, units(ETH, "10"), NONE);
        assertThat(bench.send(bench.bob, path)).isEmpty();
        assertThat(bench.got(bench.bob, ETH, eth)).isCloseTo(-10, within(0.01));
        assertThat(bench.got(bench.bob, USDC, usdc)).isBetween(19_700.0, 19_940.0);
        assertThat(bench.market.checkConservation().violations()).isEmpty();
    }

    @Test
    void quotesAreWhatSwapsGive() {
        for (long seed = 0; seed < 30; seed++) {
            RandomStream random = RandomStream.of(seed, "managed quotes");
            int venue = random.nextInt(2);
            int other = venue == BTC_ETH ? ETH : USDC;
            int assetIn = random.nextInt(2) == 0 ? BTC : other;
            int assetOut = assetIn == BTC ? other : BTC;
            String in = assetIn == BTC ? "0." + (1 + random.nextInt(9)) : "" + (1 + random.nextInt(20));
            Quoting quotes = bench.market.quoting(venue);
            double quoted = quotes.out(assetIn, Double.parseDouble(in));
            UInt256 before = bench.held(bench.bob, assetOut);
            swap(bench.bob, venue, assetIn, in);
            if (assetOut != ETH) {
                assertThat(bench.got(bench.bob, assetOut, before))
                        .as("seed %d", seed)
                        .isCloseTo(quoted, within(2e-8 + 2e-6 * quoted));
            }
            MarketEvent.PoolSwapped told = bench.last(MarketEvent.PoolSwapped.class);
            assertThat(told.venue()).isEqualTo(venue);
            assertThat(told.zeroForOne()).isEqualTo(assetIn == BTC);
        }
        assertThat(bench.market.quoting(BTC_USDC).feeRate()).isCloseTo(0.00325, within(1e-6));
    }

    @Test
    void theProtocolsPartIsKeptByCurrency() {
        swap(bench.bob, BTC_USDC, USDC, "100000");
        assertThat(bench.pools().accruals().protocolFees(USDC)).isEqualTo(units(USDC, "25"));
        assertThat(bench.pools().accruals().protocolFees(BTC).isZero()).isTrue();
        swap(bench.bob, BTC_ETH, BTC, "1");
        assertThat(bench.pools().accruals().protocolFees(BTC).isZero()).isTrue();
    }

    @Test
    void aDepositIsAClaimOfTheSameWorthThatTheFirstVenueTellsAlone() {
        UInt256 usdc = bench.held(bench.alice, USDC);
        UInt256 btc = bench.held(bench.alice, BTC);
        assertThat(open("5", "200000")).isEmpty();
        double paid = -40_000 * bench.got(bench.alice, BTC, btc) - bench.got(bench.alice, USDC, usdc);
        assertThat(paid).isGreaterThan(300_000);
        assertThat(bench.worth(bench.alice)).isCloseTo(paid, within(0.1));
        assertThat(bench.claims(BTC_USDC)).isEmpty();
        MarketEvent.LiquidityChanged told = bench.last(MarketEvent.LiquidityChanged.class);
        assertThat(told.added()).isTrue();
        assertThat(told.venue()).isEqualTo(BTC_USDC);
        assertThat(told.shares()).isEqualTo(only().liquidity());
    }

    @Test
    void feesAreShownAndPaidAloneOrWithTheLiquidity() {
        assertThat(open("5", "200000")).isEmpty();
        swap(bench.bob, BTC_USDC, USDC, "80000");
        RangeLiquidity.Holding fees = ranges.uncollected(only());
        double share = only().liquidity().doubleValue() / ranges.liquidity().doubleValue();
        assertThat(fees.quote()).isCloseTo(80_000 * 0.003 * share, within(0.1));
        UInt256 before = bench.held(bench.alice, USDC);
        assertThat(bench.send(bench.alice, ranges.collect(only()))).isEmpty();
        assertThat(bench.got(bench.alice, USDC, before)).isCloseTo(fees.quote(), within(1e-6));
        assertThat(ranges.uncollected(only())).isEqualTo(new RangeLiquidity.Holding(0, 0));
        assertThat(bench.events).noneMatch(MarketEvent.LiquidityChanged.class::isInstance);
        RangeLiquidity.Holding now = ranges.amounts(only());
        UInt256 btc = bench.held(bench.alice, BTC);
        assertThat(bench.send(bench.alice, ranges.close(only(), NONE, NONE))).isEmpty();
        assertThat(bench.got(bench.alice, BTC, btc)).isCloseTo(now.base(), within(3e-8));
        assertThat(ranges.positions(bench.account(bench.alice))).isEmpty();
        assertThat(bench.worth(bench.alice)).isZero();
        assertThat(bench.market.checkConservation().violations()).isEmpty();
    }

    @Test
    void donationsGoToTheRanges() {
        assertThat(open("5", "200000")).isEmpty();
        Call gift = new DonateToRange(BTC_USDC, Amount.of(NONE), Amount.of(units(USDC, "1000")));
        assertThat(bench.send(bench.bob, gift)).isEmpty();
        double share = only().liquidity().doubleValue() / ranges.liquidity().doubleValue();
        assertThat(ranges.uncollected(only()).quote()).isCloseTo(1_000 * share, within(1e-5));
    }

    @Test
    void whatReverts() {
        UInt256 most = UInt256.of(1_000_000_000_000L);
        assertThat(bench.send(bench.alice, ranges.open(lower, upper, most, most, most, NONE)))
                .isEqualTo("MinimumAmountInsufficient");
        assertThat(bench.send(bench.alice, ranges.open(upper, lower, most, most, NONE, NONE)))
                .isEqualTo("TicksMisordered");
        assertThat(bench.send(bench.alice, ranges.open(lower + 1, upper, most, most, NONE, NONE)))
                .isEqualTo("TickMisaligned");
        assertThat(open("101", "4100000")).isEqualTo("TRANSFER_FROM_FAILED");
        assertThat(bench.send(bench.alice, new WithdrawRange(BTC_USDC, lower, upper, NONE, NONE, NONE)))
                .isEqualTo("CannotUpdateEmptyPosition");
        assertThat(bench.send(bench.alice, new Call.RemoveLiquidity(BTC_USDC, NONE, NONE, NONE)))
                .isEqualTo("UniswapV4: UNKNOWN_CALL RemoveLiquidity");
        assertThat(bench.send(bench.bob, new Call.Swap(List.of(BTC_USDC), BTC, NONE, NONE)))
                .isEqualTo("SwapAmountCannotBeZero");
    }

    /** A batch opens a range, crosses a tick, withdraws half and cannot pay in the end: the manager is what it was. */
    @Test
    void aBatchThatFailsInTheEndIsTakenBackWhole() {
        assertThat(open("5", "200000")).isEmpty();
        byte[] before = bench.market.contractState(BTC_USDC);
        UInt256 half = only().liquidity().shiftRight(1);
        List<Call> calls = List.of(
                ranges.open(lower - 60, upper, units(BTC, "1"), units(USDC, "50000"), NONE, NONE),
                new Call.Swap(List.of(BTC_USDC), BTC, units(BTC, "30"), NONE),
                ranges.reduce(only(), half, NONE, NONE),
                new Call.Transfer(bench.bob, BTC, UInt256.powerOfTwo(200)));
        assertThat(bench.send(bench.alice, new Call.Batch(calls))).isNotEmpty();
        assertThat(bench.market.contractState(BTC_USDC)).isEqualTo(before);
        assertThat(bench.send(bench.alice, new Call.Batch(calls.subList(0, 3)))).isEmpty();
        assertThat(bench.market.contractState(BTC_USDC))
                .isNotEqualTo(before)
                .isEqualTo(bench.market.contractState(BTC_ETH));
    }

    @Test
    void aPoolIsOneOfItsManagerOnce() {
        UniswapV4Spec one = ManagedMarket.pool("one", BTC, USDC, "50", "2000000", 3_000, 0);
        UniswapV4Spec same = ManagedMarket.pool("same", BTC, USDC, "5", "200000", 3_000, 0);
        assertThatThrownBy(() -> MarketEngine.of(ManagedMarket.spec(List.of(one, same)), Kinds.registered(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("venue same: the initial reserves are refused: PoolAlreadyInitialized");
        UniswapV4Spec dearer = ManagedMarket.pool("dearer", BTC, USDC, "5", "200000", 10_000, 0);
        MarketEngine two = MarketEngine.of(ManagedMarket.spec(List.of(one, dearer)), Kinds.registered(), 1);
        assertThat(two.quoting(0).feeRate()).isEqualTo(0.003);
        assertThat(two.quoting(1).feeRate()).isEqualTo(0.01);
        assertThatThrownBy(() -> ManagedMarket.pool("x", USDC, USDC, "1", "1", 0, 0))
                .hasMessageContaining("quote: expected another asset than the base");
    }

    /** The other way round than their names. */
    @Test
    void aPairMayBeInAnyOrder() {
        ManagedMarket other = new ManagedMarket(List.of(
                ManagedMarket.pool("btc-usdc", BTC, USDC, "50", "2000000", 3_000, 0),
                ManagedMarket.pool("usdc-eth", USDC, ETH, "2000000", "1000", 3_000, 0)));
        assertThat(other.market.quoting(1).price()).isCloseTo(0.0005, within(1e-9));
        UInt256 before = other.held(other.bob, ETH);
        Call path = new Call.Swap(List.of(0, 1), BTC, units(BTC, "1"), NONE);
        assertThat(other.send(other.bob, path)).isEmpty();
        assertThat(other.got(other.bob, ETH, before)).isBetween(19.0, 20.0);
        assertThat(other.market.checkConservation().violations()).isEmpty();
    }

    @Test
    void callsAreReadBackAsTheyWereWritten() {
        for (Call call : List.of(
                new ProvideRange(3, -120, 60, Amount.all(), Amount.of(UInt256.MAX), UInt256.ONE, NONE),
                new WithdrawRange(3, -120, 60, UInt256.ONE, NONE, UInt256.MAX),
                new DonateToRange(3, Amount.of(UInt256.ONE), Amount.given(2)))) {
            StateWriter out = new StateWriter();
            call.write(out);
            StateReader in = new StateReader(out.toBytes());
            assertThat(Kinds.registered().reader().read(in)).isEqualTo(call);
            in.end();
            assertThat(new UniswapV4().gas((Call.OfVenue) call)).isPositive();
        }
    }
}
