package catallaxy.environment.base.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Range checks of spec records; each failure names the key, what was expected and what was found. */
public final class Checks {
    private Checks() {}

    /**
     * Checks {@code low ≤ value ≤ high}.
     *
     * @throws InvalidValueException otherwise
     */
    public static void inRange(String key, long value, long low, long high) {
        inRange(key, "", value, low, high);
    }

    /**
     * Checks {@code low ≤ value ≤ high}.
     *
     * @param unit of value and bounds, as {@code ns}
     * @throws InvalidValueException otherwise
     */
    public static void inRange(String key, String unit, long value, long low, long high) {
        if (value < low || value > high) {
            throw new InvalidValueException(key, unit, low + " to " + high, value);
        }
    }

    /**
     * Checks {@code low ≤ value ≤ high}; NaN fails.
     *
     * @throws InvalidValueException otherwise
     */
    public static void inRange(String key, double value, double low, double high) {
        inRange(key, "", value, low, high);
    }

    /**
     * Checks {@code low ≤ value ≤ high}; NaN fails.
     *
     * @param unit of value and bounds, as {@code s}
     * @throws InvalidValueException otherwise
     */
    public static void inRange(String key, String unit, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new InvalidValueException(key, unit, low + " to " + high, value);
        }
    }

    /**
     * Checks that there is something.
     *
     * @throws InvalidValueException if {@code value} is null
     */
    public static void present(String key, String expected, @Nullable Object value) {
        that(value != null, key, expected, "nothing");
    }

    /**
     * An unchangeable copy of a list without gaps.
     *
     * @param expected of an element
     * @throws InvalidValueException if the list or an element is null
     */
    public static <T> List<T> elements(String key, String expected, List<T> list) {
        present(key, "a list", list);
        int at = 0;
        for (T element : list) {
            present(key + "[" + at + "]", expected, element);
            at++;
        }
        return List.copyOf(list);
    }

    /**
     * Checks a condition that a range cannot say.
     *
     * @throws InvalidValueException if {@code holds} is false
     */
    public static void that(boolean holds, String key, String expected, Object found) {
        if (!holds) {
            throw new InvalidValueException(key, expected, found);
        }
    }
}
