package catallaxy.environment.market.world.candle;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The instants of local dates and times; a date alone means the start of its day. */
final class LocalTimes {
    private static final List<ChronoField> PARTS = List.of(
            ChronoField.HOUR_OF_DAY,
            ChronoField.HOUR_OF_AMPM,
            ChronoField.CLOCK_HOUR_OF_AMPM,
            ChronoField.CLOCK_HOUR_OF_DAY,
            ChronoField.AMPM_OF_DAY,
            ChronoField.MINUTE_OF_HOUR,
            ChronoField.SECOND_OF_MINUTE,
            ChronoField.NANO_OF_SECOND);

    private LocalTimes() {}

    /**
     * The instant of what was parsed, in nanoseconds since 1970.
     *
     * @param zone of a time that names none
     * @throws DateTimeException if there is no date, a part of a time that makes none, or a time that the zone's clocks skip
     */
    static long epochNanos(TemporalAccessor parsed, ZoneId zone) {
        return epochNanos(date(parsed), parsed, zone);
    }

    /** As {@link #epochNanos(TemporalAccessor, ZoneId)}, with the date given. */
    static long epochNanos(LocalDate date, TemporalAccessor parsed, ZoneId zone) {
        @Nullable LocalTime time = parsed.query(TemporalQueries.localTime());
        if (time == null && PARTS.stream().anyMatch(parsed::isSupported)) {
            throw new DateTimeException("parts of a time of day that make none");
        }
        @Nullable ZoneId named = parsed.query(TemporalQueries.zone());
        ZonedDateTime zoned = zoned(date, time == null ? LocalTime.MIDNIGHT : time, named == null ? zone : named);
        return Math.addExact(Math.multiplyExact(zoned.toEpochSecond(), 1_000_000_000L), zoned.getNano());
    }

    static LocalDate date(TemporalAccessor parsed) {
        @Nullable LocalDate date = parsed.query(TemporalQueries.localDate());
        if (date == null) {
            throw new DateTimeException("no date");
        }
        return date;
    }

    /** Where the clocks skip midnight the day starts later; any other time that they skip is none. */
    private static ZonedDateTime zoned(LocalDate date, LocalTime time, ZoneId zone) {
        LocalDateTime local = date.atTime(time);
        ZonedDateTime zoned = local.atZone(zone);
        if (!zoned.toLocalDateTime().equals(local) && !time.equals(LocalTime.MIDNIGHT)) {
            throw new DateTimeException("the clocks of " + zone + " skip " + local);
        }
        return zoned;
    }
}
