package catallaxy.environment.api;

import java.util.List;

/** One named number of an action: a quantity in an interval, or the index of a choice. */
public sealed interface ActionComponent {
    /** Name by which an {@link ActionSpec} finds the component and messages call it. */
    String name();

    /** What it is; programs look it up by that. */
    Meaning meaning();

    /** The value that asks for nothing. */
    double neutral();

    /** Whether {@code value} is allowed. */
    boolean allows(double value);

    /** What is allowed, in words. */
    String domain();

    /** Number of entries that this component has in an action mask. */
    int maskSize();

    /**
     * A quantity.
     *
     * @param unit of the value
     * @param low  smallest, finite
     * @param high largest, finite
     */
    record Continuous(String name, String unit, double low, double high, double neutral, Meaning meaning)
            implements ActionComponent {
        public Continuous {
            if (!(low <= neutral && neutral <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
                throw new IllegalArgumentException(
                        "action component '" + name + "': low " + low + ", neutral " + neutral + ", high " + high);
            }
        }

        /** A quantity whose name stands for itself. */
        public Continuous(String name, String unit, double low, double high, double neutral) {
            this(name, unit, low, high, neutral, Meaning.named(name));
        }

        /** A quantity that is named after its meaning. */
        public Continuous(Meaning meaning, String unit, double low, double high, double neutral) {
            this(meaning.name(), unit, low, high, neutral, meaning);
        }

        @Override
        public boolean allows(double value) {
            return low <= value && value <= high;
        }

        @Override
        public String domain() {
            return "a number in [" + low + ", " + high + "] " + unit;
        }

        @Override
        public int maskSize() {
            return 1;
        }
    }

    /** A choice among labels; the value is the label's index. */
    record Discrete(String name, List<String> labels, int neutralIndex) implements ActionComponent {
        public Discrete {
            labels = List.copyOf(labels);
            if (neutralIndex < 0 || neutralIndex >= labels.size()) {
                throw new IllegalArgumentException(
                        "action component '" + name + "': neutral " + neutralIndex + " of " + labels.size());
            }
        }

        @Override
        public Meaning meaning() {
            return Meaning.named(name);
        }

        @Override
        public double neutral() {
            return neutralIndex;
        }

        @Override
        public boolean allows(double value) {
            return value == (int) value && value >= 0 && value < labels.size();
        }

        @Override
        public String domain() {
            return "an index into " + labels;
        }

        @Override
        public int maskSize() {
            return labels.size();
        }
    }
}
