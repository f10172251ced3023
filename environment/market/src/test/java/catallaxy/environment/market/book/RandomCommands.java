package catallaxy.environment.market.book;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import java.util.SplittableRandom;

/** A stream of random commands of every kind, valid and invalid, on a book of some dozens of orders. */
final class RandomCommands {
    private static final int RECENT = 128;

    /** A large market order now and then empties a side, which bounds the book. */
    private static final int SWEEP_EVERY = 300;

    /** One command; {@code kind} as in {@link #send}. */
    record Command(int kind, long orderId, int owner, Side side, long priceTicks, long lots, TimeInForce timeInForce) {
        OrderStatus send(MatchingEngine engine, BookListener listener) {
            return switch (kind) {
                case 0 -> engine.limit(orderId, owner, side, priceTicks, lots, timeInForce, listener);
                case 1 -> engine.market(orderId, owner, side, lots, listener);
                case 2 -> engine.limit(orderId, owner, side, priceTicks, lots, TimeInForce.POST_ONLY, listener);
                case 3 -> engine.cancel(orderId, listener);
                case 4 -> engine.replace(orderId, priceTicks, lots, listener);
                case 5 -> engine.replacePostOnly(orderId, priceTicks, lots, listener);
                case 6 -> engine.iceberg(orderId, owner, side, priceTicks, 5 * lots, slice(), timeInForce, listener);
                default -> throw new AssertionError(kind);
            };
        }

        private long slice() {
            return Math.floorMod(orderId, 8L);
        }
    }

    private final SplittableRandom random;
    private final int icebergs;
    private final long centre;
    private final long spread;
    private final long[] recent = new long[RECENT];
    private long lastId;

    /** Prices lie within {@code spread} of {@code centre}; a small spread crosses often, a large one makes many levels. */
    RandomCommands(long seed, long centre, long spread) {
        this(seed, centre, spread, 0);
    }

    /** @param icebergs of a hundred commands, so many are icebergs */
    RandomCommands(long seed, long centre, long spread, int icebergs) {
        this.icebergs = icebergs;
        random = new SplittableRandom(seed);
        this.centre = centre;
        this.spread = spread;
    }

    Command next() {
        if (random.nextInt(SWEEP_EVERY) == 0) {
            return new Command(1, newId(), 9, BookSide.at(random.nextInt(2)), 0, 10_000, TimeInForce.IOC);
        }
        int draw = random.nextInt(100);
        int kind =
                draw < icebergs ? 6 : draw < 44 ? 0 : draw < 48 ? 1 : draw < 58 ? 2 : draw < 78 ? 3 : draw < 94 ? 4 : 5;
        long id = (kind < 3 || kind == 6) && random.nextInt(50) > 0 ? newId() : recent[random.nextInt(RECENT)];
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        return new Command(kind, id, random.nextInt(4), side, price(side), lots(), timeInForce());
    }

    /** Ids are scattered over all longs, 0 and the extremes included. */
    private long newId() {
        lastId++;
        long id = lastId < 4 ? lastId - 2 : lastId % 3 == 0 ? lastId << 40 : lastId * 0x9E3779B97F4A7C15L;
        recent[(int) (lastId % RECENT)] = id;
        return id;
    }

    private long price(Side side) {
        long offset = random.nextLong(-spread, spread + 1) + random.nextLong(-spread, spread + 1);
        long lean = side == Side.BUY ? -spread / 4 : spread / 4;
        return centre + offset / 2 + lean;
    }

    private long lots() {
        int draw = random.nextInt(1000);
        return draw == 0 ? 0 : draw == 1 ? -3 : draw == 2 ? Long.MAX_VALUE - 50 : random.nextLong(1, 20);
    }

    private TimeInForce timeInForce() {
        int draw = random.nextInt(10);
        return draw < 6 ? TimeInForce.GTC : draw < 8 ? TimeInForce.IOC : TimeInForce.FOK;
    }
}
