package catallaxy.environment.market.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.api.view.Factor;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.engine.TestMarket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the factors of order books show, trade by trade. */
class BookFactorsTest {
    private static final int BOOK = TestMarket.ETH_BOOK;
    private static final String NAME = TestMarket.spec().venues().get(BOOK).id();

    private final MarketEngine market = MarketEngine.of(TestMarket.spec(0, 0), 1);
    private final int me = market.openParticipant("me", TestMarket.plenty());
    private final int other = market.openParticipant("other", TestMarket.plenty());

    private long seconds;

    private static RoleSite site(EngineSpec engine) {
        return new RoleSite(engine, 1, List.of(), SupervisedSeats.none());
    }

    private Map<String, Double> seen(FactorKind kind) {
        SeatSpec seat = new SeatSpec("me", new RoleSpec.Trader(List.of(BOOK), 1_000, 0.01), 1_000_000, 0, 0, List.of());
        Map<String, Double> seen = new LinkedHashMap<>();
        for (Factor<FactorSight> each : kind.in(site(market.spec()), seat)) {
            seen.put(each.feature().name(), each.value().applyAsDouble(new FactorSight(market, me)));
        }
        return seen;
    }

    private void order(int who, Side side, long id, long ticks, long lots) {
        market.submit(who, new MarketCommand.PlaceOrder(BOOK, side, TimeInForce.GTC, id, ticks, lots));
        seconds++;
        while (market.hasEventUntil(seconds * 1_000_000_000L)) {
            market.advance();
        }
    }

    @Test
    void theTapeShowsTheLatestFirst() {
        assertThat(seen(new TradeTapeFactor())).containsEntry("trade_price_1." + NAME, 0.0);
        order(other, Side.SELL, 1, 200_000, 50);
        order(me, Side.BUY, 1, 200_000, 20);
        order(me, Side.BUY, 2, 199_000, 10);
        order(other, Side.SELL, 2, 199_000, 3);
        assertThat(seen(new TradeTapeFactor()))
                .containsEntry("trade_price_1." + NAME, 1_990.0)
                .containsEntry("trade_size_1." + NAME, -0.00030000000000000003)
                .containsEntry("trade_price_2." + NAME, 2_000.0)
                .containsEntry("trade_size_2." + NAME, 0.002)
                .containsEntry("trade_size_3." + NAME, 0.0);
    }

    @Test
    void theQueueIsThatOfTheBestOwnOrderOrOfWhoeverJoinsNow() {
        order(other, Side.BUY, 1, 199_000, 30);
        assertThat(seen(new QueueAheadFactor()))
                .containsEntry("queue_ahead_bid." + NAME, 0.003)
                .containsEntry("queue_ahead_ask." + NAME, 0.0);
        order(me, Side.BUY, 1, 198_000, 5);
        order(me, Side.BUY, 2, 199_000, 5);
        order(other, Side.BUY, 3, 199_000, 70);
        assertThat(seen(new QueueAheadFactor())).containsEntry("queue_ahead_bid." + NAME, 0.003);
        market.submit(other, new MarketCommand.ReplaceOrder(BOOK, 1, 199_000, 10));
        order(other, Side.SELL, 4, 210_000, 1);
        assertThat(seen(new QueueAheadFactor()))
                .containsEntry("queue_ahead_bid." + NAME, 0.001)
                .containsEntry("queue_ahead_ask." + NAME, 0.0001);
    }

    @Test
    void aMarketWithoutABookHasNone() {
        EngineSpec spec = TestMarket.spec();
        EngineSpec pools = new EngineSpec(
                spec.assets(),
                spec.quoteAsset(),
                spec.chains(),
                spec.exchanges(),
                List.of(),
                spec.bridges(),
                spec.world());
        SeatSpec seat = new SeatSpec("me", new RoleSpec.Trader(List.of(BOOK), 1_000, 0.01), 1_000_000, 0, 0, List.of());
        assertThatThrownBy(() -> new QueueAheadFactor().in(site(pools), seat))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("queue-ahead: the market has no order book");
    }
}
