package catallaxy.environment.base.check;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that a record or a method does not take: of which component, what was expected and what was found. The message is
 * {@code component: expected …, found …}.
 */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 2L;

    private final String component;
    private final String expected;
    private final @Nullable Range range;
    private final String found;

    /**
     * What a number may be, both bounds included; in the unit of the component, which its name ends with.
     *
     * @param low  a {@code Long} or {@code Double}
     * @param high of the same type
     */
    public record Range(Number low, Number high) implements Serializable {
        @Override
        public String toString() {
            return low + " to " + high;
        }
    }

    /**
     * Of a value that is not what words say.
     *
     * @param component name of the record's component or the method's parameter, such as {@code latencyNanos}; other words
     *                  where it is none or several
     * @param expected  in words
     */
    public InvalidValueException(String component, String expected, Object found) {
        this(component, expected, null, found);
    }

    /** Of a number that is not in a range; {@code component} as in the other. */
    public InvalidValueException(String component, Range range, Object found) {
        this(component, range.toString(), range, found);
    }

    private InvalidValueException(String component, String expected, @Nullable Range range, Object found) {
        super(component + ": expected " + expected + ", found " + found);
        this.component = component;
        this.expected = expected;
        this.range = range;
        this.found = String.valueOf(found);
    }

    /** Name of the component whose value was refused; other words where it is none or several. */
    public String component() {
        return component;
    }

    /** What was expected, in words; of numbers in the component's unit. */
    public String expected() {
        return expected;
    }

    /** What was expected, where that is a range. */
    public Optional<Range> range() {
        return Optional.ofNullable(range);
    }

    /** What was found. */
    public String found() {
        return found;
    }
}
