package catallaxy.environment.market.kernel;

/** Range checks of spec records; each failure names the key, what was expected and what was found. */
public final class Checks {
    private Checks() {}

    /**
     * Checks {@code low ≤ value ≤ high}.
     *
     * @throws IllegalArgumentException otherwise
     */
    public static void inRange(String key, long value, long low, long high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(key + ": expected " + low + " to " + high + ", found " + value);
        }
    }

    /**
     * Checks {@code low ≤ value ≤ high}; NaN fails.
     *
     * @throws IllegalArgumentException otherwise
     */
    public static void inRange(String key, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(key + ": expected " + low + " to " + high + ", found " + value);
        }
    }

    /**
     * Checks a condition that a range cannot say.
     *
     * @throws IllegalArgumentException if {@code holds} is false
     */
    public static void that(boolean holds, String key, String expected, Object found) {
        if (!holds) {
            throw new IllegalArgumentException(key + ": expected " + expected + ", found " + found);
        }
    }
}
