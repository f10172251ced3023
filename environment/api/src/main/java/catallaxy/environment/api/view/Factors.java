package catallaxy.environment.api.view;

import catallaxy.environment.api.Feature;
import catallaxy.environment.api.Meaning;
import catallaxy.environment.api.ObservationSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The numbers that an agent sees, in their order: both the description of its observations and what writes them. Immutable.
 *
 * @param <S> what is looked at, once for all factors of an observation
 */
public final class Factors<S> {
    private final List<Factor<S>> factors;
    private final ObservationSpec spec;

    /**
     * Factors in the order of the list, which is copied.
     *
     * @throws IllegalArgumentException if two have the same name
     */
    public Factors(List<Factor<S>> factors) {
        this.factors = List.copyOf(factors);
        this.spec = new ObservationSpec(factors.stream().map(Factor::feature).toList());
    }

    /** An empty list, to be added to. */
    public static <S> Listing<S> list() {
        return new Listing<>();
    }

    /** What the numbers are. */
    public ObservationSpec spec() {
        return spec;
    }

    /**
     * Writes the numbers.
     *
     * @param values {@code [F]}
     */
    public void write(S seen, double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = factors.get(i).value().applyAsDouble(seen);
        }
    }

    /** Factors while they are being listed. */
    public static final class Listing<S> {
        private final List<Factor<S>> factors = new ArrayList<>();

        private Listing() {}

        /** Adds a factor in [low, high]. */
        public Listing<S> bounded(
                Meaning meaning, String unit, double low, double high, ToDoubleFunction<? super S> value) {
            factors.add(new Factor<>(new Feature(meaning, unit, low, high), value));
            return this;
        }

        /** Adds a factor without bounds. */
        public Listing<S> any(Meaning meaning, String unit, ToDoubleFunction<? super S> value) {
            return bounded(meaning, unit, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, value);
        }

        /** Adds a factor in [0, ∞). */
        public Listing<S> nonNegative(Meaning meaning, String unit, ToDoubleFunction<? super S> value) {
            return bounded(meaning, unit, 0, Double.POSITIVE_INFINITY, value);
        }

        /** All that was added. */
        public Factors<S> done() {
            return new Factors<>(factors);
        }
    }
}
