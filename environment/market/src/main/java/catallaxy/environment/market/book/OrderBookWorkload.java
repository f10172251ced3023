package catallaxy.environment.market.book;

import catallaxy.environment.api.command.TimeInForce;

/**
 * A benchmark of {@link OrderBook}: recorded traffic replayed on copies of a filled book.
 *
 * <p>The traffic is 9 % new resting orders, 3 % immediate-or-cancel orders, 6 % cancels and 82 % moves on about 1 000
 * resting orders, without self-trade prevention. It reads no clock: the caller times {@link #run}.
 */
public final class OrderBookWorkload {
    private static final int ORDERS = 1_000;

    private final CommandTape tape;
    private final OrderBook filled = new OrderBook(SelfTradePrevention.NONE);

    /** Records traffic of so many commands; the same for every instance of that length. */
    public OrderBookWorkload(int commands) {
        OrderFlow flow = new OrderFlow(OrderFlow.Shape.published(ORDERS), 1);
        CommandTape fill = flow.fill();
        replay(fill, fill.size(), filled, BookListener.SILENT);
        tape = flow.commands(commands);
    }

    /**
     * Replays the first commands on a fresh copy of the filled book.
     *
     * @return a checksum of all trades, equal for equal {@code commands}
     */
    public long run(int commands) {
        TradeTally tally = new TradeTally();
        replay(tape, commands, filled.copy(), tally);
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
