package catallaxy.environment.market.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In what order stop orders are reached, against a list that is sorted anew each time. */
class StopOrdersTest {
    private static StopOrder stop(long id, int owner, Side side, long stopTicks) {
        return new StopOrder(id, owner, side, TimeInForce.GTC, stopTicks, 50, 1 + id % 7, 0);
    }

    @Test
    void theNearestTriggerIsReachedFirstAndTheOldestOfThose() {
        StopOrders stops = new StopOrders();
        stops.add(stop(1, 1, Side.BUY, 103));
        stops.add(stop(2, 1, Side.BUY, 101));
        stops.add(stop(3, 2, Side.BUY, 103));
        stops.add(stop(4, 1, Side.BUY, 104));
        stops.add(stop(5, 1, Side.SELL, 97));
        stops.add(stop(6, 1, Side.SELL, 99));
        assertThat(stops.triggered(100)).isEmpty();
        assertThat(ids(stops.triggered(103))).containsExactly(2L, 1L, 3L);
        assertThat(ids(stops.triggered(90))).containsExactly(6L, 5L);
        assertThat(stops.isEmpty()).isFalse();
        assertThat(stops.lotsOf(1, Side.BUY)).isEqualTo(5);
        assertThat(stops.lotsOf(2, Side.BUY)).isZero();
    }

    private static List<Long> ids(List<StopOrder> orders) {
        return orders.stream().map(StopOrder::orderId).toList();
    }

    @Test
    void agreesWithASortedListOverRandomOrdersAndPrices() {
        int reached = 0;
        for (long seed = 0; seed < 50; seed++) {
            RandomStream random = RandomStream.of(seed, "test/stops");
            StopOrders stops = new StopOrders();
            List<StopOrder> naive = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                StopOrder order = stop(
                        i, random.nextInt(3), random.nextBoolean(0.5) ? Side.BUY : Side.SELL, 90 + random.nextInt(20));
                stops.add(order);
                naive.add(order);
                if (random.nextInt(4) == 0) {
                    StopOrder gone = naive.remove(random.nextInt(naive.size()));
                    assertThat(stops.find(gone.orderId())).contains(gone);
                    stops.remove(gone);
                }
                if (random.nextInt(12) == 0) {
                    long price = 85L + random.nextInt(30);
                    List<StopOrder> expected = reached(naive, price);
                    naive.removeAll(expected);
                    assertThat(stops.triggered(price)).as("seed %d", seed).isEqualTo(expected);
                    reached += expected.size();
                }
                stops = i % 37 == 0 ? restored(stops.copy()) : stops;
            }
        }
        assertThat(reached).isGreaterThan(1_000);
    }

    /** Buys upwards, then sales downwards; a stable sort keeps the oldest first. */
    private static List<StopOrder> reached(List<StopOrder> all, long price) {
        return all.stream()
                .filter(each -> each.side() == Side.BUY ? price >= each.stopTicks() : price <= each.stopTicks())
                .sorted(Comparator.comparing(StopOrder::side)
                        .thenComparingLong(each -> each.side() == Side.BUY ? each.stopTicks() : -each.stopTicks()))
                .toList();
    }

    private static StopOrders restored(StopOrders stops) {
        StateReader in = new StateReader(bytes(stops));
        StopOrders restored = StopOrders.load(in);
        in.end();
        assertThat(bytes(restored)).isEqualTo(bytes(stops));
        return restored;
    }

    private static byte[] bytes(StopOrders stops) {
        StateWriter out = new StateWriter();
        stops.save(out);
        return out.toBytes();
    }

    @Test
    void refusesBytesInAnotherOrder() {
        StateWriter out = new StateWriter().int32(2);
        for (long ticks : new long[] {105, 104}) {
            out.int64(ticks).int32(1).int32(0).int64(ticks).int64(1).int64(1).int64(0);
        }
        byte[] bytes = out.int32(0).toBytes();
        assertThatThrownBy(() -> StopOrders.load(new StateReader(bytes)))
                .isInstanceOf(CorruptStateException.class)
                .hasMessageContaining("stop order 104");
    }

    @Test
    void manyLotsAreTheGreatestNumber() {
        StopOrders stops = new StopOrders();
        for (long id = 0; id < 2; id++) {
            stops.add(new StopOrder(id, 1, Side.SELL, TimeInForce.IOC, 9, 0, Long.MAX_VALUE - 1, 0));
        }
        assertThat(stops.lotsOf(1, Side.SELL)).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> stops.remove(stop(9, 1, Side.SELL, 9)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stop order 9");
    }
}
