package catallaxy.agents.learning;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;

/**
 * What {@code N} worlds answer to one step. A buffer that its owner makes once and the environment overwrites; the arrays
 * are read in place. Row-major.
 */
public final class VectorStep {
    private final int worlds;
    private final int features;
    private final int maskSize;
    private final float[] observations;
    private final float[] next;
    private final boolean[] masks;
    private final double[] rewards;
    private final boolean[] terminated;
    private final boolean[] truncated;

    /**
     * A buffer of zeros in which every action is allowed.
     *
     * @param worlds   {@code N}
     * @param features {@code F}
     * @param maskSize {@code M}, entries of one action mask
     */
    public VectorStep(int worlds, int features, int maskSize) {
        this.worlds = worlds;
        this.features = features;
        this.maskSize = maskSize;
        observations = new float[worlds * features];
        next = new float[worlds * features];
        masks = new boolean[worlds * maskSize];
        Arrays.fill(masks, true);
        rewards = new double[worlds];
        terminated = new boolean[worlds];
        truncated = new boolean[worlds];
    }

    /** A buffer that fits the worlds. */
    public static VectorStep of(SteppedWorlds worlds) {
        return new VectorStep(
                worlds.worlds(),
                worlds.observationSpec().size(),
                worlds.actionSpec().maskSize());
    }

    /** {@code N}, the number of worlds. */
    public int worlds() {
        return worlds;
    }

    /** {@code F}, the number of features of one observation. */
    public int features() {
        return features;
    }

    /** {@code M}, the number of entries of one action mask. */
    public int maskSize() {
        return maskSize;
    }

    /** {@code [N, F]}: what to act on now; the first observation of the next episode where one has just ended. */
    public float[] observations() {
        return observations;
    }

    /** {@code [N, F]}: what the action led to; differs from {@link #observations} only where an episode has just ended. */
    public float[] next() {
        return next;
    }

    /** {@code [N, M]}: true where an action is allowed now; all true unless the environment writes it. */
    public boolean[] masks() {
        return masks;
    }

    /** {@code [N]}. */
    public double[] rewards() {
        return rewards;
    }

    /** {@code [N]}: the episode ended in the problem itself; the value of {@link #next} is zero. */
    public boolean[] terminated() {
        return terminated;
    }

    /** {@code [N]}: a time limit cut the episode; {@link #next} still has a value. Never true together with terminated. */
    public boolean[] truncated() {
        return truncated;
    }

    /** Whether the episode of world {@code i} has just ended. */
    public boolean ended(int i) {
        return terminated[i] || truncated[i];
    }

    /** Writes what to act on now. The answer to the last action is not needed by those who go on from here. */
    public void save(StateWriter out) {
        for (float value : observations) {
            out.int32(Float.floatToRawIntBits(value));
        }
        for (boolean allowed : masks) {
            out.flag(allowed);
        }
    }

    /** Reads what {@link #save} wrote into a buffer of the same size. */
    public void load(StateReader in) {
        for (int i = 0; i < observations.length; i++) {
            observations[i] = Float.intBitsToFloat(in.int32());
        }
        for (int i = 0; i < masks.length; i++) {
            masks[i] = in.flag();
        }
    }
}
