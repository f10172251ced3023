package catallaxy.environment.market.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.market.trading.SmallMarket;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The settings of roles and seats: each that is out of range is named, and lists are their own. */
class RoleSpecTest {
    private static final long SECOND = SmallMarket.SECOND;
    private static final List<RoleSpec.Sleeve> SLEEVES =
            List.of(new RoleSpec.Sleeve(SmallMarket.MAIN, SmallMarket.ETH, SmallMarket.POOL_A));
    private static final List<RoleSpec.Route> ROUTES =
            List.of(new RoleSpec.Route(SmallMarket.POOL_A, SmallMarket.POOL_B));

    private static void refuses(ThrowingCallable construction, String message) {
        assertThatThrownBy(construction)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static RoleSpec maker(double most, double size, double offset, double penalty, long halfLife) {
        return new RoleSpec.MarketMaker(SmallMarket.BOOK, most, size, offset, penalty, halfLife);
    }

    private static RoleSpec arbitrage(double most, double slippage, double share) {
        return new RoleSpec.Arbitrage(ROUTES, most, slippage, share, List.of());
    }

    @Test
    void aMakersSettings() {
        assertThat(maker(1e-9, 1e-9, 0.01, 0, SECOND).role()).isEqualTo("market-maker");
        refuses(() -> maker(0, 1, 1, 0, SECOND), "maxInventory: expected a positive number, found 0.0");
        refuses(() -> maker(Double.NaN, 1, 1, 0, SECOND), "maxInventory: expected a positive number, found NaN");
        refuses(() -> maker(1, -2, 1, 0, SECOND), "quoteSize: expected a positive number, found -2.0");
        refuses(
                () -> maker(Double.POSITIVE_INFINITY, 1, 1, 0, SECOND),
                "maxInventory: expected a positive number, found Infinity");
        refuses(
                () -> maker(1, Double.POSITIVE_INFINITY, 1, 0, SECOND),
                "quoteSize: expected a positive number, found Infinity");
        refuses(() -> maker(1, 1, 0, 0, SECOND), "maxOffsetBps: expected 0.01 to 10000.0, found 0.0");
        refuses(() -> maker(1, 1, 1, -1, SECOND), "inventoryPenalty: expected 0.0 to 1.0E12, found -1.0");
        refuses(
                () -> maker(1, 1, 1, 0, SECOND - 1),
                "volatilityHalfLifeNanos: expected 1000000000 to 31536000000000000, found 999999999");
    }

    @Test
    void thoseOfRolesThatTrade() {
        assertThat(arbitrage(1, 1, 0).role()).isEqualTo("arbitrage");
        refuses(() -> arbitrage(0, 0.5, 0.5), "maxTradeQuote: expected a positive number, found 0.0");
        refuses(
                () -> arbitrage(Double.POSITIVE_INFINITY, 0.5, 0.5),
                "maxTradeQuote: expected a positive number, found Infinity");
        refuses(
                () -> new RoleSpec.Trader(List.of(0), Double.POSITIVE_INFINITY, 0.5),
                "maxTradeQuote: expected a positive number, found Infinity");
        refuses(() -> arbitrage(1, 1.5, 0.5), "maxSlippage: expected 0.0 to 1.0, found 1.5");
        refuses(() -> arbitrage(1, 0.5, -0.5), "rebalanceShare: expected 0.0 to 1.0, found -0.5");
        refuses(
                () -> new RoleSpec.Arbitrage(ROUTES, 1, 0.5, 0.5, List.of(), 0.5),
                "maxTip: expected 1.0 to 1000000.0, found 0.5");
        refuses(
                () -> new RoleSpec.Arbitrage(List.of(), 1, 0.5, 0.5, List.of()),
                "routes: expected at least one, found none");
        refuses(
                () -> new RoleSpec.Portfolio(List.of(), List.of(), 1, 0.5),
                "sleeves: expected at least one, found none");
        refuses(
                () -> new RoleSpec.Portfolio(SLEEVES, List.of(), -1, 0.5),
                "minTradeQuote: expected 0.0 to 1.0E15, found -1.0");
        refuses(
                () -> new RoleSpec.Portfolio(SLEEVES, List.of(), 0, Double.NaN),
                "maxSlippage: expected 0.0 to 1.0, found NaN");
        refuses(() -> new RoleSpec.Trader(List.of(), 1, 0.5), "venues: expected at least one, found none");
        refuses(
                () -> new RoleSpec.Trader(List.of(0), -1, 0.5),
                "maxTradeQuote: expected a positive number, found -1.0");
        refuses(() -> new RoleSpec.Trader(List.of(0), 1, -0.5), "maxSlippage: expected 0.0 to 1.0, found -0.5");
    }

    @Test
    void onlyARiskRoleSupervises() {
        assertThat(new RoleSpec.Risk(List.of(2, 0)).supervised()).containsExactly(2, 0);
        assertThat(arbitrage(1, 1, 0).supervised()).isEmpty();
        refuses(() -> new RoleSpec.Risk(List.of()), "supervises: expected at least one agent, found none");
    }

    @Test
    void listsAreTheirOwn() {
        List<Integer> venues = new ArrayList<>(List.of(SmallMarket.POOL_A, SmallMarket.BOOK));
        RoleSpec.Trader trader = new RoleSpec.Trader(venues, 1, 0.5);
        RoleSpec.Risk risk = new RoleSpec.Risk(venues);
        venues.clear();
        assertThat(trader.venues()).containsExactly(SmallMarket.POOL_A, SmallMarket.BOOK);
        assertThat(risk.supervised()).hasSize(2);
    }

    private static SeatSpec seat(long cadence, long first, long latency) {
        return new SeatSpec("a", arbitrage(1, 1, 0), cadence, first, latency, List.of());
    }

    @Test
    void theTimesOfASeat() {
        assertThat(seat(1_000_000, 0, 0).factors()).isEmpty();
        refuses(() -> seat(999_999, 0, 0), "cadenceNanos: expected 1000000 to 31536000000000000, found 999999");
        refuses(() -> seat(SECOND, -1, 0), "firstEpochNanos: expected 0 to 31536000000000000, found -1");
        refuses(() -> seat(SECOND, 0, 60_000_000_001L), "latencyNanos: expected 0 to 60000000000, found 60000000001");
    }

    @Test
    void whereOnlySpecsAreReadThereIsNoSeat() {
        refuses(() -> SupervisedSeats.none().seat(3), "no seat of agent 3 where only specs are read");
    }

    @Test
    void aSleeveTradesItsAssetOnItsChain() {
        RoleSite site = new RoleSite(new SmallMarket().engine(), SECOND, List.of(), SupervisedSeats.none());
        String expected = "sleeve pool: expected a pool of the sleeve's asset against the quote asset there, found ";
        refuses(
                () -> portfolio(SmallMarket.MAIN, SmallMarket.ETH, SmallMarket.POOL_C)
                        .in(site),
                expected + "c");
        refuses(
                () -> portfolio(SmallMarket.MAIN, SmallMarket.USDC, SmallMarket.POOL_A)
                        .in(site),
                expected + "a");
        refuses(
                () -> portfolio(SmallMarket.EXCHANGE, SmallMarket.ETH, SmallMarket.BOOK)
                        .in(site),
                expected + "book");
        assertThat(portfolio(SmallMarket.ROLLUP, SmallMarket.ETH, SmallMarket.POOL_C)
                        .in(site)
                        .name())
                .isEqualTo("portfolio");
    }

    private static RoleSpec portfolio(int chain, int asset, int pool) {
        return new RoleSpec.Portfolio(List.of(new RoleSpec.Sleeve(chain, asset, pool)), List.of(), 1, 0.5);
    }
}
