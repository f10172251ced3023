package catallaxy.environment.market.population;

import static catallaxy.environment.market.trading.SmallMarket.HOUR;
import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static catallaxy.environment.market.trading.SmallMarket.POOL_B;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trading.SmallMarket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Large orders: how they are split over time and venues. */
final class SplitTradingTest {
    private static final long INTERVAL = 60 * SECOND;
    private static final int PARTS = 8;

    private final List<MarketEvent.PoolSwapped> swaps = new ArrayList<>();

    private Town town(double rate, double buyShare) {
        Town town = new Town(
                new SmallMarket().volatility(0),
                3,
                new WhalesSpec(
                        new Group("whales", List.of(POOL_A, POOL_B), 40_000_000),
                        rate,
                        new TradeSize(80_000, 0),
                        PARTS,
                        INTERVAL,
                        buyShare));
        town.market.observe(event -> {
            if (event instanceof MarketEvent.PoolSwapped swap) {
                swaps.add(swap);
            }
        });
        return town;
    }

    @Test
    void anOrderIsEqualPartsInTurn() {
        Town town = town(0.2, 1);
        long end = 0;
        while (swaps.size() < PARTS) {
            end += HOUR;
            town.runUntil(end);
        }
        town.runUntil(end + HOUR);
        for (int i = 0; i < PARTS; i++) {
            MarketEvent.PoolSwapped swap = swaps.get(i);
            assertThat(swap.zeroForOne()).as("it buys").isFalse();
            assertThat(swap.amountIn().doubleValue() / 1e6).isCloseTo(80_000.0 / PARTS, within(1.0));
            if (i > 0) {
                assertThat(swap.venue())
                        .as("in turn")
                        .isNotEqualTo(swaps.get(i - 1).venue());
                assertThat((double) (swap.timeNanos() - swaps.get(i - 1).timeNanos()))
                        .as("an interval, to a block")
                        .isCloseTo(INTERVAL, within(30.0 * SECOND));
            }
        }
        assertThat(swaps.size() % PARTS).as("whole orders").isZero();
        double price = town.market.price(POOL_A);
        assertThat(price).as("it moved the price").isGreaterThan(2_005);
    }

    @Test
    void sidesAreAsLikelyAsSaid() {
        Town buying = town(3, 0.9);
        buying.runUntil(20 * HOUR);
        long bought = swaps.stream().filter(swap -> !swap.zeroForOne()).count();
        assertThat((double) bought / swaps.size()).isBetween(0.75, 1.0);
        assertThat(swaps.size()).as("about sixty orders").isBetween(35 * PARTS, 90 * PARTS);
    }

    @Test
    void copiesAndSnapshotsHaveTheSameFuture() {
        Town town = town(20, 0.5);
        town.runUntil(HOUR + 17 * SECOND);
        Town copy = town.copy();
        Town reloaded = town.reloaded();
        for (Town each : List.of(town, copy, reloaded)) {
            each.runUntil(3 * HOUR);
        }
        assertThat(copy.digest()).isEqualTo(town.digest());
        assertThat(reloaded.digest()).isEqualTo(town.digest());
        assertThat(reloaded.bytes()).isEqualTo(town.bytes());
    }
}
