package catallaxy.environment.market.world.candle;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.check.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** How long a candle is: always as long, or as long as the calendar or the clocks of a zone make it. */
public sealed interface CandlePeriod {
    /** A period that is always as long. */
    static CandlePeriod ofNanos(long nanos) {
        return new Fixed(nanos);
    }

    /**
     * How many periods lie between the beginnings of two candles: 0 if they overlap, 1 if one follows the other, and as many
     * candles more as are missing between them.
     */
    long between(long from, long to);

    /** The beginning of the next period, in nanoseconds since 1970. */
    long next(long from);

    /** The beginning of the period before. */
    long previous(long from);

    /** The mean length. */
    Duration meanLength();

    /** As scenario files write it, such as {@code 1 h} or {@code 3 months}. */
    String text();

    private static ZonedDateTime at(long nanos, ZoneId zone) {
        return Instant.EPOCH.plusNanos(nanos).atZone(zone);
    }

    private static long nanos(ZonedDateTime time) {
        return Math.addExact(Math.multiplyExact(time.toEpochSecond(), 1_000_000_000L), time.getNano());
    }

    /**
     * Always as long.
     *
     * @param nanos positive
     */
    record Fixed(long nanos) implements CandlePeriod {
        public Fixed {
            Checks.inRange("nanos", nanos, 1, Long.MAX_VALUE);
        }

        @Override
        public long between(long from, long to) {
            return to - from < nanos ? 0 : 1 + (to - from - 1) / nanos;
        }

        @Override
        public long next(long from) {
            return from + nanos;
        }

        @Override
        public long previous(long from) {
            return from - nanos;
        }

        @Override
        public Duration meanLength() {
            return Duration.ofNanos(nanos);
        }

        @Override
        public String text() {
            return PeriodText.ofNanos(nanos);
        }
    }

    /**
     * Some hours, days or weeks by the clock: a day has 23 or 25 hours where clocks are put forward or back, and a week may
     * begin some days late, after a holiday.
     *
     * @param nanos whole hours
     * @param zone of the clocks; where it is unknown, UTC, half a period more or less is taken for their doing
     */
    record Clock(long nanos, ZoneId zone) implements CandlePeriod {
        private static final long HOUR = 3_600_000_000_000L;

        public Clock {
            if (nanos <= 0 || nanos % HOUR != 0) {
                throw new InvalidValueException("nanos", "whole hours", nanos);
            }
        }

        @Override
        public long between(long from, long to) {
            long elapsed = Duration.between(local(from), local(to)).toNanos();
            return Math.max(0, Math.floorDiv(elapsed + nanos / 2, nanos));
        }

        private LocalDateTime local(long nanos) {
            return at(nanos, zone).toLocalDateTime();
        }

        @Override
        public long next(long from) {
            return CandlePeriod.nanos(local(from).plusNanos(nanos).atZone(zone));
        }

        @Override
        public long previous(long from) {
            return CandlePeriod.nanos(local(from).minusNanos(nanos).atZone(zone));
        }

        @Override
        public Duration meanLength() {
            return Duration.ofNanos(nanos);
        }

        @Override
        public String text() {
            return PeriodText.ofNanos(nanos) + " by the clock";
        }
    }

    /**
     * Some months of the calendar, dated by any day of theirs.
     *
     * @param count from 1 to 1200
     * @param zone  of the calendar
     */
    record Months(int count, ZoneId zone) implements CandlePeriod {
        private static final Duration MEAN_MONTH = Duration.ofSeconds(2_629_746);

        public Months {
            Checks.inRange("months", count, 1, 1200);
        }

        /** Rounded to the nearest number, so that months dated by their last working day are a month apart as well. */
        @Override
        public long between(long from, long to) {
            return Math.max(0, Math.round((position(to, zone) - position(from, zone)) / count));
        }

        /** Months since the year 0, with the share of the month that has passed. */
        static double position(long nanos, ZoneId zone) {
            ZonedDateTime time = at(nanos, zone);
            double days = time.getDayOfMonth() - 1 + time.toLocalTime().toNanoOfDay() / 86.4e12;
            return time.getYear() * 12L
                    + time.getMonthValue()
                    - 1
                    + days / time.toLocalDate().lengthOfMonth();
        }

        @Override
        public long next(long from) {
            return moved(from, count);
        }

        @Override
        public long previous(long from) {
            return moved(from, -count);
        }

        /** The last day of a month moves to the last day of another. */
        private long moved(long from, int months) {
            ZonedDateTime time = at(from, zone);
            ZonedDateTime moved = time.plusMonths(months);
            boolean last = time.getDayOfMonth() == time.toLocalDate().lengthOfMonth() && time.getDayOfMonth() > 27;
            return CandlePeriod.nanos(
                    last ? moved.withDayOfMonth(moved.toLocalDate().lengthOfMonth()) : moved);
        }

        @Override
        public Duration meanLength() {
            return MEAN_MONTH.multipliedBy(count);
        }

        @Override
        public String text() {
            return PeriodText.ofMonths(count);
        }
    }
}
