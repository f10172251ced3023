package catallaxy.environment.market.world.candle;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** How the time cells of a candle file are written. */
public sealed interface TimeFormat permits AnyTime, EpochTime, IsoTime, PatternTime {
    /**
     * The time of a cell in nanoseconds since 1970-01-01T00:00Z.
     *
     * @throws DateTimeException if the cell is not of this format
     * @throws ArithmeticException if the time does not fit
     */
    long epochNanos(String cell);

    /** What a cell must be, for messages. */
    String expected();

    /** The text that {@link #parse} reads. */
    String text();

    /** Where the clocks are of times that name no zone. */
    ZoneId zone();

    /**
     * The format of a file that has this cell: the same one, unless any is allowed.
     *
     * @throws DateTimeException if any is allowed and the cell is of none
     */
    default TimeFormat seenIn(String cell) {
        return this;
    }

    /**
     * The format that a text stands for: {@code auto}, {@code epoch-seconds}, {@code epoch-millis}, {@code epoch-micros},
     * {@code epoch-nanos}, {@code iso}, or a pattern of {@link java.time.format.DateTimeFormatter}.
     *
     * @param zone of times that name none themselves
     * @throws IllegalArgumentException if the pattern is none, or does not tell the whole time
     */
    static TimeFormat parse(String text, ZoneId zone) {
        return switch (text) {
            case "auto" -> new AnyTime(zone);
            case "epoch-seconds" -> new EpochTime(ChronoUnit.SECONDS);
            case "epoch-millis" -> new EpochTime(ChronoUnit.MILLIS);
            case "epoch-micros" -> new EpochTime(ChronoUnit.MICROS);
            case "epoch-nanos" -> new EpochTime(ChronoUnit.NANOS);
            case "iso" -> new IsoTime(zone);
            default -> new PatternTime(text, zone);
        };
    }
}
