package catallaxy.scenarios.report;

import catallaxy.scenarios.UserError;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How runs are to be compared, as the user asked for it. Immutable.
 *
 * @param base   settings of the group that the others are compared with; the first group where there are none
 * @param widths of the intervals for which the number of seeds is told, by figure; under an empty name, of all others
 */
public record TableChoice(Map<String, String> base, Map<String, Double> widths) {
    /** Against the first group; seeds for half of the present widths. */
    public static final TableChoice NONE = new TableChoice(Map.of(), Map.of());

    /** Copies both. */
    public TableChoice {
        base = Collections.unmodifiableMap(new LinkedHashMap<>(base));
        widths = Collections.unmodifiableMap(new LinkedHashMap<>(widths));
    }

    /**
     * The choice that was typed.
     *
     * @param base   settings by key
     * @param widths each a width, or {@code figure=width}
     * @throws UserError (usage) if a width is no positive number
     */
    public static TableChoice of(Map<String, String> base, List<String> widths) {
        Map<String, Double> byFigure = new LinkedHashMap<>();
        for (String typed : widths) {
            int equals = typed.indexOf('=');
            byFigure.put(
                    equals < 0 ? "" : typed.substring(0, equals).strip(), width(typed, typed.substring(equals + 1)));
        }
        return new TableChoice(base, byFigure);
    }

    private static double width(String typed, String number) {
        try {
            double width = Double.parseDouble(number.strip());
            if (width > 0 && Double.isFinite(width)) {
                return width;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw UserError.usage("--width: expected a positive number, or figure=number, found " + typed);
    }

    /** The width that is wanted of a figure's interval, if one is. */
    public OptionalDouble width(String figure) {
        String under = widths.containsKey(figure) ? figure : "";
        return widths.containsKey(under) ? OptionalDouble.of(widths.get(under)) : OptionalDouble.empty();
    }

    /** As plans have it. */
    public Map<String, Object> json() {
        return Map.of("base", base, "widths", widths);
    }

    /** The choice that a plan has; none where it has none. */
    public static TableChoice read(@Nullable Object json) {
        Map<String, String> base = new LinkedHashMap<>();
        Map<String, Double> widths = new LinkedHashMap<>();
        if (json instanceof Map<?, ?> map && map.get("base") instanceof Map<?, ?> settings) {
            settings.forEach((key, value) -> base.put(String.valueOf(key), String.valueOf(value)));
        }
        if (json instanceof Map<?, ?> map && map.get("widths") instanceof Map<?, ?> numbers) {
            numbers.forEach((key, value) -> widths.put(String.valueOf(key), width("", String.valueOf(value))));
        }
        return new TableChoice(base, widths);
    }
}
