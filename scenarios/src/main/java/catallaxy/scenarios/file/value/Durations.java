package catallaxy.scenarios.file.value;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as HOCON writes them, a number and a unit, to and from nanoseconds. */
public final class Durations {
    private static final Pattern TEXT = Pattern.compile("([+-]?[0-9.]{1,40})\\s*([a-z]{1,12})");
    private static final long MAX_NANOS = 36_500 * 86_400_000_000_000L;
    private static final Map<String, Long> NANOS = units();

    private Durations() {}

    /** Exact nanoseconds; empty where the text is no duration, more than a century, or not whole nanoseconds. */
    public static Optional<Long> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches() || !NANOS.containsKey(matcher.group(2))) {
            return Optional.empty();
        }
        BigDecimal unit = BigDecimal.valueOf(NANOS.getOrDefault(matcher.group(2), 0L));
        return Decimals.parse(matcher.group(1))
                .flatMap(number -> Decimals.scaledToLong(number.multiply(unit), 0))
                .filter(nanos -> nanos <= MAX_NANOS && nanos >= -MAX_NANOS);
    }

    /** The duration in the largest unit of which it is a whole multiple, such as {@code 90 m}. */
    public static String render(long nanos) {
        for (String unit : new String[] {"d", "h", "m", "s", "ms", "us"}) {
            long size = NANOS.getOrDefault(unit, 1L);
            if (nanos != 0 && nanos % size == 0) {
                return nanos / size + " " + unit;
            }
        }
        return nanos == 0 ? "0 s" : nanos + " ns";
    }

    private static Map<String, Long> units() {
        Map<String, Long> units = new TreeMap<>();
        addUnit(units, 1L, "ns nano nanos nanosecond nanoseconds");
        addUnit(units, 1_000L, "us micro micros microsecond microseconds");
        addUnit(units, 1_000_000L, "ms milli millis millisecond milliseconds");
        addUnit(units, 1_000_000_000L, "s second seconds");
        addUnit(units, 60_000_000_000L, "m minute minutes");
        addUnit(units, 3_600_000_000_000L, "h hour hours");
        addUnit(units, 86_400_000_000_000L, "d day days");
        return units;
    }

    private static void addUnit(Map<String, Long> units, long nanos, String names) {
        for (String name : names.split(" ", -1)) {
            units.put(name, nanos);
        }
    }
}
