package catallaxy.environment.market.venue.uniswapv4;

import static catallaxy.environment.market.venue.uniswapv4.ManagedMarket.BTC;
import static catallaxy.environment.market.venue.uniswapv4.ManagedMarket.USDC;
import static catallaxy.environment.market.venue.uniswapv4.ManagedMarket.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.FeeControl;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.venue.adaptive.ControlledFee;
import catallaxy.environment.market.venue.adaptive.FeeBounds;
import catallaxy.environment.market.venue.adaptive.SetPoolFee;
import catallaxy.environment.market.venue.adaptive.SteeredFee;
import catallaxy.environment.market.venue.adaptive.ToxicityFee;
import catallaxy.environment.market.venue.adaptive.VolatilityFee;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pools of a scenario whose fee a hook sets: by a rule, and by the command of a controller. */
final class AdaptivePoolTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int STEERED = 0;
    private static final int TOXIC = 1;
    private static final int WILD = 2;
    private static final FeeBounds BOUNDS = new FeeBounds(100, 10_000);

    private final ManagedMarket bench = new ManagedMarket(List.of(
            ManagedMarket.pool("steered", BTC, USDC, "50", "2000000", 0, 0)
                    .with(new ControlledFee(BOUNDS, "alice", 3_000, SteeredFee.Flow.NONE)),
            ManagedMarket.pool("toxic", BTC, USDC, "50", "2000000", 0, 250)
                    .with(ToxicityFee.of(BOUNDS, units(USDC, "20000"), 4)),
            ManagedMarket.pool("wild", BTC, USDC, "50", "2000000", 0, 0)
                    .with(VolatilityFee.of(BOUNDS, 1_000, 12 * SECOND, 600 * SECOND))));

    private FeeControl control() {
        return bench.market.venue(STEERED, FeeControl.class).orElseThrow();
    }

    private String swap(int venue, int assetIn, String whole) {
        Call call = bench.market.quoting(venue).swap(assetIn, Amount.of(units(assetIn, whole)), UInt256.ZERO);
        return bench.send(bench.bob, call);
    }

    private double fee(int venue) {
        return bench.market.quoting(venue).feeRate();
    }

    @Test
    void theControllerSetsTheFeeWithinBoundsAndNobodyElse() {
        assertThat(fee(STEERED)).isEqualTo(0.003);
        assertThat(bench.send(bench.alice, control().setFee(700))).isEmpty();
        assertThat(bench.last(MarketEvent.VenueChanged.class).change()).isEqualTo("fee-set");
        assertThat(fee(STEERED)).isEqualTo(0.0007);
        assertThat(bench.send(bench.bob, control().setFee(5_000))).isEqualTo("Unauthorized");
        assertThat(bench.send(bench.alice, control().setFee(99))).isEqualTo("FeeOutOfBounds");
        assertThat(bench.send(bench.alice, control().setFee(10_001))).isEqualTo("FeeOutOfBounds");
        assertThat(bench.send(bench.alice, new SetPoolFee(TOXIC, 5_000))).isEqualTo("FeeNotControlled");
        assertThat(control().feePips()).isEqualTo(700);
        assertThat(control().controller()).isEqualTo("alice");
        assertThat(control().lowestPips()).isEqualTo(100);
        assertThat(control().highestPips()).isEqualTo(10_000);
        assertThat(bench.market.venue(TOXIC, FeeControl.class)).isEmpty();
    }

    /** The swap in one batch with the change of the fee pays the new one; where the batch reverts, nothing of it is left. */
    @Test
    void aSwapPaysTheFeeThatIsSetBeforeItAndARevertPutsItBack() {
        Call cheap = control().setFee(100);
        Call swap = bench.market.quoting(STEERED).swap(BTC, Amount.of(units(BTC, "1")), UInt256.ZERO);
        byte[] before = bench.market.contractState(STEERED);
        Call tooMuch = new Call.Transfer(bench.bob, BTC, UInt256.powerOfTwo(200));
        assertThat(bench.send(bench.alice, new Call.Batch(List.of(cheap, swap, tooMuch))))
                .isNotEmpty();
        assertThat(bench.market.contractState(STEERED)).isEqualTo(before);
        assertThat(control().flow()).isEqualTo(new FeeControl.Flow(0, 0, 0, 0));
        UInt256 usdc = bench.held(bench.alice, USDC);
        assertThat(bench.send(bench.alice, new Call.Batch(List.of(cheap, swap))))
                .isEmpty();
        double cheaply = bench.got(bench.alice, USDC, usdc);
        MarketEvent.PoolSwapped told = bench.last(MarketEvent.PoolSwapped.class);
        assertThat(control().flow().baseIn()).isEqualTo(1);
        assertThat(control().flow().quoteOut()).isCloseTo(told.amountOut().doubleValue() / 1e6, within(1e-6));
        assertThat(control().flow().netQuote()).isNegative();
        ManagedMarket other = new ManagedMarket();
        assertThat(other.send(
                        other.bob,
                        other.market
                                .quoting(ManagedMarket.BTC_USDC)
                                .swap(BTC, Amount.of(units(BTC, "1")), UInt256.ZERO)))
                .isEmpty();
        assertThat(cheaply
                        / other.last(MarketEvent.PoolSwapped.class).amountOut().doubleValue()
                        * 1e6)
                .as("0.01 % and not 0.325 %")
                .isCloseTo(0.9999 / 0.99675, within(2e-4));
    }

    @Test
    void toxicFlowMakesThePoolDearAndQuotesKnowIt() {
        assertThat(fee(TOXIC)).isCloseTo(0.00035, within(1e-6));
        for (int i = 0; i < 8; i++) {
            assertThat(swap(TOXIC, BTC, "0.3")).isEmpty();
        }
        assertThat(fee(TOXIC)).isCloseTo(0.01025, within(1e-5));
        double quoted = bench.market.quoting(TOXIC).out(BTC, 1);
        UInt256 usdc = bench.held(bench.bob, USDC);
        assertThat(swap(TOXIC, BTC, "1")).isEmpty();
        assertThat(bench.got(bench.bob, USDC, usdc)).isCloseTo(quoted, within(0.01));
    }

    @Test
    void volatileBlocksMakeThePoolDearAndQuietTimeCheapAgain() {
        assertThat(fee(WILD)).isEqualTo(0.0001);
        for (int i = 0; i < 6; i++) {
            assertThat(swap(WILD, i % 2 == 0 ? BTC : USDC, i % 2 == 0 ? "1" : "40000"))
                    .isEmpty();
        }
        double stormy = fee(WILD);
        assertThat(stormy).isGreaterThan(0.0005);
        long later = bench.market.timeNanos() + 7_200 * SECOND;
        while (bench.market.hasEventUntil(later)) {
            bench.market.advance();
        }
        assertThat(fee(WILD)).isLessThan(stormy / 2);
    }

    @Test
    void whatHooksRememberIsCopiedSavedAndRestored() {
        assertThat(swap(TOXIC, BTC, "0.75")).isEmpty();
        assertThat(swap(WILD, BTC, "2")).isEmpty();
        assertThat(bench.send(bench.alice, control().setFee(1_234))).isEmpty();
        StateWriter out = new StateWriter();
        bench.market.save(out);
        MarketEngine restored = bench.market.restored(new StateReader(out.toBytes()));
        MarketEngine copy = bench.market.copy();
        assertThat(swap(TOXIC, USDC, "30000")).isEmpty();
        assertThat(bench.send(bench.alice, control().setFee(4_321))).isEmpty();
        for (MarketEngine each : List.of(copy, restored)) {
            assertThat(each.quoting(STEERED).feeRate()).isEqualTo(0.001234);
            assertThat(each.quoting(TOXIC).feeRate()).isNotEqualTo(fee(TOXIC));
            StateWriter again = new StateWriter();
            each.save(again);
            assertThat(again.toBytes()).isEqualTo(out.toBytes());
        }
        UniswapV4Contract contract = UniswapV4Contract.load(new StateReader(bench.market.contractState(STEERED)));
        UniswapV4Contract earlier = contract.copy();
        assertThat(contract.steered(STEERED).orElseThrow().feePips(true, 0)).isEqualTo(4_321);
        contract.restore(UniswapV4Contract.load(new StateReader(copy.contractState(STEERED))));
        assertThat(contract.steered(STEERED).orElseThrow().feePips(true, 0)).isEqualTo(1_234);
        assertThat(earlier.steered(STEERED).orElseThrow().feePips(true, 0)).isEqualTo(4_321);
    }

    @Test
    void theSpecSaysWhoControls() {
        UniswapV4Spec plain = ManagedMarket.pool("plain", BTC, USDC, "50", "2000000", 500, 0);
        assertThat(plain.feeSteering()).isEmpty();
        assertThat(plain.with(new ControlledFee(BOUNDS, "zoe", 100, SteeredFee.Flow.NONE))
                        .feeSteering())
                .contains(new VenueSpec.FeeSteering("zoe", 100, 100, 10_000));
        assertThat(Kinds.registered().capabilities(plain)).doesNotContain(FeeControl.class);
        assertThat(new UniswapV4().gas(new SetPoolFee(0, 5))).isEqualTo(UniswapV4.SET_FEE_GAS);
        StateWriter out = new StateWriter();
        new SetPoolFee(3, 500).write(out);
        assertThat(Kinds.registered().reader().read(new StateReader(out.toBytes())))
                .isEqualTo(new SetPoolFee(3, 500));
    }
}
