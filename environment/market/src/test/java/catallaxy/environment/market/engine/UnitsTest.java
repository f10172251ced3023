package catallaxy.environment.market.engine;

import static catallaxy.environment.market.engine.TestMarket.BTC;
import static catallaxy.environment.market.engine.TestMarket.BTC_BOOK;
import static catallaxy.environment.market.engine.TestMarket.ETH;
import static catallaxy.environment.market.engine.TestMarket.ETH_BOOK;
import static catallaxy.environment.market.engine.TestMarket.ETH_MAINNET;
import static catallaxy.environment.market.engine.TestMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.number.UInt256;
import org.junit.jupiter.api.Test;

/** Positions by name, and whole units as integers. */
class UnitsTest {
    private static final EngineSpec SPEC = TestMarket.spec();
    private final Units units = new Units(SPEC);

    @Test
    void everythingHasAPositionByItsName() {
        assertThat(SPEC.asset("USDC")).isEqualTo(USDC);
        assertThat(SPEC.chain("rollup")).isEqualTo(TestMarket.ROLLUP);
        assertThat(SPEC.exchange("spot")).isZero();
        assertThat(SPEC.placeOfExchange(SPEC.exchange("spot"))).isEqualTo(TestMarket.SPOT);
        assertThat(SPEC.venue("eth-mainnet")).isEqualTo(ETH_MAINNET);
        assertThat(SPEC.bridge("canonical")).isZero();
    }

    @Test
    void anUnknownNameIsAnErrorThatListsTheKnownOnes() {
        assertThatThrownBy(() -> SPEC.asset("DAI")).hasMessage("no asset 'DAI' among [ETH, BTC, USDC]");
        assertThatThrownBy(() -> SPEC.chain("spot")).hasMessage("no chain 'spot' among [mainnet, rollup]");
        assertThatThrownBy(() -> SPEC.exchange("mainnet")).hasMessage("no exchange 'mainnet' among [spot]");
        assertThatThrownBy(() -> SPEC.venue("x")).hasMessageStartingWith("no venue 'x' among [eth-spot, ");
        assertThatThrownBy(() -> SPEC.bridge("x")).hasMessage("no bridge 'x' among [canonical]");
    }

    @Test
    void aPriceIsTheNearestTickAndAQuantityWholeLots() {
        assertThat(units.tickSize(ETH_BOOK)).isEqualTo(0.01);
        assertThat(units.lotSize(ETH_BOOK)).isEqualTo(1e-4);
        assertThat(units.toTicks(ETH_BOOK, 2000.006)).isEqualTo(200_001);
        assertThat(units.toTicks(ETH_BOOK, 0)).isEqualTo(1);
        assertThat(units.toLots(ETH_BOOK, 1.23459)).isEqualTo(12_345);
        assertThat(units.toLots(ETH_BOOK, -1)).isZero();
        assertThat(units.tickSize(BTC_BOOK)).isEqualTo(0.1);
        assertThat(units.toLots(BTC_BOOK, 0.00002)).isEqualTo(2);
    }

    @Test
    void anAmountIsBaseUnitsRoundedDown() {
        assertThat(units.toUnits(USDC, 1.2345678)).isEqualTo(UInt256.of(1_234_567));
        assertThat(units.toUnits(ETH, 0.5)).isEqualTo(TestMarket.units(ETH, "0.5"));
        assertThat(units.toUnits(BTC, -1)).isEqualTo(UInt256.ZERO);
        assertThat(units.toUnits(BTC, Double.NaN)).isEqualTo(UInt256.ZERO);
        assertThat(units.toWhole(ETH, TestMarket.units(ETH, "0.5"))).isEqualTo(0.5);
    }

    @Test
    void aPoolHasNoTicks() {
        assertThatThrownBy(() -> units.toTicks(ETH_MAINNET, 2000))
                .hasMessage("venue eth-mainnet: expected an order book, found a pool");
    }
}
