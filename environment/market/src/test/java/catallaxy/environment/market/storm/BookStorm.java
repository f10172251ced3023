package catallaxy.environment.market.storm;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.exchange.BookMarket;
import catallaxy.environment.market.exchange.Rejection;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Storms over order books and the clearing behind them: orders of every kind on a spot market, a perpetual and a future, marks that wander,
 * funding, liquidations, settlement at expiry. After every 32nd operation it looks at conservation, that positions add up to zero and that
 * nothing is left in the pot; every 256th time, that what is refused changes nothing; every 4,096th, that nothing is held for who has
 * cancelled everything; every 8,192nd time it compares with a copy and with what was written and read.
 */
final class BookStorm implements Storm {
    private static final int SUMS = 32;
    private static final int REFUSALS = 256;
    private static final int DEPARTURES = 4_096;
    private static final int COPIES = 8_192;
    private static final int FUTURE = 64;
    private static final int ORDERS = 48;
    private static final int MOST_BITS = 20;

    private static final long SECOND = 1_000_000_000L;

    private final BookHall hall;
    private final Draw draw;
    private final Map<String, long[]> outcomes;
    private long operations;
    private boolean looks;

    BookStorm(long seed, Map<String, long[]> outcomes) {
        this(new Draw(RandomStream.of(seed, "storm/books")), outcomes);
    }

    private BookStorm(Draw draw, Map<String, long[]> outcomes) {
        this(new BookHall(draw), draw, outcomes);
    }

    private BookStorm(BookHall hall, Draw draw, Map<String, long[]> outcomes) {
        this.hall = hall;
        this.draw = draw;
        this.outcomes = outcomes;
    }

    @Override
    public long operations() {
        return operations;
    }

    @Override
    public void rage(long more) {
        long end = operations + more;
        while (operations < end) {
            looks = operations % REFUSALS == 0;
            operate();
            if (operations % SUMS == 0) {
                sums();
            }
            if (operations % DEPARTURES == 0) {
                leave();
            }
            if (operations % COPIES == 0) {
                compare();
            }
        }
    }

    private void sums() {
        List<?> violations = hall.settlement.ledger().check().violations();
        StormFault.unless(violations.isEmpty(), violations::toString);
        hall.fault().ifPresent(fault -> {
            throw new StormFault(fault);
        });
    }

    private void operate() {
        operations++;
        if (draw.oneIn(64)) {
            mark();
            return;
        }
        BookMarket market = hall.markets.get(draw.below(BookHall.MARKETS));
        byte[] before = looks ? hall.traces(market) : new byte[0];
        Optional<Rejection> refused = command(market, draw.below(StormPlan.PARTICIPANTS));
        if (looks && refused.isPresent()) {
            StormFault.unless(
                    Arrays.equals(before, hall.traces(market)),
                    () -> "what was refused for " + refused + " left a trace");
        }
    }

    private Optional<Rejection> command(BookMarket market, int who) {
        long id = draw.oneIn(64) ? draw.any().limb(0) : draw.below(ORDERS);
        return switch (draw.below(16)) {
            case 0, 1, 2 -> count("cancel", hall.exchange.cancel(hall.settlement, hall.now, market, who, id));
            case 3 -> {
                if (draw.oneIn(16)) {
                    hall.exchange.cancelAll(hall.settlement, hall.now, market, who);
                }
                yield Optional.empty();
            }
            case 4, 5 -> {
                MarketCommand.ReplaceOrder order =
                        new MarketCommand.ReplaceOrder(market.venue(), id, ticks(), lots(), draw.oneIn(4));
                yield count("replace", hall.exchange.replace(hall.settlement, hall.now, market, who, order));
            }
            default -> count("place", hall.exchange.place(hall.settlement, hall.now, market, who, order(market, id)));
        };
    }

    private Optional<Rejection> count(String what, Optional<Rejection> refused) {
        outcomes.computeIfAbsent(what, _ -> new long[2])[refused.isEmpty() ? 0 : 1]++;
        return refused;
    }

    private MarketCommand.PlaceOrder order(BookMarket market, long id) {
        TimeInForce[] all = TimeInForce.values();
        TimeInForce force = draw.oneIn(2) ? TimeInForce.GTC : all[draw.below(all.length)];
        long price = draw.oneIn(16) ? MarketCommand.ANY_PRICE : ticks();
        MarketCommand.PlaceOrder order = new MarketCommand.PlaceOrder(
                market.venue(), draw.oneIn(2) ? Side.BUY : Side.SELL, force, id, price, lots());
        return switch (draw.below(16)) {
            case 0 -> order.showing(draw.oneIn(64) ? -1 : 1 + order.lots() / 16);
            case 1 -> order.triggeredAt(ticks());
            default -> order;
        };
    }

    /** About the index; seldom anything. */
    private long ticks() {
        if (draw.oneIn(128)) {
            return draw.any().limb(0);
        }
        long band = Math.max(1, hall.indexTicks / 50);
        return Math.max(1, hall.indexTicks + draw.below(2 * band + 1) - band);
    }

    /** Seldom none, or more than any market takes. */
    private long lots() {
        return draw.oneIn(64)
                ? (draw.oneIn(2) ? -draw.below(3L) : Long.MAX_VALUE >>> draw.below(8))
                : draw.ofBits(draw.between(1, MOST_BITS)).longValueExact();
    }

    /** Time passes, the index moves, and a market of derivatives is marked. */
    private void mark() {
        hall.now += draw.oneIn(16) ? draw.below(600 * SECOND) : draw.below(2 * SECOND);
        double moved = hall.indexTicks * StrictMath.exp(0.06 * (draw.uniform() - 0.5));
        hall.indexTicks = Math.clamp((long) moved, 20, 1_000_000);
        BookMarket market = hall.markets.get(1 + draw.below(BookHall.MARKETS - 1));
        hall.exchange.mark(hall.settlement, hall.now, market, hall.indexTicks, 1 + draw.below(1_000L));
        count("mark", Optional.empty());
    }

    /** Who has cancelled everything has nothing held, and without positions no margin. */
    private void leave() {
        BookHall trial = hall.copy();
        for (int who = 0; who < StormPlan.PARTICIPANTS; who++) {
            boolean isFlat = true;
            for (BookMarket each : trial.markets) {
                trial.exchange.cancelAll(trial.settlement, trial.now, each, who);
                isFlat &= each.positions().isEmpty() || each.margined().lots(who) == 0;
            }
            boolean isFree = trial.held(who, BookHall.BASE).isZero()
                    && trial.held(who, BookHall.QUOTE).isZero()
                    && (!isFlat || trial.margin(who).isZero());
            StormFault.unless(isFree, () -> "something is held for who has no orders");
        }
    }

    /** A copy, and what was written and read, are as the original, stay so while it goes on, and have its future. */
    private void compare() {
        byte[] now = hall.written();
        List<BookStorm> others = List.of(other(hall.copy()), other(hall.restored()));
        future();
        byte[] then = hall.written();
        for (BookStorm each : others) {
            StormFault.unless(
                    Arrays.equals(now, each.hall.written()), () -> "a copy changed, or is not what was copied");
            each.future();
            operations += each.operations;
            StormFault.unless(Arrays.equals(then, each.hall.written()), () -> "a copy has another future");
        }
    }

    private void future() {
        looks = false;
        for (int i = 0; i < FUTURE; i++) {
            operate();
        }
    }

    private BookStorm other(BookHall copy) {
        return new BookStorm(copy, draw.copy(), outcomes);
    }
}
