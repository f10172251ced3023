package catallaxy.environment.market.world.candle;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Any form that can be told from one cell: ISO 8601, dates and times of 8, 12 or 14 digits, and numbers of seconds,
 * milliseconds, microseconds or nanoseconds since 1970 that lie from March 1973 to 2199.
 *
 * @param zone of times that name none
 */
record AnyTime(ZoneId zone) implements TimeFormat {
    private static final List<String> DIGITS = List.of("yyyyMMdd", "yyyyMMddHHmm", "yyyyMMddHHmmss");

    @Override
    public long epochNanos(String cell) {
        return seenIn(cell).epochNanos(cell);
    }

    @Override
    public TimeFormat seenIn(String cell) {
        Stream<TimeFormat> patterns = DIGITS.stream()
                .filter(pattern -> pattern.length() == cell.length())
                .map(pattern -> new PatternTime(pattern, zone));
        Optional<TimeFormat> dated = Stream.concat(patterns, Stream.of(new IsoTime(zone)))
                .filter(format -> reads(format, cell))
                .findFirst();
        return dated.or(() -> EpochTime.likely(cell)).orElseThrow(() -> new DateTimeException("no known form"));
    }

    private static boolean reads(TimeFormat format, String cell) {
        try {
            long nanos = format.epochNanos(cell);
            LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(nanos, 86_400_000_000_000L));
            return date.getYear() >= 1900 && date.getYear() < 2200;
        } catch (DateTimeException | ArithmeticException other) {
            return false;
        }
    }

    @Override
    public String expected() {
        return "an ISO date or time such as 2024-12-01 or 2024-12-01T00:00:00Z, or seconds, milliseconds, microseconds or"
                + " nanoseconds since 1970 of a time after 1973; any other form needs time-format";
    }

    @Override
    public String text() {
        return "auto";
    }
}
