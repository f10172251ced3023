package catallaxy.environment.market.world.candle;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * The times of a file's rows, in the order of the file: the form that may be any is that of the first that can be read, and a
 * number whose unit is not that of the others is told. One reader.
 */
final class TimeCells {
    /** 1900-01-01 and 2200-01-01, so that no arithmetic on times can overflow. */
    private static final long EARLIEST = -2_208_988_800L * 1_000_000_000;

    private static final long LATEST = 7_258_118_400L * 1_000_000_000;

    private final Column column;
    private TimeFormat format;
    private boolean any;
    private boolean first = true;
    private boolean plausible;

    TimeCells(Column column, TimeFormat format) {
        this.column = column;
        this.format = format;
        this.any = format instanceof AnyTime;
    }

    /** The stated form, or the one that was found. */
    TimeFormat format() {
        return format;
    }

    /**
     * The time of the next row, in nanoseconds since 1970.
     *
     * @throws UnitChange if the cell is a plausible time in another unit alone
     * @throws IllegalArgumentException if it is none
     */
    long epochNanos(String cell) {
        try {
            format = any ? format.seenIn(cell) : format;
            any = false;
            requireUnit(cell);
            return inRange(format.epochNanos(cell), cell);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(problem(format.expected() + reason(e), cell), e);
        } catch (ArithmeticException e) {
            return inRange(Long.MAX_VALUE, cell);
        }
    }

    private long inRange(long nanos, String cell) {
        if (nanos < EARLIEST || nanos >= LATEST) {
            throw new IllegalArgumentException(problem("a time from 1900 to 2199", cell));
        }
        return nanos;
    }

    private static String reason(DateTimeException e) {
        String message = String.valueOf(e.getMessage());
        return message.startsWith("the clocks of") ? " (" + message + ")" : "";
    }

    private void requireUnit(String cell) {
        if (format instanceof EpochTime stated) {
            boolean sound = stated.isPlausible(cell);
            Optional<EpochTime> likely = sound || !(first || plausible) ? Optional.empty() : EpochTime.likely(cell);
            likely.ifPresent(other -> {
                throw new UnitChange(problem(stated, other, cell));
            });
            plausible = sound;
            first = false;
        }
    }

    private String problem(EpochTime stated, EpochTime likely, String cell) {
        String known = first ? "" : " as in the lines before";
        String is = ", which are " + likely.unitName() + " of " + Instant.EPOCH.plusNanos(likely.epochNanos(cell));
        String advice = first ? " (time-format=" + likely.text() + ")" : ": the file changes its unit here";
        return problem(stated.expected() + known, cell) + is + advice;
    }

    private String problem(String expected, String cell) {
        Optional<EpochTime> likely = format instanceof EpochTime ? Optional.empty() : EpochTime.likely(cell);
        String advice = likely.map(epoch ->
                        ", which may be " + epoch.unitName() + " since 1970 (time-format=" + epoch.text() + ")")
                .orElse("");
        return column + ": expected " + expected + ", found " + ShownCell.of(cell) + advice;
    }
}
