package catallaxy.environment.market.engine;

import static catallaxy.environment.market.engine.TestMarket.ETH;
import static catallaxy.environment.market.engine.TestMarket.MAINNET;
import static catallaxy.environment.market.engine.TestMarket.USDC;
import static catallaxy.environment.market.engine.TestTripods.FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.venue.Claims;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Venues that share a contract: each way through it is its own, its state is one, and what it owes counts once. */
final class SharedContractsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int OTHER = FIRST + 3;
    private static final int ROLLUP = FIRST + 6;

    private final MarketEngine market = MarketEngine.of(TestTripods.spec(), TestTripods.kinds(), 1);
    private final int trader = market.openParticipant("trader", TestMarket.plenty());
    private final List<MarketEvent.TransactionExecuted> executed = new ArrayList<>();

    SharedContractsTest() {
        market.observe(event -> {
            if (event instanceof MarketEvent.TransactionExecuted each) {
                executed.add(each);
            }
        });
    }

    private boolean execute(Call call) {
        executed.clear();
        run(market, call);
        return executed.getLast().succeeded();
    }

    private void run(MarketEngine where, Call call) {
        where.submit(trader, where.transaction(MAINNET, call, where.timeNanos() + 600 * SECOND));
        long end = where.timeNanos() + 60 * SECOND;
        while (where.hasEventUntil(end)) {
            where.advance();
        }
    }

    private static TripodKind.Tripod tripod(MarketEngine market, int venue) {
        return market.offered(venue, TripodKind.Tripod.class);
    }

    private static Call.Swap swap(int assetIn, long units, Integer... path) {
        return new Call.Swap(List.of(path), assetIn, UInt256.of(units), UInt256.ZERO);
    }

    @Test
    void venuesOfOneHostShareAContractAndThoseOfAnotherChainDoNot() {
        assertThat(tripod(market, FIRST)).isSameAs(tripod(market, FIRST + 1)).isSameAs(tripod(market, FIRST + 2));
        assertThat(tripod(market, OTHER)).isSameAs(tripod(market, OTHER + 2)).isNotSameAs(tripod(market, FIRST));
        assertThat(tripod(market, ROLLUP)).as("equal hosts on two chains").isNotSameAs(tripod(market, FIRST));
    }

    @Test
    void aPathMayLeadThroughAContractTwiceAndItKnowsWhichWay() {
        assertThat(execute(swap(ETH, 1000, FIRST, FIRST + 2, OTHER + 1))).isTrue();
        assertThat(tripod(market, FIRST).swaps(FIRST)).isEqualTo(1);
        assertThat(tripod(market, FIRST).swaps(FIRST + 1)).isZero();
        assertThat(tripod(market, FIRST).swaps(FIRST + 2)).isEqualTo(1);
        assertThat(tripod(market, OTHER).swaps(OTHER + 1)).isEqualTo(1);
        assertThat(execute(swap(USDC, 1000, FIRST))).as("not of this pair").isFalse();
        assertThat(market.checkConservation().violations()).isEmpty();
    }

    @Test
    void whatRevertsLeavesASharedContractAsItWas() {
        byte[] before = market.contractState(FIRST);
        Call impossible = new Call.Transfer(trader, USDC, UInt256.powerOfTwo(250));
        assertThat(execute(new Call.Batch(List.of(swap(ETH, 10, FIRST, FIRST + 2), impossible))))
                .isFalse();
        assertThat(market.contractState(FIRST + 2)).isEqualTo(before);
    }

    @Test
    void copiesAndSavedMarketsHaveTheSameFuture() {
        execute(swap(ETH, 10, FIRST + 1));
        StateWriter out = new StateWriter();
        market.save(out);
        MarketEngine restored = market.restored(new StateReader(out.toBytes()));
        MarketEngine fork = market.copy();
        execute(swap(ETH, 20, FIRST));
        assertThat(tripod(fork, FIRST).swaps(FIRST)).isZero();
        for (MarketEngine each : List.of(restored, fork)) {
            run(each, swap(ETH, 20, FIRST));
            assertThat(each.contractState(FIRST)).isEqualTo(market.contractState(FIRST + 1));
            assertThat(tripod(each, OTHER)).isNotSameAs(tripod(market, OTHER));
        }
    }

    @Test
    void whatAVenueOwesCountsInTheOwnersEquityOnce() {
        double equity = market.holdings(trader).equity();
        double held = market.holdings(trader).total(ETH);
        assertThat(execute(new TripodKind.Leave(FIRST + 2, Amount.of(TestMarket.units(ETH, "10")))))
                .isTrue();
        double gas = held - 10 - market.holdings(trader).total(ETH);
        assertThat(gas).isBetween(0.0, 0.1);
        double price = market.worldPrice(ETH);
        double moved = market.holdings(trader).equity() - equity;
        assertThat(market.holdings(trader).claimed(ETH)).isEqualTo(10);
        assertThat(market.holdings(trader).claimed(USDC)).isZero();
        assertThat(market.venue(FIRST + 2, Claims.class))
                .as("the first offers it")
                .isEmpty();
        double heldAtFirst = 3 * 1000 * (price - 2000) + 3 * 50 * (market.worldPrice(TestMarket.BTC) - 40_000);
        assertThat(moved).isCloseTo(heldAtFirst - gas * price, within(1e-3));
    }
}
