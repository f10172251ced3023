package catallaxy.agents.learning;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;

/** An {@link ActionSpec} as learning algorithms see it: all choices, or all quantities. */
public sealed interface ActionSpace {
    /** {@code A}, numbers in one action. */
    int size();

    /**
     * The space of the spec.
     *
     * @throws IllegalArgumentException if it mixes choices with quantities, or is empty
     */
    static ActionSpace of(ActionSpec spec) {
        long choices = spec.components().stream()
                .filter(component -> component instanceof ActionComponent.Discrete)
                .count();
        if (spec.size() == 0 || (choices != 0 && choices != spec.size())) {
            throw new IllegalArgumentException("actions: found " + choices + " choices among " + spec.size()
                    + " components, expected all or none");
        }
        return choices == 0 ? Continuous.of(spec) : Discrete.of(spec);
    }

    /**
     * Independent choices.
     *
     * @param sizes {@code [A]} number of labels of each; their sum is the size of a mask
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Discrete(int[] sizes) implements ActionSpace {
        static Discrete of(ActionSpec spec) {
            return new Discrete(spec.components().stream()
                    .mapToInt(ActionComponent::maskSize)
                    .toArray());
        }

        @Override
        public int size() {
            return sizes.length;
        }

        /** Sum of the sizes: logits or Q-values in one row. */
        public int logits() {
            int sum = 0;
            for (int size : sizes) {
                sum += size;
            }
            return sum;
        }

        /** Product of the sizes; {@link Integer#MAX_VALUE} where it is larger. */
        public int combinations() {
            long product = 1;
            for (int size : sizes) {
                product = Math.min(product * size, Integer.MAX_VALUE);
            }
            return (int) product;
        }
    }

    /**
     * Bounded quantities.
     *
     * @param low  {@code [A]}
     * @param high {@code [A]}, above low
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Continuous(float[] low, float[] high) implements ActionSpace {
        static Continuous of(ActionSpec spec) {
            float[] low = new float[spec.size()];
            float[] high = new float[spec.size()];
            for (int i = 0; i < low.length; i++) {
                ActionComponent.Continuous component =
                        (ActionComponent.Continuous) spec.components().get(i);
                low[i] = (float) component.low();
                high[i] = (float) component.high();
            }
            return new Continuous(low, high);
        }

        @Override
        public int size() {
            return low.length;
        }

        /** A number of [−1, 1], where policies live, as component {@code i} of an action; values outside are clipped. */
        public float denormalised(int i, float value) {
            float share = 0.5f * (Math.clamp(value, -1f, 1f) + 1);
            return Math.clamp(low[i] + share * (high[i] - low[i]), low[i], high[i]);
        }

        /** The inverse of {@link #denormalised} inside the bounds. */
        public float normalised(int i, float value) {
            return 2 * (value - low[i]) / (high[i] - low[i]) - 1;
        }
    }
}
