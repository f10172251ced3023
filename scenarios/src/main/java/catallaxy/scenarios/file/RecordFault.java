package catallaxy.scenarios.file;

import catallaxy.environment.base.check.InvalidValueException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A value that a spec record refused, led back to the key it came from; ranges in nanoseconds, pips and wei are put into the
 * units of scenario files.
 *
 * @param key      the record's word for it
 * @param unit     of the record; empty where it is the scenario's
 * @param expected in the record's unit
 * @param found    in the record's unit
 */
record RecordFault(String key, String unit, String expected, String found) {
    private static final Pattern RANGE = Pattern.compile("(\\S+) to (\\S+)");

    /** Where a scenario says it in another word than the record. */
    private static final Map<String, String> KEYS = Map.of(
            "at-nanos", "at",
            "duration-nanos", "duration",
            "log-return", "change",
            "reserve0", "reserve-base",
            "reserve1", "reserve-quote",
            "tick × lot", "tick",
            "initial", "initial-regime",
            "time format", "time-format");

    static RecordFault of(IllegalArgumentException fault) {
        return fault instanceof InvalidValueException value
                ? new RecordFault(value.key(), value.unit(), value.expected(), value.found())
                : new RecordFault("", "", "values that fit together", String.valueOf(fault.getMessage()));
    }

    /** Notes the mistake at the key it belongs to, or at the section where it belongs to several. */
    void reportTo(Section section) {
        Optional<String> owner = words().flatMap(word -> Stream.of(word, word + "-bps", word + "-gwei"))
                .filter(section::knows)
                .findFirst();
        if (owner.isPresent()) {
            section.reject(owner.get(), inScenarioUnits());
        } else {
            section.rejectWhole((key.isEmpty() ? "" : key + " to be ") + inScenarioUnits(), found);
        }
    }

    /** What the scenario may call it: {@code mu of ETH} is {@code mu}, {@code demand.mean-share} is {@code mean-share}. */
    private Stream<String> words() {
        String plain = key.substring(key.lastIndexOf('.') + 1).replaceFirst(" of .*", "");
        return Stream.of(KEYS.getOrDefault(key, key), plain, RecordReader.kebab(plain));
    }

    private String inScenarioUnits() {
        Matcher range = RANGE.matcher(expected);
        return range.matches() ? inScenarioUnit(range.group(1)) + " to " + inScenarioUnit(range.group(2)) : expected;
    }

    private String inScenarioUnit(String text) {
        Optional<BigDecimal> number = Decimals.parse(text);
        return number.map(bound -> switch (unit) {
                    case "ns" -> Durations.render(bound.longValue());
                    case "pips" -> Decimals.render(bound.movePointLeft(2));
                    case "wei" -> Decimals.render(bound.movePointLeft(9));
                    case "s" -> Durations.render(bound.scaleByPowerOfTen(9).longValue());
                    default -> Decimals.render(bound);
                })
                .orElse(text);
    }
}
