package catallaxy.environment.market.population;

import static catallaxy.environment.market.trading.SmallMarket.BOOK;
import static catallaxy.environment.market.trading.SmallMarket.HOUR;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.market.trace.BookEvent;
import catallaxy.environment.market.trading.SmallMarket;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Limit orders of those who trade at random, beside dealers who hold the mid-price at 2 000. */
final class NoiseTradingTest {
    private static final double FAIR = 2_000;
    private static final double OFFSET_BPS = 200;
    private static final long LIFE = SECOND;
    private static final double SIGMAS = 4.5;

    private final Town town = new Town(
            new SmallMarket(),
            1,
            new NoiseSpec(
                    new Group("noise", List.of(BOOK), 50_000_000), 360, new TradeSize(4_000, 0), 1, OFFSET_BPS, LIFE),
            new BookProviderSpec(new Group("dealers", List.of(BOOK), 5_000_000), 1, 5, 5, 10_000, 5 * SECOND));
    private final Map<Long, BookEvent.OrderRested> rested = new TreeMap<>();
    private final Map<Long, BookEvent.OrderCancelled> cancelled = new TreeMap<>();

    private void run() {
        int noise = town.participant(0);
        town.market.observe(event -> {
            if (event instanceof BookEvent.OrderRested each && each.participant() == noise) {
                rested.put(each.clientOrderId(), each);
            } else if (event instanceof BookEvent.OrderCancelled each && each.participant() == noise) {
                cancelled.put(each.clientOrderId(), each);
            }
        });
        town.runUntil(10 * HOUR);
    }

    /** Offsets are exponential: their standard deviation is their mean. */
    @Test
    void limitOrdersStandBehindTheMidPriceByTheirMeanOffset() {
        run();
        double sum = 0;
        int buys = 0;
        for (BookEvent.OrderRested each : rested.values()) {
            double price = each.priceTicks() / (double) town.market.toTicks(BOOK, 1);
            double offset = (each.side() == Side.BUY ? FAIR - price : price - FAIR) / FAIR * 1e4;
            assertThat(offset).as("%s", each).isGreaterThan(-5);
            sum += offset;
            buys += each.side() == Side.BUY ? 1 : 0;
        }
        int count = rested.size();
        assertThat((double) count).isCloseTo(3_600, within(SIGMAS * 60));
        assertThat(sum / count).isCloseTo(OFFSET_BPS, within(SIGMAS * OFFSET_BPS / StrictMath.sqrt(count)));
        assertThat((double) buys).isCloseTo(count / 2.0, within(SIGMAS * StrictMath.sqrt(count) / 2));
    }

    @Test
    void eachIsCancelledAfterItsLife() {
        run();
        rested.values().removeIf(order -> order.timeNanos() > 10 * HOUR - 2 * LIFE);
        assertThat(cancelled.keySet())
                .as("nobody trades that far from the price")
                .containsAll(rested.keySet());
        cancelled.keySet().retainAll(rested.keySet());
        cancelled.forEach((id, end) -> {
            BookEvent.OrderRested order = Objects.requireNonNull(rested.get(id));
            assertThat(end.timeNanos() - order.timeNanos()).as("%s", order).isEqualTo(LIFE);
            assertThat(end.lots()).isEqualTo(order.lots());
        });
        assertThat(town.market.totals(town.participant(0)).fills()).isZero();
    }
}
