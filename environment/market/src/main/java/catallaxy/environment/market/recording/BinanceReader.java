package catallaxy.environment.market.recording;

import catallaxy.environment.api.command.Side;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what Binance's combined streams told a listener: on each line the listener's clock in nanoseconds, a space, and the message.
 * Of {@code depthUpdate} each level has its quantity now; of {@code trade} price, quantity and whether the buyer rested ({@code m}).
 * A trade that is told after the depth update of its time or later is in the book already and left out, as are other messages, such as
 * {@code bookTicker}. Ids of depth messages must follow on one another: a gap is an error.
 */
public final class BinanceReader {
    private static final Pattern LINE = Pattern.compile("(\\d+) (\\{.*\\})");
    private static final Pattern LEVELS = Pattern.compile("\"b\":\\[(.*?)\\],\"a\":\\[(.*?)\\]\\}");
    private static final Pattern LEVEL = Pattern.compile("\\[\"([0-9.]+)\",\"([0-9.]+)\"\\]");
    private static final Pattern IDS = Pattern.compile("\"E\":(\\d+).*?\"U\":(\\d+),\"u\":(\\d+)");
    private static final Pattern TRADE =
            Pattern.compile("\"p\":\"([0-9.]+)\",\"q\":\"([0-9.]+)\",\"T\":(\\d+),\"m\":(true|false)");

    private final Steps steps;
    private final List<FlowMessage> messages = new ArrayList<>();
    private long firstNanos = -1;
    private long lastNanos;
    private long lastId = -1;
    private long depthMillis;

    private BinanceReader(Steps steps) {
        this.steps = steps;
    }

    /**
     * Reads a recording.
     *
     * @throws FlowFileException if a line is not what is expected
     */
    public static RecordedFlow read(String name, InputStream in, Steps steps) throws IOException {
        BinanceReader reader = new BinanceReader(steps);
        try (FlowLines lines = new FlowLines(name, in)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                reader.read(lines, line);
            }
        }
        return new RecordedFlow(name, reader.messages);
    }

    private void read(FlowLines lines, String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw lines.wrong("expected nanoseconds and a message, found " + FlowLines.shown(line));
        }
        long nanos = lines.parse(matcher.group(1), Long::parseLong);
        if (nanos < lastNanos) {
            throw lines.wrong("time: expected at least that of the line before, found " + nanos);
        }
        firstNanos = firstNanos < 0 ? nanos : firstNanos;
        lastNanos = nanos;
        String message = matcher.group(2);
        if (message.contains("\"e\":\"depthUpdate\"")) {
            readDepth(lines, message);
        } else if (message.contains("\"e\":\"trade\"")) {
            readTrade(lines, message);
        }
    }

    private void readDepth(FlowLines lines, String message) {
        Matcher ids = IDS.matcher(message);
        Matcher levels = LEVELS.matcher(message);
        if (!ids.find() || !levels.find()) {
            throw lines.wrong("expected a depth update with E, U, u, b and a, found " + FlowLines.shown(message));
        }
        depthMillis = lines.parse(ids.group(1), Long::parseLong);
        long from = lines.parse(ids.group(2), Long::parseLong);
        if (lastId >= 0 && from != lastId + 1) {
            throw lines.wrong("U: expected " + (lastId + 1) + ", the next update, found " + from);
        }
        lastId = lines.parse(ids.group(3), Long::parseLong);
        long time = time();
        addLevels(lines, time, Side.BUY, levels.group(1));
        addLevels(lines, time, Side.SELL, levels.group(2));
    }

    private void addLevels(FlowLines lines, long time, Side side, String levels) {
        for (MatchResult level : LEVEL.matcher(levels).results().toList()) {
            messages.add(lines.parse(
                    levels,
                    text -> new FlowMessage(
                            time,
                            FlowMessage.Kind.LEVEL,
                            FlowMessage.ANONYMOUS,
                            side,
                            steps.ticks(new BigDecimal(level.group(1))),
                            steps.lots(new BigDecimal(level.group(2)), 0))));
        }
    }

    private void readTrade(FlowLines lines, String message) {
        Matcher trade = TRADE.matcher(message);
        if (!trade.find()) {
            throw lines.wrong("expected a trade with p, q, T and m, found " + FlowLines.shown(message));
        }
        if (lines.parse(trade.group(3), Long::parseLong) <= depthMillis) {
            return;
        }
        messages.add(lines.parse(
                message,
                text -> new FlowMessage(
                        time(),
                        FlowMessage.Kind.TRADE,
                        FlowMessage.ANONYMOUS,
                        trade.group(4).equals("true") ? Side.SELL : Side.BUY,
                        steps.ticks(new BigDecimal(trade.group(1))),
                        steps.lots(new BigDecimal(trade.group(2)), 1))));
    }

    /** Messages of one nanosecond are a nanosecond apart; levels of one message are not. */
    private long time() {
        long last = messages.isEmpty() ? -1 : messages.getLast().timeNanos();
        return Math.max(lastNanos - firstNanos, last + 1);
    }
}
