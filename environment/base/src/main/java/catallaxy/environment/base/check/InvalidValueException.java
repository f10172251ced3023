package catallaxy.environment.base.check;

/**
 * A value that a record or a method does not take: for which key, what was expected and what was found. The message is
 * {@code key (unit): expected …, found …}.
 */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final String unit;
    private final String expected;
    private final String found;

    /**
     * Of a value with a unit.
     *
     * @param key      the record's word for the value
     * @param unit     of the value and of numbers in {@code expected}; empty for none
     * @param expected in words, or {@code LOW to HIGH}
     */
    public InvalidValueException(String key, String unit, String expected, Object found) {
        super(key + (unit.isEmpty() ? "" : " (" + unit + ")") + ": expected " + expected + ", found " + found);
        this.key = key;
        this.unit = unit;
        this.expected = expected;
        this.found = String.valueOf(found);
    }

    /** Of a value without a unit. */
    public InvalidValueException(String key, String expected, Object found) {
        this(key, "", expected, found);
    }

    /** The record's word for the value. */
    public String key() {
        return key;
    }

    /** Of the value and of numbers in what was expected; empty for none. */
    public String unit() {
        return unit;
    }

    /** What was expected, in words, or {@code LOW to HIGH}. */
    public String expected() {
        return expected;
    }

    /** What was found. */
    public String found() {
        return found;
    }
}
