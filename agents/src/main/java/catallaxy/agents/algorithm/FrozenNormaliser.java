package catallaxy.agents.algorithm;

import catallaxy.agents.learning.TensorStore;

/** A learner's {@link catallaxy.agents.network.ObservationNormaliser} as it stands in its tensors. Immutable. */
final class FrozenNormaliser {
    private static final float CLIP = 10;

    private final float[] shift;
    private final float[] scale;
    private final boolean normalises;

    /** @throws IllegalArgumentException if the tensors are not those of so many features */
    FrozenNormaliser(TensorStore tensors, int features) {
        shift = tensors.get("normaliser.shift", features);
        scale = tensors.get("normaliser.scale", features);
        normalises = !isOnly(shift, 0) || !isOnly(scale, 1);
    }

    private static boolean isOnly(float[] values, float value) {
        for (float each : values) {
            if (each != value) {
                return false;
            }
        }
        return true;
    }

    /** Writes the first rows, {@code [rows, F]} from {@code offset} on, to the beginning of {@code out}. */
    void normalise(float[] observations, int offset, int rows, float[] out) {
        for (int i = 0; i < rows * shift.length; i++) {
            float x = observations[offset + i];
            int f = i % shift.length;
            out[i] = normalises ? Math.clamp((x - shift[f]) * scale[f], -CLIP, CLIP) : x;
        }
    }
}
