package catallaxy.scenarios.file.market;

import catallaxy.environment.market.world.candle.CandleFormat;
import catallaxy.environment.market.world.candle.Column;
import catallaxy.environment.market.world.candle.CsvLayout;
import catallaxy.environment.market.world.candle.PriceColumns;
import catallaxy.environment.market.world.candle.StatedInterval;
import catallaxy.environment.market.world.candle.TimeColumn;
import catallaxy.environment.market.world.candle.TimeFormat;
import catallaxy.environment.market.world.candle.TimeMark;
import catallaxy.scenarios.file.section.RecordReader;
import catallaxy.scenarios.file.section.Section;
import catallaxy.scenarios.file.section.Values;
import catallaxy.scenarios.file.value.Durations;
import catallaxy.scenarios.file.value.ValueKind;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how a candle file is laid out. */
final class CandleFormatReader {
    private static final Pattern MONTHS = Pattern.compile("([0-9]{1,4}) *(month|quarter|year)s?");
    private static final Pattern WEEKS = Pattern.compile("([0-9]{1,2}) *weeks?");
    private static final int MOST_MONTHS = 1200;

    private CandleFormatReader() {}

    static Optional<CandleFormat> read(Section section) {
        Optional<CsvLayout> layout = layout(section);
        Optional<TimeColumn> time = time(section);
        Optional<PriceColumns> prices = prices(section);
        return RecordReader.PLAIN.read(
                section, CandleFormat.class, Map.of("layout", layout, "time", time, "prices", prices));
    }

    private static Optional<CsvLayout> layout(Section section) {
        String delimiter = section.get("delimiter", ValueKind.TEXT);
        if (delimiter.length() != 1 && !delimiter.equals("tab") && !delimiter.equals("auto")) {
            section.reject("delimiter", "one character, tab or auto");
        }
        return RecordReader.PLAIN.read(section, CsvLayout.class, Map.of("delimiter", character(delimiter)));
    }

    private static char character(String delimiter) {
        return switch (delimiter) {
            case "auto" -> CsvLayout.ANY;
            case "tab" -> '\t';
            default -> delimiter.isEmpty() ? CsvLayout.ANY : delimiter.charAt(0);
        };
    }

    private static Optional<TimeColumn> time(Section section) {
        Optional<Column> column = column(section, "time-column", "");
        String format = section.get("time-format", ValueKind.TEXT);
        ZoneId zone = zone(section);
        TimeMark mark = Values.constant(section, "time-mark", TimeMark.values());
        StatedInterval interval = section.get("interval", INTERVAL);
        return section.build(
                () -> new TimeColumn(column.orElseThrow(), TimeFormat.parse(format, zone), mark, interval));
    }

    private static final ValueKind<StatedInterval> INTERVAL = new ValueKind<>(
            "duration or months",
            "a duration of at most 366 d such as 1 h, or a calendar period such as 1 month, 1 quarter or 1 year, of at most 100 years",
            StatedInterval.NONE,
            CandleFormatReader::interval,
            CandleFormatReader::written);

    private static Optional<StatedInterval> interval(String text) {
        Matcher months = MONTHS.matcher(text);
        if (months.matches()) {
            int unit = months.group(2).equals("month") ? 1 : months.group(2).equals("quarter") ? 3 : 12;
            int count = Integer.parseInt(months.group(1)) * unit;
            boolean possible = count > 0 && count <= MOST_MONTHS;
            return possible ? Optional.of(new StatedInterval(0, count)) : Optional.empty();
        }
        Matcher weeks = WEEKS.matcher(text);
        String duration = weeks.matches() ? 7 * Integer.parseInt(weeks.group(1)) + " d" : text;
        return Durations.parse(duration)
                .filter(nanos -> nanos >= 0 && nanos <= 366 * 86_400_000_000_000L)
                .map(nanos -> new StatedInterval(nanos, 0));
    }

    private static String written(StatedInterval interval) {
        return interval.months() == 0 ? Durations.render(interval.nanos()) : interval.months() + " months";
    }

    private static ZoneId zone(Section section) {
        String zone = section.get("time-zone", ValueKind.TEXT);
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            section.reject("time-zone", "a time zone such as UTC, +01:00 or Europe/Berlin");
            return ZoneOffset.UTC;
        }
    }

    private static Optional<PriceColumns> prices(Section section) {
        String prefix = section.get("column-prefix", ValueKind.TEXT);
        Optional<Column> open = column(section, "open-column", prefix);
        Optional<Column> high = column(section, "high-column", prefix);
        Optional<Column> low = column(section, "low-column", prefix);
        Optional<Column> close = column(section, "close-column", prefix);
        boolean hasVolume = !section.get("volume-column", ValueKind.TEXT).isEmpty();
        Optional<Column> volume = hasVolume ? column(section, "volume-column", prefix) : Optional.empty();
        return section.build(() -> new PriceColumns(
                open.orElseThrow(), high.orElseThrow(), low.orElseThrow(), close.orElseThrow(), volume.orElse(null)));
    }

    private static Optional<Column> column(Section section, String key, String prefix) {
        String text = section.get(key, ValueKind.TEXT);
        try {
            return Optional.of(Column.parse(text.startsWith("#") ? text : prefix + text));
        } catch (IllegalArgumentException unusable) {
            section.reject(key, "the name of a column, or # and its number");
            return Optional.empty();
        }
    }
}
