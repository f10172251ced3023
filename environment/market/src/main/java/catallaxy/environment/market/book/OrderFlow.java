package catallaxy.environment.market.book;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.random.RandomStream;
import java.util.Arrays;

/**
 * Random traffic for a book that stays near a target size: 12 % new orders, 6 % cancels, 82 % moves.
 *
 * <p>The mix is the one exchange-core publishes its figures for
 * (https://github.com/exchange-core/exchange-core, README and {@code TestOrdersGenerator}). A new order rests while
 * its side is below half the target and takes otherwise, which settles at 9 % and 3 %. New prices lie on the passive
 * side of the last trade, mostly near it; a move shifts one of the oldest orders a hundredth of its distance towards
 * the last trade, one tick at least, so that it trades in the end. Differs from it in the generator, and in regulating
 * by the size of the book at each command instead of every 512.
 */
final class OrderFlow implements BookListener {
    private static final int OWNERS = 1_000;

    /**
     * A kind of traffic.
     *
     * @param orders         resting orders aimed at
     * @param candidates     cancels and moves choose among so many of the oldest orders
     * @param centreTicks    first trade price
     * @param deviationTicks greatest distance of a new order from the last trade
     * @param scattered      whether new prices, also of moves, are uniform within the deviation
     */
    record Shape(int orders, int candidates, long centreTicks, long deviationTicks, boolean scattered) {
        static Shape published(int orders) {
            return new Shape(orders, 512, 63_000, 3_150, false);
        }

        static Shape scattered(int orders) {
            return new Shape(orders, Integer.MAX_VALUE, 1L << 40, 1L << 30, true);
        }
    }

    private final Shape shape;
    private final RandomStream random;
    private final OrderBook book = new OrderBook(SelfTradePrevention.NONE);
    private CommandTape tape = new CommandTape();
    private long lastTradeTicks;
    private int lastId;

    private int[] candidates = new int[1024];
    private int[] places = new int[1024];
    private int candidateCount;
    private int nextCandidate = 1;

    OrderFlow(Shape shape, long seed) {
        this.shape = shape;
        random = RandomStream.of(seed, "benchmark/order-flow");
        lastTradeTicks = shape.centreTicks;
    }

    /** Commands that fill the empty book up to the target. */
    CommandTape fill() {
        tape = new CommandTape();
        while (lacking(Side.BUY) || lacking(Side.SELL)) {
            rest(lacking(Side.BUY) && (!lacking(Side.SELL) || random.nextInt(2) == 0) ? Side.BUY : Side.SELL);
        }
        return tape;
    }

    /** The next commands on the book that earlier calls left. */
    CommandTape commands(int count) {
        tape = new CommandTape();
        while (tape.size() < count) {
            step();
        }
        return tape;
    }

    private void step() {
        int draw = random.nextInt(100);
        if (draw < 12 || candidateCount == 0) {
            place(random.nextInt(2) == 0 ? Side.BUY : Side.SELL);
        } else if (draw < 18) {
            cancel(candidates[random.nextInt(candidateCount)]);
        } else {
            move(candidates[random.nextInt(candidateCount)]);
        }
    }

    private void place(Side side) {
        if (lacking(side)) {
            rest(side);
        } else {
            take(side);
        }
    }

    private boolean lacking(Side side) {
        return book.restingOrders(side) < shape.orders / 2;
    }

    private void rest(Side side) {
        int id = ++lastId;
        int owner = random.nextInt(OWNERS);
        long price = passivePrice(side);
        long lots = lots();
        tape.add(CommandTape.REST, id, owner, side, price, lots);
        book.limit(id, owner, side, price, lots, TimeInForce.GTC, this);
        nominate();
    }

    private void take(Side side) {
        int id = ++lastId;
        int owner = random.nextInt(OWNERS);
        long price = lastTradeTicks + signed(side, 5 * shape.deviationTicks);
        long lots = lots();
        tape.add(CommandTape.TAKE, id, owner, side, price, lots);
        book.limit(id, owner, side, price, lots, TimeInForce.IOC, this);
        nominate();
    }

    private void cancel(int id) {
        tape.add(CommandTape.CANCEL, id, book.owner(id), book.side(id), 0, 0);
        book.cancel(id, this);
        nominate();
    }

    private void move(int id) {
        Side side = book.side(id);
        long price = shape.scattered ? passivePrice(side) : nearer(book.priceTicks(id));
        if (price == book.priceTicks(id)) {
            return;
        }
        tape.add(CommandTape.MOVE, id, book.owner(id), side, price, book.lots(id));
        book.replace(id, price, book.lots(id), this);
        if (!book.contains(id)) {
            retire(id);
        }
        nominate();
    }

    private long nearer(long price) {
        long distance = lastTradeTicks - price;
        if (distance == 0) {
            return price + (random.nextInt(2) == 0 ? 1 : -1);
        }
        return price + Long.signum(distance) * ((Math.abs(distance) + 99) / 100);
    }

    private long passivePrice(Side side) {
        long distance = shape.scattered ? random.nextLong(shape.deviationTicks) : nearDistance();
        return lastTradeTicks - signed(side, distance);
    }

    private long nearDistance() {
        double skew = random.nextDouble();
        int reach = 1 + (int) (skew * skew * shape.deviationTicks);
        long sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += random.nextInt(reach);
        }
        return Math.abs(sum / 2 - reach);
    }

    private static long signed(Side side, long distance) {
        return side == Side.BUY ? distance : -distance;
    }

    private long lots() {
        return 1 + (long) random.nextInt(6) * random.nextInt(6) * random.nextInt(6);
    }

    @Override
    public void filled(
            long makerId,
            long takerId,
            int makerOwner,
            int takerOwner,
            long priceTicks,
            long lots,
            long makerRemaining) {
        long reach = 5 * shape.deviationTicks;
        lastTradeTicks = Math.clamp(priceTicks, shape.centreTicks - reach, shape.centreTicks + reach);
        if (makerRemaining == 0) {
            retire((int) makerId);
        }
    }

    @Override
    public void cancelled(long orderId, int owner, Side side, long priceTicks, long lots, CancelReason reason) {
        retire((int) orderId);
    }

    /** Tops the candidates up with the oldest resting orders that are none yet. */
    private void nominate() {
        for (; candidateCount < shape.candidates && nextCandidate <= lastId; nextCandidate++) {
            if (book.contains(nextCandidate)) {
                reserve();
                places[nextCandidate] = candidateCount;
                candidates[candidateCount++] = nextCandidate;
            }
        }
    }

    private void retire(int id) {
        if (id < nextCandidate) {
            int place = places[id];
            if (place < candidateCount && candidates[place] == id) {
                int last = candidates[--candidateCount];
                candidates[place] = last;
                places[last] = place;
            }
        }
    }

    private void reserve() {
        if (nextCandidate >= places.length) {
            places = Arrays.copyOf(places, 2 * places.length);
        }
        if (candidateCount == candidates.length) {
            candidates = Arrays.copyOf(candidates, 2 * candidates.length);
        }
    }
}
