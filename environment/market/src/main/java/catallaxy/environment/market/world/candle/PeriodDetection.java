package catallaxy.environment.market.world.candle;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Finds the period of candles from their times: months if all are dated by the same day or all by the last, else the most
 * common distance if all others are multiples of it, else the hours, days, weeks, months, quarters or years by the clock or
 * the calendar that all distances fit, else the most common distance all the same.
 */
final class PeriodDetection {
    private static final long HOUR = 3_600_000_000_000L;
    private static final long DAY = 24 * HOUR;
    /** Of a week that begins after a holiday. */
    private static final long MOST_DAYS_OFF = 3 * DAY + 2 * HOUR;
    /** Of months by their first or last working day. */
    private static final double MOST_MONTHS_OFF = 0.25;

    private static final int[] MONTHS = {1, 2, 3, 4, 6, 12};

    private final long[] times;
    private final long[] steps;
    private final ZoneId zone;

    private PeriodDetection(long[] times, ZoneId zone) {
        this.times = times;
        this.zone = zone;
        this.steps = IntStream.range(1, times.length)
                .mapToLong(i -> times[i] - times[i - 1])
                .toArray();
    }

    /**
     * The period of candles with these times.
     *
     * @param times {@code [N]} in order, without repetitions, at least two
     * @param zone  of the clocks, as far as it is known
     */
    static CandlePeriod of(long[] times, ZoneId zone) {
        return new PeriodDetection(times, zone).detect();
    }

    /** A stated length by the clock, if all times fit that and not the length itself; days of 23 and 25 hours do. */
    static CandlePeriod stated(long nanos, long[] times, ZoneId zone) {
        PeriodDetection detection = new PeriodDetection(times, zone);
        return times.length < 2 || detection.areMultiples(nanos)
                ? CandlePeriod.ofNanos(nanos)
                : detection.byClock(nanos).orElse(CandlePeriod.ofNanos(nanos));
    }

    private CandlePeriod detect() {
        long common = mostCommon(steps);
        if (common <= 2 * HOUR) {
            return CandlePeriod.ofNanos(common);
        }
        return datedMonths()
                .or(() -> areMultiples(common) ? Optional.of(CandlePeriod.ofNanos(common)) : Optional.empty())
                .or(() -> LongStream.of(common, common - HOUR, common + HOUR, localCommon())
                        .boxed()
                        .flatMap(nanos -> byClock(nanos).stream())
                        .findFirst())
                .or(() -> months().findFirst())
                .orElse(CandlePeriod.ofNanos(common));
    }

    private boolean areMultiples(long nanos) {
        return Arrays.stream(steps).allMatch(step -> step % nanos == 0);
    }

    /** Months of which each is dated by the same day and time of day, or by its last day. */
    private Optional<CandlePeriod> datedMonths() {
        List<LocalDateTime> local = Arrays.stream(times).mapToObj(this::local).toList();
        LocalDateTime first = local.getFirst();
        boolean sameTime = local.stream().allMatch(time -> time.toLocalTime().equals(first.toLocalTime()));
        boolean sameDay = local.stream().allMatch(time -> time.getDayOfMonth() == first.getDayOfMonth());
        boolean lastDay = local.stream().allMatch(PeriodDetection::isLastDay);
        int count = IntStream.range(1, times.length)
                .map(i -> (int) (monthOf(local.get(i)) - monthOf(local.get(i - 1))))
                .reduce(0, PeriodDetection::greatestCommonDivisor);
        return sameTime && (sameDay || lastDay) && count > 0
                ? Optional.of(new CandlePeriod.Months(Math.min(count, 1200), zone))
                : Optional.empty();
    }

    private static boolean isLastDay(LocalDateTime time) {
        return time.toLocalDate().equals(time.toLocalDate().with(TemporalAdjusters.lastDayOfMonth()));
    }

    private static long monthOf(LocalDateTime time) {
        return time.getYear() * 12L + time.getMonthValue();
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    private LocalDateTime local(long nanos) {
        return Instant.EPOCH.plusNanos(nanos).atZone(zone).toLocalDateTime();
    }

    private long localCommon() {
        long[] local = new long[steps.length];
        for (int i = 0; i < local.length; i++) {
            local[i] = ChronoUnit.NANOS.between(local(times[i]), local(times[i + 1]));
        }
        return mostCommon(local);
    }

    /** Whole hours, if every step is some periods, give or take an hour of the clocks or the holidays of a week. */
    private Optional<CandlePeriod> byClock(long nanos) {
        if (nanos <= 2 * HOUR || nanos % HOUR != 0) {
            return Optional.empty();
        }
        CandlePeriod.Clock clock = new CandlePeriod.Clock(nanos, zone);
        boolean fits = nanos % (7 * DAY) == 0 ? fitsWeeks(clock) : fitsHours(clock);
        return fits ? Optional.of(clock) : Optional.empty();
    }

    private boolean fitsWeeks(CandlePeriod.Clock clock) {
        return IntStream.range(0, steps.length)
                .allMatch(i -> count(clock, i) > 0 && Math.abs(off(clock, i)) <= MOST_DAYS_OFF);
    }

    /** Clocks are put forward and back: the beginnings of periods never lie further apart than an hour. */
    private boolean fitsHours(CandlePeriod.Clock clock) {
        long shift = 0;
        long least = 0;
        long most = 0;
        for (int i = 0; i < steps.length; i++) {
            shift += off(clock, i);
            least = Math.min(least, shift);
            most = Math.max(most, shift);
            if (count(clock, i) == 0 || shift % (HOUR / 2) != 0 || most - least > HOUR) {
                return false;
            }
        }
        return true;
    }

    private long count(CandlePeriod.Clock clock, int step) {
        return clock.between(times[step], times[step + 1]);
    }

    private long off(CandlePeriod.Clock clock, int step) {
        return ChronoUnit.NANOS.between(local(times[step]), local(times[step + 1]))
                - count(clock, step) * clock.nanos();
    }

    private Stream<CandlePeriod> months() {
        double[] apart = IntStream.range(0, steps.length)
                .mapToDouble(i ->
                        CandlePeriod.Months.position(times[i + 1], zone) - CandlePeriod.Months.position(times[i], zone))
                .toArray();
        return Arrays.stream(MONTHS)
                .filter(count -> Arrays.stream(apart).allMatch(months -> {
                    double whole = Math.rint(months / count) * count;
                    return whole > 0 && Math.abs(months - whole) <= MOST_MONTHS_OFF;
                }))
                .boxed()
                .sorted((a, b) -> b - a)
                .map(count -> new CandlePeriod.Months(count, zone));
    }

    /** The shortest of those that are equally common. */
    private static long mostCommon(long[] steps) {
        long[] sorted = steps.clone();
        Arrays.sort(sorted);
        long best = sorted[0];
        int bestRun = 0;
        int runStart = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[runStart]) {
                if (i - runStart > bestRun) {
                    bestRun = i - runStart;
                    best = sorted[runStart];
                }
                runStart = i;
            }
        }
        return best;
    }
}
