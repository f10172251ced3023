package catallaxy.environment.market.recording;

import catallaxy.environment.api.command.Side;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads LOBSTER's message files: time in seconds after midnight, type, order id, size, price times 10,000, direction of the resting
 * order (1 bought, −1 sold). Types: 1 an order came, 2 a part of it was cancelled, 3 it was deleted, 4 it was executed, 5 a hidden
 * order was executed, 6 a cross trade, 7 a halt. Hidden orders, crosses and halts move no visible lots and are left out. Messages of one
 * nanosecond are a nanosecond apart, so that each sees what the one before it did.
 *
 * <p>The first row of the order-book file beside it, which is the book after the first message, gives what stood before.
 */
public final class LobsterReader {
    private static final BigDecimal PRICE_SCALE = BigDecimal.valueOf(10_000);
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);
    private static final long NO_PRICE = 9_999_999_999L;
    private static final int FIELDS = 6;
    private static final long MOST_IDS = 1L << 38;

    private final Steps steps;
    private final Set<Long> named = new LinkedHashSet<>();
    private final List<FlowMessage> messages = new ArrayList<>();
    private long firstNanos = -1;
    private long lastNanos;

    private LobsterReader(Steps steps) {
        this.steps = steps;
    }

    /** The two files of a recording; the second is optional. */
    public interface Source {
        /** The messages. */
        InputStream messages() throws IOException;

        /** The rows of the book. */
        Optional<InputStream> book() throws IOException;
    }

    /**
     * Reads a recording.
     *
     * @throws FlowFileException if a line is not what is expected
     */
    public static RecordedFlow read(String name, Source source, Steps steps) throws IOException {
        LobsterReader reader = new LobsterReader(steps);
        Optional<InputStream> book = source.book();
        if (book.isPresent()) {
            reader.readBook(name + " (book)", book.get());
        }
        reader.readMessages(name, source.messages(), book.isPresent());
        return new RecordedFlow(name, reader.messages);
    }

    private void readBook(String name, InputStream in) throws IOException {
        try (FlowLines lines = new FlowLines(name, in)) {
            String row = lines.next();
            String[] cells = row == null ? new String[0] : row.strip().split(",", -1);
            if (cells.length == 0 || cells.length % 4 != 0) {
                throw lines.wrong("expected ask price, ask size, bid price, bid size of each level, found "
                        + cells.length + " cells");
            }
            for (int at = 0; at < cells.length; at += 2) {
                String price = cells[at].strip();
                String size = cells[at + 1].strip();
                Side side = at % 4 == 0 ? Side.SELL : Side.BUY;
                lines.parse(row == null ? "" : row, text -> level(side, price, size));
            }
        }
    }

    /** Where there is no level, its price is far out and its size 0. */
    private boolean level(Side side, String price, String size) {
        boolean there = !size.equals("0") && Math.abs(Long.parseLong(price)) < NO_PRICE;
        return there
                && messages.add(new FlowMessage(
                        0, FlowMessage.Kind.LEVEL, FlowMessage.ANONYMOUS, side, ticks(price), lots(size)));
    }

    private void readMessages(String name, InputStream in, boolean firstIsKnown) throws IOException {
        try (FlowLines lines = new FlowLines(name, in)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                String[] cells = line.strip().split(",", -1);
                if (cells.length != FIELDS) {
                    throw lines.wrong(
                            "expected time, type, order, size, price, direction, found " + FlowLines.shown(line));
                }
                long before = lastNanos;
                boolean first = firstNanos < 0;
                Optional<FlowMessage> message = lines.parse(line, text -> message(cells));
                if (!first && lastNanos < before) {
                    throw lines.wrong("time: expected at least that of the line before, found " + cells[0]);
                }
                if (first && firstIsKnown) {
                    named.clear(); // its order is among the lots of the first row
                } else {
                    message.ifPresent(messages::add);
                }
            }
        }
    }

    private Optional<FlowMessage> message(String[] cells) {
        long nanos = new BigDecimal(cells[0].strip()).multiply(NANOS).longValueExact();
        int type = Integer.parseInt(cells[1].strip());
        firstNanos = firstNanos < 0 ? nanos : firstNanos;
        lastNanos = nanos;
        return switch (type) {
            case 1 -> Optional.of(of(FlowMessage.Kind.REST, cells, newId(cells[2])));
            case 2, 3 -> Optional.of(of(FlowMessage.Kind.CANCEL, cells, knownId(cells[2])));
            case 4 -> Optional.of(of(FlowMessage.Kind.TRADE, cells, FlowMessage.ANONYMOUS));
            case 5, 6, 7 -> Optional.empty();
            default -> throw new ArithmeticException("type: expected 1 to 7, found " + type);
        };
    }

    private FlowMessage of(FlowMessage.Kind kind, String[] cells, long id) {
        Side resting = side(cells[5].strip());
        Side side = kind == FlowMessage.Kind.TRADE ? resting.opposite() : resting;
        long last = messages.isEmpty() ? -1 : messages.getLast().timeNanos();
        long time = Math.max(lastNanos - firstNanos, last + 1);
        return new FlowMessage(time, kind, id, side, ticks(cells[4].strip()), lots(cells[3].strip()));
    }

    private static Side side(String direction) {
        return switch (direction) {
            case "1" -> Side.BUY;
            case "-1" -> Side.SELL;
            default -> throw new ArithmeticException("direction: expected 1 or -1, found " + direction);
        };
    }

    private long newId(String cell) {
        long id = Long.parseLong(cell.strip());
        if (id < 0 || id >= MOST_IDS) {
            throw new ArithmeticException("order: expected 0 to 2^38 - 1, found " + id);
        }
        named.add(id);
        return id;
    }

    private long knownId(String cell) {
        long id = Long.parseLong(cell.strip());
        return named.contains(id) ? id : FlowMessage.ANONYMOUS;
    }

    private long ticks(String price) {
        return steps.ticks(new BigDecimal(price).divide(PRICE_SCALE));
    }

    private long lots(String size) {
        return steps.lots(new BigDecimal(size), 1);
    }
}
