package catallaxy.environment.market.role;

import static catallaxy.environment.market.trading.SmallMarket.BOOK;
import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.EXCHANGE;
import static catallaxy.environment.market.trading.SmallMarket.MAIN;
import static catallaxy.environment.market.trading.SmallMarket.POOL_B;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.market.trading.SmallMarket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A halted seat sells no lower than 4 % below the mark, however many steps it takes. */
class FlatteningTest {
    private static SeatedMarket halted(double poolPrice) {
        SeatedMarket seated = new SeatedMarket(
                new SmallMarket()
                        .priceB(poolPrice)
                        .agent("trader", new RoleSpec.Trader(List.of(POOL_B), 50_000, 0.1), 20, 0, 500)
                        .spec(),
                1);
        seated.show(Side.BUY, 1_999.9, 10, 1);
        seated.show(Side.SELL, 2_000.1, 10, 2);
        seated.runUntil(SECOND, (agent, values) -> SeatedMarket.NOTHING);
        assertThat(seated.market.priceAtVenues(ETH)).isEqualTo(2_000);
        seated.seat(0).limit(9, 0);
        seated.runUntil(400 * SECOND, (agent, values) -> SeatedMarket.NOTHING);
        return seated;
    }

    private static double left(SeatedMarket seated) {
        return seated.market.holding(seated.seat(0).participant(), MAIN, ETH);
    }

    @Test
    void stopsWhereTheNextUnitBringsFourPercentLess() {
        SeatedMarket seated = halted(2_000);
        assertThat(seated.market.price(POOL_B) * 0.997).isBetween(1_919.0, 1_922.0);
        assertThat(left(seated)).isBetween(380.0, 420.0);
        assertThat(seated.market.limitOrders(BOOK).size(Side.BUY, 0)).isEqualTo(10);
    }

    @Test
    void doesNotSellIntoAPoolThatIsFarBelowTheMark() {
        assertThat(left(halted(1_920))).isEqualTo(500);
    }

    @Test
    void ownBidsAreNoDemandForWhatIsSold() {
        SeatedMarket seated = new SeatedMarket(
                new SmallMarket()
                        .agent("maker", new RoleSpec.MarketMaker(BOOK, 50, 50, 500, 0, SECOND), 20, 200_000, 100)
                        .spec(),
                1);
        seated.show(Side.BUY, 1_990, 3, 1);
        seated.show(Side.BUY, 1_940, 7, 2);
        int maker = seated.seat(0).participant();
        seated.market.submit(
                maker,
                new MarketCommand.PlaceOrder(
                        BOOK,
                        Side.BUY,
                        TimeInForce.GTC,
                        7,
                        seated.market.toTicks(BOOK, 1_995),
                        seated.market.toLots(BOOK, 50)));
        seated.runUntil(SECOND, (agent, values) -> SeatedMarket.NOTHING);
        assertThat(seated.market.limitOrders(BOOK).orders(maker).count()).isEqualTo(1);
        seated.seat(0).limit(9, 0);
        seated.roles.getFirst().halt(seated.market, seated.gateway(0), seated.seat(0));
        seated.runUntil(3 * SECOND, (agent, values) -> SeatedMarket.NOTHING);
        assertThat(seated.market.limitOrders(BOOK).orders(maker).count()).isZero();
        assertThat(seated.market.holding(maker, EXCHANGE, ETH))
                .as("3 within 2 % of 1990")
                .isEqualTo(97);
        assertThat(seated.market.totals(maker).fills()).isEqualTo(1);
    }
}
