package catallaxy.environment.market.world.candle;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * A pattern of {@link DateTimeFormatter}, in English and in any case. A pattern without a time of day means midnight, one
 * without a day the first of the month, quarter or year. Years of two digits are those from 1970 to 2069.
 *
 * @param pattern as the user wrote it
 * @param zone of times without an offset or zone
 */
record PatternTime(String pattern, ZoneId zone, DateTimeFormatter formatter, boolean shortYears) implements TimeFormat {
    private static final int FIRST_OF_NEXT_CENTURY = 2070;

    /** @throws IllegalArgumentException if {@code pattern} is none, or leaves open which time is meant */
    PatternTime(String pattern, ZoneId zone) {
        this(pattern, zone, compile(pattern, zone), PatternLetters.of(pattern).hasShortYear());
    }

    @Override
    public long epochNanos(String cell) {
        TemporalAccessor parsed = formatter.parse(cell);
        LocalDate date = LocalTimes.date(parsed);
        boolean before = shortYears && date.getYear() >= FIRST_OF_NEXT_CENTURY;
        return LocalTimes.epochNanos(before ? date.minusYears(100) : date, parsed, zone);
    }

    @Override
    public String expected() {
        return "a time of the form " + pattern + (PatternLetters.of(pattern).hasNames() ? " (names in English)" : "");
    }

    @Override
    public String text() {
        return pattern;
    }

    private static DateTimeFormatter compile(String pattern, ZoneId zone) {
        PatternLetters letters = PatternLetters.of(pattern);
        DateTimeFormatterBuilder builder = builder(pattern, letters);
        PatternAdvice.requireClear(pattern, letters, zone);
        if (letters.has("Qq")) {
            builder.parseDefaulting(IsoFields.DAY_OF_QUARTER, 1);
        } else if (!letters.has("dD")) {
            builder.parseDefaulting(letters.has("ML") ? ChronoField.DAY_OF_MONTH : ChronoField.DAY_OF_YEAR, 1);
        }
        return builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    private static DateTimeFormatterBuilder builder(String pattern, PatternLetters letters) {
        try {
            if (pattern.indexOf('%') < 0) {
                return new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(letters.withProlepticYears());
            }
        } catch (IllegalArgumentException unknown) {
            throw PatternAdvice.noPattern(pattern, unknown);
        }
        throw PatternAdvice.noPattern(pattern, new IllegalArgumentException("%"));
    }
}
