package catallaxy.environment.market.world.candle;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * ISO 8601: a month, or a date, then optionally T or a space and a time, a fraction of a second, and an offset.
 *
 * @param zone of times without an offset
 */
record IsoTime(ZoneId zone) implements TimeFormat {
    private static final DateTimeFormatter FORMATTER = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM[-dd]")
            .optionalStart()
            .appendPattern("['T']['t'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendLiteral(' ')
            .optionalEnd()
            .parseCaseInsensitive()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH:mm", "Z")
            .optionalEnd()
            .optionalStart()
            .appendLiteral("UTC")
            .optionalEnd()
            .optionalEnd()
            .parseDefaulting(ChronoField.DAY_OF_MONTH, 1)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    @Override
    public long epochNanos(String cell) {
        ZoneId stated = cell.endsWith("UTC") ? java.time.ZoneOffset.UTC : zone;
        return LocalTimes.epochNanos(FORMATTER.parse(cell), stated);
    }

    @Override
    public String expected() {
        return "an ISO date or time such as 2024-12-01 or 2024-12-01T00:00:00Z";
    }

    @Override
    public String text() {
        return "iso";
    }
}
