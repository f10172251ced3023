package catallaxy.environment.market.population;

import static catallaxy.environment.market.trading.SmallMarket.HOUR;
import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trace.TransportEvent;
import catallaxy.environment.market.trading.SmallMarket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Users of bridges: how many cross, with how much, and that waiting keeps them away. */
final class CrossingTest {
    private static BridgeUsersSpec users(double waitingBps) {
        return new BridgeUsersSpec(
                new Group("users", List.of(POOL_A), 4_000_000), List.of(0), 30, new TradeSize(2_000, 0.5), waitingBps);
    }

    private static List<MarketEvent> play(double waitingBps, long seed) {
        Town town = new Town(new SmallMarket(), seed, users(waitingBps));
        List<MarketEvent> events = new ArrayList<>();
        town.market.observe(events::add);
        town.runUntil(4 * HOUR);
        assertThat(town.market.checkConservation().violations()).isEmpty();
        return events;
    }

    private static long count(List<MarketEvent> events, Class<? extends MarketEvent> kind) {
        return events.stream().filter(kind::isInstance).count();
    }

    @Test
    void theyCrossAsOftenAsTheirRateAndArrive() {
        for (long seed = 1; seed <= 3; seed++) {
            List<MarketEvent> events = play(5, seed);
            assertThat(count(events, TransportEvent.FundsSent.class))
                    .as("seed %d", seed)
                    .isBetween(80L, 160L);
            assertThat(count(events, TransportEvent.FundsArrived.class))
                    .isBetween(
                            count(events, TransportEvent.FundsSent.class) - 20,
                            count(events, TransportEvent.FundsSent.class));
        }
    }

    @Test
    void nobodyCrossesWhoOwnsNothing() {
        assertThatThrownBy(() -> users(10_001)).isInstanceOf(InvalidValueException.class);
        Town town = new Town(
                new SmallMarket(),
                1,
                new BridgeUsersSpec(
                        new Group("users", List.of(POOL_A), 0), List.of(0), 30, new TradeSize(2_000, 0.5), 5));
        List<MarketEvent> events = new ArrayList<>();
        town.market.observe(events::add);
        town.runUntil(HOUR);
        assertThat(count(events, TransportEvent.FundsSent.class))
                .as("they own nothing")
                .isZero();
    }

    @Test
    void withoutBridgesThereAreNone() {
        assertThatThrownBy(() -> new BridgeUsersSpec(
                        new Group("users", List.of(POOL_A), 1), List.of(), 30, new TradeSize(2_000, 0.5), 5))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("at least one");
    }
}
