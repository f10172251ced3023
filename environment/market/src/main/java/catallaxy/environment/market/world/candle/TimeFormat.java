package catallaxy.environment.market.world.candle;

import catallaxy.environment.market.kernel.Checks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the time cells of a candle file are written. */
public sealed interface TimeFormat {
    /**
     * The time of a cell in nanoseconds since 1970-01-01T00:00Z.
     *
     * @throws DateTimeException if the cell is not of this format
     * @throws ArithmeticException if the time does not fit
     */
    long epochNanos(String cell);

    /** What a cell must be, for messages. */
    String expected();

    /**
     * The format that a text stands for: {@code epoch-seconds}, {@code epoch-millis}, {@code epoch-micros},
     * {@code epoch-nanos}, {@code iso}, or a pattern of {@link DateTimeFormatter}.
     *
     * @param zone of times that name none themselves
     * @throws IllegalArgumentException if the pattern is none
     */
    static TimeFormat parse(String text, ZoneId zone) {
        return switch (text) {
            case "epoch-seconds" -> new Epoch(ChronoUnit.SECONDS);
            case "epoch-millis" -> new Epoch(ChronoUnit.MILLIS);
            case "epoch-micros" -> new Epoch(ChronoUnit.MICROS);
            case "epoch-nanos" -> new Epoch(ChronoUnit.NANOS);
            case "iso" -> new Iso(zone);
            default -> new Pattern(text, zone);
        };
    }

    /** A number of time units since 1970-01-01T00:00Z, with or without a fraction. */
    record Epoch(ChronoUnit unit) implements TimeFormat {
        private static final int MAX_DIGITS = 32;
        private static final java.util.regex.Pattern NUMBER = java.util.regex.Pattern.compile("-?[0-9]+(\\.[0-9]*)?");

        public Epoch {
            Checks.that(unit.compareTo(ChronoUnit.SECONDS) <= 0, "time unit", "seconds or smaller", unit);
        }

        @Override
        public long epochNanos(String cell) {
            if (cell.length() > MAX_DIGITS || !NUMBER.matcher(cell).matches()) {
                throw new DateTimeException("not a number");
            }
            BigDecimal nanos = new BigDecimal(cell)
                    .multiply(BigDecimal.valueOf(unit.getDuration().toNanos()));
            return nanos.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
        }

        @Override
        public String expected() {
            return "a number of " + unit.toString().toLowerCase(Locale.ROOT) + " since 1970";
        }
    }

    /**
     * ISO 8601: a date, then optionally T or a space and a time, a fraction of a second, and an offset.
     *
     * @param zone of times without an offset
     */
    record Iso(ZoneId zone) implements TimeFormat {
        private static final DateTimeFormatter FORMATTER = new DateTimeFormatterBuilder()
                .append(DateTimeFormatter.ISO_LOCAL_DATE)
                .optionalStart()
                .appendPattern("['T'][' ']")
                .append(DateTimeFormatter.ISO_LOCAL_TIME)
                .optionalStart()
                .appendOffset("+HHMM", "Z")
                .optionalEnd()
                .optionalStart()
                .appendOffset("+HH:mm", "Z")
                .toFormatter(Locale.ROOT);

        @Override
        public long epochNanos(String cell) {
            return nanos(FORMATTER.parse(cell), zone);
        }

        @Override
        public String expected() {
            return "an ISO date or time such as 2024-12-01 or 2024-12-01T00:00:00Z";
        }
    }

    /**
     * A pattern of {@link DateTimeFormatter}, in English; a pattern without a time of day means midnight.
     *
     * @param zone of times without an offset or zone
     */
    record Pattern(String pattern, ZoneId zone, DateTimeFormatter formatter) implements TimeFormat {
        /** @throws IllegalArgumentException if {@code pattern} is none */
        public Pattern(String pattern, ZoneId zone) {
            this(pattern, zone, compile(pattern));
        }

        @Override
        public long epochNanos(String cell) {
            return nanos(formatter.parse(cell), zone);
        }

        @Override
        public String expected() {
            return "a time of the form " + pattern;
        }

        private static DateTimeFormatter compile(String pattern) {
            try {
                return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "time format: expected epoch-seconds, epoch-millis, epoch-micros, epoch-nanos, iso or a pattern"
                                + " such as yyyy-MM-dd HH:mm, found " + pattern,
                        e);
            }
        }
    }

    private static long nanos(TemporalAccessor parsed, ZoneId defaultZone) {
        @Nullable LocalDate date = parsed.query(TemporalQueries.localDate());
        if (date == null) {
            throw new DateTimeException("no date");
        }
        @Nullable LocalTime time = parsed.query(TemporalQueries.localTime());
        @Nullable ZoneId zone = parsed.query(TemporalQueries.zone());
        Instant instant = date.atTime(time == null ? LocalTime.MIDNIGHT : time)
                .atZone(zone == null ? defaultZone : zone)
                .toInstant();
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }
}
