package catallaxy.environment.market.book;

import catallaxy.environment.api.command.TimeInForce;

/**
 * A benchmark of {@link OrderBook}: recorded traffic replayed on copies of a filled book.
 *
 * <p>The traffic is 9 % new resting orders, 3 % immediate-or-cancel orders, 6 % cancels and 82 % moves, without self-trade prevention.
 * It reads no clock: the caller times {@link #run}, and not {@link #prepare}, which takes the copy.
 */
public final class OrderBookWorkload {
    private final CommandTape tape;
    private final OrderBook filled = new OrderBook(SelfTradePrevention.NONE);
    private OrderBook book = filled;

    private OrderBookWorkload(OrderFlow.Shape shape, int commands) {
        OrderFlow flow = new OrderFlow(shape, 1);
        CommandTape fill = flow.fill();
        replay(fill, fill.size(), filled, BookListener.SILENT);
        tape = flow.commands(commands);
    }

    /**
     * Traffic at prices near the last trade; the same for every instance of these numbers.
     *
     * @param orders   about so many rest
     * @param commands that are recorded
     */
    public static OrderBookWorkload near(int orders, int commands) {
        return new OrderBookWorkload(OrderFlow.Shape.published(orders), commands);
    }

    /** Traffic at prices anywhere among 2<sup>30</sup>, so that nearly each order has its own. */
    public static OrderBookWorkload scattered(int orders, int commands) {
        return new OrderBookWorkload(OrderFlow.Shape.scattered(orders), commands);
    }

    /** Takes a fresh copy of the filled book. */
    public void prepare() {
        book = filled.copy();
    }

    /**
     * Replays the first commands on the copy that was taken last.
     *
     * @return a checksum of all trades, equal for equal {@code commands}
     */
    public long run(int commands) {
        TradeTally tally = new TradeTally();
        replay(tape, commands, book, tally);
        return tally.checksum();
    }

    static void replay(CommandTape tape, int commands, MatchingEngine book, BookListener listener) {
        for (int at = 0; at < commands; at++) {
            replayOne(tape, at, book, listener);
        }
    }

    private static OrderStatus replayOne(CommandTape tape, int at, MatchingEngine book, BookListener listener) {
        long id = tape.orderId(at);
        return switch (tape.kind(at)) {
            case CommandTape.MOVE -> book.replace(id, tape.priceTicks(at), tape.lots(at), listener);
            case CommandTape.CANCEL -> book.cancel(id, listener);
            case CommandTape.REST -> submit(tape, at, TimeInForce.GTC, book, listener);
            default -> submit(tape, at, TimeInForce.IOC, book, listener);
        };
    }

    private static OrderStatus submit(
            CommandTape tape, int at, TimeInForce timeInForce, MatchingEngine book, BookListener listener) {
        return book.limit(
                tape.orderId(at),
                tape.owner(at),
                tape.side(at),
                tape.priceTicks(at),
                tape.lots(at),
                timeInForce,
                listener);
    }
}
