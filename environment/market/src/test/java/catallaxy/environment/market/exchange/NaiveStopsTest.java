package catallaxy.environment.market.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.book.SelfTradePrevention;
import catallaxy.environment.market.trace.BookEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An exchange with stop orders against one without them, whose user keeps a list of stop orders and sends what is reached. */
class NaiveStopsTest {
    /** A stop order in the list. */
    private record Waiting(int who, MarketCommand.PlaceOrder order) {
        boolean reachedBy(long ticks) {
            return order.side() == Side.BUY ? ticks >= order.stopTicks() : ticks <= order.stopTicks();
        }

        long way() {
            return order.side() == Side.BUY ? order.stopTicks() : -order.stopTicks();
        }
    }

    private final TestExchange real = new TestExchange(SelfTradePrevention.NONE).richer(100_000_000);
    private final TestExchange naive = new TestExchange(SelfTradePrevention.NONE).richer(100_000_000);
    private final List<Waiting> list = new ArrayList<>();
    private int triggers;

    @Test
    void fillsAreThoseOfAUserWhoWatchesTheLastPrice() {
        int triggers = 0;
        for (long seed = 0; seed < 30; seed++) {
            NaiveStopsTest each = new NaiveStopsTest();
            RandomStream random = RandomStream.of(seed, "test/naive-stops");
            for (int i = 0; i < 250; i++) {
                each.step(random, i);
                assertThat(each.fills(each.real)).as("seed %d, %d", seed, i).isEqualTo(each.fills(each.naive));
                each.checkHolds();
            }
            triggers += each.triggers;
        }
        assertThat(triggers).isGreaterThan(500);
    }

    private void step(RandomStream random, int id) {
        int who = random.nextInt(3);
        Side side = random.nextBoolean(0.5) ? Side.BUY : Side.SELL;
        long ticks = 40L + random.nextInt(20);
        MarketCommand.PlaceOrder order =
                new MarketCommand.PlaceOrder(0, side, TimeInForce.GTC, id, ticks, 1L + random.nextInt(9));
        order = random.nextInt(5) == 0 ? order.showing(2) : order;
        if (random.nextInt(3) == 0) {
            placeStop(who, order.triggeredAt(40L + random.nextInt(20)));
        } else {
            real.send(who, order);
            naive.send(who, order);
            watch();
        }
        if (random.nextInt(50) == 0) {
            StateWriter out = new StateWriter();
            real.market.save(out);
            real.market = BookMarket.load(new StateReader(out.toBytes()), 0, real.market.spec())
                    .copy();
        }
    }

    private void placeStop(int who, MarketCommand.PlaceOrder order) {
        Waiting waiting = new Waiting(who, order);
        boolean taken = real.send(who, order).isEmpty();
        boolean late = naive.market.tape().size() > 0 && waiting.reachedBy(last());
        assertThat(taken).isEqualTo(!late);
        if (taken) {
            list.add(waiting);
        }
    }

    private long last() {
        return naive.market.tape().priceTicks(0);
    }

    private void watch() {
        Deque<Waiting> line = new ArrayDeque<>(reached());
        while (!line.isEmpty()) {
            Waiting next = line.removeFirst();
            naive.send(next.who(), next.order().triggeredAt(MarketCommand.NO_STOP));
            triggers++;
            line.addAll(reached());
        }
    }

    private List<Waiting> reached() {
        if (naive.market.tape().size() == 0) {
            return List.of();
        }
        List<Waiting> reached = list.stream()
                .filter(each -> each.reachedBy(last()))
                .sorted(Comparator.<Waiting, Side>comparing(each -> each.order().side())
                        .thenComparingLong(Waiting::way))
                .toList();
        Set<Waiting> gone = new HashSet<>(reached);
        list.removeIf(gone::contains);
        return reached;
    }

    private List<BookEvent.OrderFilled> fills(TestExchange exchange) {
        return exchange.only(BookEvent.OrderFilled.class);
    }

    private void checkHolds() {
        for (int who = TestExchange.A; who <= TestExchange.C; who++) {
            assertThat(real.held(who, TestExchange.QUOTE)).isEqualTo(real.needed(who, TestExchange.QUOTE));
            assertThat(real.held(who, TestExchange.BASE)).isEqualTo(real.needed(who, TestExchange.BASE));
        }
        assertThat(real.settlement.ledger().check().violations()).isEmpty();
    }
}
