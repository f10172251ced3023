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
    private final Writer<? super S>[] writers;
    /** Where each writer begins. */
    private final int[] places;

    private final ObservationSpec spec;

    /** Writes consecutive numbers. */
    @FunctionalInterface
    public interface Writer<S> {
        /** Writes as many numbers as there are features, from {@code at} on. */
        void write(S seen, double[] values, int at);
    }

    /** Features that are written together. */
    private record Part<S>(List<Feature> features, Writer<? super S> writer) {}

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Factors(List<Part<S>> parts) {
        this.writers = new Writer[parts.size()];
        this.places = new int[parts.size()];
        int place = 0;
        for (int i = 0; i < places.length; i++) {
            writers[i] = parts.get(i).writer();
            places[i] = place;
            place += parts.get(i).features().size();
        }
        this.spec = new ObservationSpec(
                parts.stream().flatMap(part -> part.features().stream()).toList());
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
        for (int i = 0; i < writers.length; i++) {
            writers[i].write(seen, values, places[i]);
        }
    }

    /** Factors while they are being listed. */
    public static final class Listing<S> {
        private final List<Part<S>> parts = new ArrayList<>();

        private Listing() {}

        /** Adds a factor in [low, high]. */
        public Listing<S> bounded(
                Meaning meaning, String unit, double low, double high, ToDoubleFunction<? super S> value) {
            return add(new Factor<>(new Feature(meaning, unit, low, high), value));
        }

        /** Adds a factor. */
        public Listing<S> add(Factor<S> factor) {
            ToDoubleFunction<? super S> value = factor.value();
            return group(List.of(factor.feature()), (seen, values, at) -> values[at] = value.applyAsDouble(seen));
        }

        /** Adds factors that are written together, such as the levels of a book. */
        public Listing<S> group(List<Feature> features, Writer<? super S> writer) {
            parts.add(new Part<>(List.copyOf(features), writer));
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

        /**
         * All that was added.
         *
         * @throws IllegalArgumentException if two have the same name
         */
        public Factors<S> done() {
            return new Factors<>(parts);
        }
    }
}
