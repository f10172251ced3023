package catallaxy.agents.algorithm;

import catallaxy.environment.base.check.InvalidValueException;
import java.util.List;

/** Checks of a learner's settings: each throws IllegalArgumentException with name, found and expected. */
final class Settings {
    private Settings() {}

    static void positive(String name, double value) {
        require(value > 0 && value < Double.POSITIVE_INFINITY, name, value, "a positive number");
    }

    static void notNegative(String name, double value) {
        require(value >= 0 && value < Double.POSITIVE_INFINITY, name, value, "a number that is not negative");
    }

    /** In [0, 1]. */
    static void share(String name, double value) {
        require(value >= 0 && value <= 1, name, value, "a number in [0, 1]");
    }

    /** Widths of layers, all positive; an immutable copy. */
    static List<Integer> widths(String name, List<Integer> widths) {
        for (int width : widths) {
            positive(name, width);
        }
        return List.copyOf(widths);
    }

    private static void require(boolean holds, String name, double value, String expected) {
        if (!holds) {
            String found = value == Math.rint(value) && Math.abs(value) < 1e15
                    ? String.valueOf((long) value)
                    : String.valueOf(value);
            throw new InvalidValueException(name, expected, found);
        }
    }
}
