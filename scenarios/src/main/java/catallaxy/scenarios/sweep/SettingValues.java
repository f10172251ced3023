package catallaxy.scenarios.sweep;

import catallaxy.scenarios.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values that a user gave each key of a sweep: several between commas, and ranges {@code a..b} of whole numbers. */
final class SettingValues {
    private static final int MOST_RUNS = 10_000;
    private static final Pattern RANGE = Pattern.compile("([-+]?\\d{1,18})\\.\\.([-+]?\\d{1,18})");

    private SettingValues() {}

    /**
     * Every combination of the values of each key; the last key's values change fastest.
     *
     * @param settings key → values separated by commas outside brackets, braces and quotations
     * @throws UserError (usage) if there are more than anybody runs, or a range ends before it begins
     */
    static List<Map<String, String>> combinations(Map<String, String> settings) {
        List<Map<String, String>> combinations = List.of(Map.of());
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            List<String> values = values(setting.getKey(), setting.getValue());
            requireFew((long) combinations.size() * values.size());
            combinations = combinations.stream()
                    .flatMap(each -> values.stream().map(value -> with(each, setting.getKey(), value)))
                    .toList();
        }
        return combinations;
    }

    private static void requireFew(long runs) {
        if (runs > MOST_RUNS) {
            throw UserError.usage("expected at most " + MOST_RUNS + " combinations of settings, found more");
        }
    }

    private static List<String> values(String key, String text) {
        List<String> values = new ArrayList<>();
        for (String value : parts(text)) {
            Matcher range = RANGE.matcher(value);
            if (range.matches()) {
                addRange(values, key, Long.parseLong(range.group(1)), Long.parseLong(range.group(2)));
            } else {
                values.add(value);
            }
        }
        return values;
    }

    private static void addRange(List<String> values, String key, long first, long last) {
        if (last < first) {
            throw UserError.usage(
                    key + ": expected a range from the least to the greatest number, found " + first + ".." + last);
        }
        requireFew(last - first + 1);
        for (long each = first; each <= last; each++) {
            values.add(Long.toString(each));
        }
    }

    /** What stands between commas that no bracket, brace or quotation holds. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            depth += quoted ? 0 : nesting(c);
            if (c == ',' && depth == 0 && !quoted) {
                parts.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        parts.add(text.substring(from).strip());
        return parts;
    }

    private static int nesting(char c) {
        return switch (c) {
            case '[', '{' -> 1;
            case ']', '}' -> -1;
            default -> 0;
        };
    }

    private static Map<String, String> with(Map<String, String> settings, String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(key, value);
        return more;
    }
}
