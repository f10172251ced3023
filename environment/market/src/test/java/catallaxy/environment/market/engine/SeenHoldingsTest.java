package catallaxy.environment.market.engine;

import static catallaxy.environment.market.engine.TestMarket.BTC;
import static catallaxy.environment.market.engine.TestMarket.ETH;
import static catallaxy.environment.market.engine.TestMarket.MAINNET;
import static catallaxy.environment.market.engine.TestMarket.ROLLUP;
import static catallaxy.environment.market.engine.TestMarket.SPOT;
import static catallaxy.environment.market.engine.TestMarket.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import org.junit.jupiter.api.Test;

/** What is owned stays owned wherever it is: free, held by an order, in a deposit, a withdrawal or a bridge. */
class SeenHoldingsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final double EACH = 50;

    private final MarketEngine market = MarketEngine.of(TestMarket.spec(0, 0), 1);
    private final int owner = market.openParticipant("owner", TestMarket.plenty());
    private final int other = market.openParticipant("other", TestMarket.plenty());

    private double free(int place) {
        return market.holdings(owner).free(place, BTC);
    }

    /** Runs on, and checks after every event that all is there. */
    private void run(long seconds, double total) {
        while (market.hasEventUntil(seconds * SECOND)) {
            market.advance();
            assertThat(market.holdings(owner).total(BTC))
                    .as("at %d", market.timeNanos())
                    .isCloseTo(total, within(1e-9));
            assertThat(market.holdings(other).inTransit(BTC)).isFalse();
        }
    }

    private void call(int chain, Call call) {
        market.submit(owner, market.transaction(chain, call, 3_600 * SECOND));
    }

    @Test
    void anOrderHoldsWhatItSells() {
        market.submit(
                owner,
                new MarketCommand.PlaceOrder(TestMarket.BTC_BOOK, Side.SELL, TimeInForce.GTC, 1, 4_100_000, 200_000));
        run(2, 3 * EACH);
        double held = 200_000 * market.lotSize(TestMarket.BTC_BOOK);
        assertThat(held).isPositive();
        assertThat(free(SPOT)).isCloseTo(EACH - held, within(1e-9));
        assertThat(market.holdings(owner).inTransit(BTC))
                .as("held is not under way")
                .isFalse();
    }

    @Test
    void aDepositAndAWithdrawalCountWhileUnderWay() {
        call(ROLLUP, new Call.Deposit(0, BTC, units(BTC, "3")));
        market.submit(owner, new MarketCommand.Withdraw(0, MAINNET, BTC, units(BTC, "5")));
        run(3, 3 * EACH);
        assertThat(market.holdings(owner).inTransit(BTC)).isTrue();
        assertThat(market.holdings(owner).inTransit(ETH)).isFalse();
        assertThat(free(SPOT)).isEqualTo(EACH - 5);
        run(1_000, 3 * EACH);
        assertThat(market.holdings(owner).inTransit(BTC)).isFalse();
        assertThat(free(SPOT)).isEqualTo(EACH - 2);
        assertThat(free(ROLLUP)).isEqualTo(EACH - 3);
        assertThat(free(MAINNET)).isEqualTo(EACH + 5);
    }

    /** A copy of the market, which has looked at nothing yet, sees the same at every moment, whatever was looked at before. */
    @Test
    void whatIsKeptOfALookIsWhatAFreshLookSees() {
        RandomParticipants everybody = new RandomParticipants(7);
        MarketEngine busy = MarketEngine.of(TestMarket.spec(0.9, 0.1), 7);
        busy.openParticipant("one", TestMarket.plenty());
        busy.openParticipant("two", TestMarket.plenty());
        for (int event = 0; event < 3_000; event++) {
            if (event % 3 == 0) {
                everybody.act(busy, 2);
            }
            if (event % 500 == 499) {
                requireFresh(busy);
                busy.ledger()
                        .transfer(busy.accounts().free(0, SPOT), busy.accounts().free(1, SPOT), BTC, 1_000);
            }
            requireFresh(busy);
            busy.advance();
        }
    }

    private static void requireFresh(MarketEngine market) {
        MarketEngine fresh = market.copy();
        for (int participant = 0; participant < 2; participant++) {
            for (int asset = 0; asset < market.spec().assets().size(); asset++) {
                assertThat(market.holdings(participant).total(asset))
                        .isEqualTo(fresh.holdings(participant).total(asset));
            }
            assertThat(market.equity(participant)).isEqualTo(fresh.equity(participant));
            assertThat(market.equityAtVenues(participant)).isEqualTo(fresh.equityAtVenues(participant));
        }
    }

    /** Two transfers at once; the bridge's 500 pips are gone when they arrive. */
    @Test
    void allThatIsOnBridgesCounts() {
        call(MAINNET, new Call.BridgeTransfer(0, BTC, units(BTC, "4")));
        call(ROLLUP, new Call.BridgeTransfer(0, BTC, units(BTC, "2")));
        run(14, 3 * EACH);
        assertThat(free(MAINNET)).isEqualTo(EACH - 4);
        assertThat(free(ROLLUP)).isEqualTo(EACH - 2);
        assertThat(market.holdings(owner).inTransit(BTC)).isTrue();
        assertThat(market.totalUnits(owner, BTC)).isEqualTo(units(BTC, "150"));
        while (market.hasEventUntil(1_000 * SECOND)) {
            market.advance();
        }
        assertThat(market.holdings(owner).inTransit(BTC)).isFalse();
        assertThat(market.holdings(owner).total(BTC)).isCloseTo(3 * EACH - 6 * 500e-6, within(1e-9));
        assertThat(market.totalUnits(owner, BTC)).isEqualTo(units(BTC, "149.997"));
        assertThat(free(ROLLUP)).isCloseTo(EACH - 2 + 4 * (1 - 500e-6), within(1e-9));
    }
}
