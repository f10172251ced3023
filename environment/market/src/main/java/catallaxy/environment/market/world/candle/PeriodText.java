package catallaxy.environment.market.world.candle;

/** Periods as people and scenario files write them. */
final class PeriodText {
    private static final String[] UNITS = {"w", "d", "h", "m", "s", "ms", "us", "ns"};
    private static final long[] NANOS = {
        604_800_000_000_000L,
        86_400_000_000_000L,
        3_600_000_000_000L,
        60_000_000_000L,
        1_000_000_000,
        1_000_000,
        1_000,
        1
    };

    private PeriodText() {}

    /** In the largest unit, up to weeks, of which it is a whole number: {@code 90 m}. */
    static String ofNanos(long nanos) {
        int unit = 0;
        while (nanos % NANOS[unit] != 0) {
            unit++;
        }
        boolean weeks = unit == 0;
        long count = nanos / NANOS[unit];
        return weeks ? counted(count, "week") : count + " " + UNITS[unit];
    }

    static String ofMonths(int months) {
        return months % 12 == 0
                ? counted(months / 12, "year")
                : months % 3 == 0 ? counted(months / 3, "quarter") : counted(months, "month");
    }

    private static String counted(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }
}
