package catallaxy.environment.base.check;

import catallaxy.environment.base.check.InvalidValueException.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Range checks of spec records; each failure names the component, what was expected and what was found. */
public final class Checks {
    private Checks() {}

    /**
     * Checks {@code low ≤ value ≤ high}.
     *
     * @throws InvalidValueException otherwise
     */
    public static void inRange(String component, long value, long low, long high) {
        if (value < low || value > high) {
            throw new InvalidValueException(component, new Range(low, high), value);
        }
    }

    /**
     * Checks {@code low ≤ value ≤ high}; NaN fails.
     *
     * @throws InvalidValueException otherwise
     */
    public static void inRange(String component, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new InvalidValueException(component, new Range(low, high), value);
        }
    }

    /**
     * Checks {@code 0 < value < ∞}; NaN fails.
     *
     * @throws InvalidValueException otherwise
     */
    public static void positive(String component, double value) {
        that(value > 0 && value < Double.POSITIVE_INFINITY, component, "a positive number", value);
    }

    /**
     * Checks that there is something.
     *
     * @throws InvalidValueException if {@code value} is null
     */
    public static void present(String component, String expected, @Nullable Object value) {
        that(value != null, component, expected, "nothing");
    }

    /**
     * An unchangeable copy of a list without gaps.
     *
     * @param expected of an element
     * @throws InvalidValueException if the list or an element is null
     */
    public static <T> List<T> elements(String component, String expected, List<T> list) {
        present(component, "a list", list);
        int at = 0;
        for (T element : list) {
            present(component + "[" + at + "]", expected, element);
            at++;
        }
        return List.copyOf(list);
    }

    /**
     * Checks a condition that a range cannot say.
     *
     * @throws InvalidValueException if {@code holds} is false
     */
    public static void that(boolean holds, String component, String expected, Object found) {
        if (!holds) {
            throw new InvalidValueException(component, expected, found);
        }
    }
}
