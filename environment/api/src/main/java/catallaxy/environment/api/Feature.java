package catallaxy.environment.api;

/**
 * One named number of an observation.
 *
 * @param name    lower-case words joined by underscores; parts of a compound joined by dots
 * @param unit    of the value as observed, {@code "1"} for pure numbers
 * @param low     smallest value, may be −∞
 * @param high    largest value, may be +∞
 * @param meaning what it is; programs look it up by that
 */
public record Feature(String name, String unit, double low, double high, Meaning meaning) {
    public Feature {
        if (name.isBlank() || unit.isBlank() || !(low <= high)) {
            throw new IllegalArgumentException("feature '" + name + "' [" + unit + "]: bounds " + low + "…" + high);
        }
    }

    /** A feature whose name stands for itself. */
    public Feature(String name, String unit, double low, double high) {
        this(name, unit, low, high, Meaning.named(name));
    }

    /** A feature that is named after its meaning. */
    public Feature(Meaning meaning, String unit, double low, double high) {
        this(meaning.name(), unit, low, high, meaning);
    }

    /** A feature without bounds. */
    public static Feature unbounded(String name, String unit) {
        return new Feature(name, unit, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** A feature in [0, ∞). */
    public static Feature nonNegative(String name, String unit) {
        return new Feature(name, unit, 0, Double.POSITIVE_INFINITY);
    }
}
