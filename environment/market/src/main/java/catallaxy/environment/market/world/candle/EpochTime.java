package catallaxy.environment.market.world.candle;

import catallaxy.environment.base.check.Checks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A number of time units since 1970-01-01T00:00Z, with or without a fraction. */
record EpochTime(ChronoUnit unit) implements TimeFormat {
    private static final int MAX_DIGITS = 32;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]*)?");
    /** 1e8 s, 1973-03-03: the same number in a unit a thousand times smaller is a time after 5000. */
    private static final BigDecimal PLAUSIBLE_FROM =
            BigDecimal.valueOf(100_000_000L).scaleByPowerOfTen(9);
    /** 2200-01-01. */
    private static final BigDecimal PLAUSIBLE_TO =
            BigDecimal.valueOf(7_258_118_400L).scaleByPowerOfTen(9);

    EpochTime {
        Checks.that(unit.compareTo(ChronoUnit.SECONDS) <= 0, "time unit", "seconds or smaller", unit);
    }

    /** The unit in which a cell is a time from March 1973 to 2199; at most one is. */
    static Optional<EpochTime> likely(String cell) {
        return isNumber(cell)
                ? Stream.of(ChronoUnit.SECONDS, ChronoUnit.MILLIS, ChronoUnit.MICROS, ChronoUnit.NANOS)
                        .map(EpochTime::new)
                        .filter(format -> format.isPlausible(cell))
                        .findFirst()
                : Optional.empty();
    }

    /** Whether the cell is a number that in this unit is a time from March 1973 to 2199. */
    boolean isPlausible(String cell) {
        return isNumber(cell)
                && nanos(cell).compareTo(PLAUSIBLE_FROM) >= 0
                && nanos(cell).compareTo(PLAUSIBLE_TO) < 0;
    }

    @Override
    public long epochNanos(String cell) {
        if (!isNumber(cell)) {
            throw new DateTimeException("not a number");
        }
        return nanos(cell).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }

    private static boolean isNumber(String cell) {
        return cell.length() <= MAX_DIGITS && NUMBER.matcher(cell).matches();
    }

    private BigDecimal nanos(String cell) {
        return new BigDecimal(cell)
                .multiply(BigDecimal.valueOf(unit.getDuration().toNanos()));
    }

    @Override
    public String expected() {
        return "a number of " + unitName() + " since 1970";
    }

    String unitName() {
        return unit == ChronoUnit.MILLIS ? "milliseconds" : unit == ChronoUnit.MICROS ? "microseconds" : plainName();
    }

    private String plainName() {
        return unit == ChronoUnit.NANOS ? "nanoseconds" : unit.toString().toLowerCase(Locale.ROOT);
    }

    @Override
    public String text() {
        return "epoch-" + unit.toString().toLowerCase(Locale.ROOT);
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }
}
