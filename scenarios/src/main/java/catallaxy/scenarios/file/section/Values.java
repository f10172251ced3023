package catallaxy.scenarios.file.section;

import catallaxy.scenarios.file.value.ValueKind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Values of keys that are made of what a {@link Section} reads. */
public final class Values {
    private Values() {}

    /** What the scenario calls itself under {@code name}, or the other name where it does not. */
    public static String scenarioName(Section root, String otherwise) {
        String given = root.get("name", ValueKind.TEXT);
        String name = given.isEmpty() ? otherwise : given;
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,79}")) {
            root.reject("name", "a name of at most 80 letters, digits, - _ and .");
        }
        root.set("name", ValueKind.TEXT, name);
        return name;
    }

    /** One of these constants of an enumeration, by its word. */
    public static <E> E constant(Section section, String key, E[] constants) {
        List<String> words = Arrays.stream(constants).map(Values::wordOf).toList();
        return constants[words.indexOf(section.word(key, words))];
    }

    private static String wordOf(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The whole numbers of a list; none after noting that it is not one of these. */
    static List<Integer> wholeNumbers(Section section, String key) {
        List<BigDecimal> numbers = section.list(key, ValueKind.NUMBER);
        if (!numbers.stream().allMatch(Values::isWhole)) {
            section.reject(key, "a list of whole numbers");
            return List.of();
        }
        return numbers.stream().map(BigDecimal::intValueExact).toList();
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0
                && number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
    }
}
