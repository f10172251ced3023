package catallaxy.agents.learning;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionComponent.Continuous;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.List;

/**
 * Worlds in which a learner corrects an advisor: {@code action = clip(advice + x)} with {@code |x| ≤ ρ (high − low) / 2} in each
 * component. A policy that begins near zero begins as the advisor. Residual policy learning: Silver et al. 2018,
 * https://arxiv.org/abs/1812.06298. Owned by one thread.
 */
public final class AdvisedEnvironment implements VectorEnvironment {
    private final VectorEnvironment plain;
    private final BatchPolicy advisor;
    private final ActionSpace.Continuous space;
    private final ActionSpec corrections;
    private final float[] observations;
    private final boolean[] masks;
    private final float[] advised;

    /**
     * Worlds whose actions are corrections of what the advisor would do.
     *
     * @param plain   its actions are quantities
     * @param advisor of the same observations and actions
     * @param share   ρ, in (0, 2]
     * @throws IllegalArgumentException if its actions are choices, or the share is out of range
     */
    public AdvisedEnvironment(VectorEnvironment plain, BatchPolicy advisor, double share) {
        Checks.that(share > 0 && share <= 2, "share", "a number in (0, 2]", share);
        this.plain = plain;
        this.advisor = advisor;
        if (!(ActionSpace.of(plain.actionSpec()) instanceof ActionSpace.Continuous continuous)) {
            throw new IllegalArgumentException("actions: found choices, expected quantities");
        }
        space = continuous;
        List<ActionComponent> ranges = plain.actionSpec().components().stream()
                .map(each -> range((Continuous) each, share))
                .toList();
        corrections = new ActionSpec(ranges);
        observations = new float[plain.worlds() * plain.observationSpec().size()];
        masks = new boolean[plain.worlds() * plain.actionSpec().maskSize()];
        advised = new float[plain.worlds() * space.size()];
    }

    private static ActionComponent range(Continuous of, double share) {
        double most = share * (of.high() - of.low()) / 2;
        return new Continuous("residual." + of.name(), of.unit(), -most, most, 0);
    }

    @Override
    public ObservationSpec observationSpec() {
        return plain.observationSpec();
    }

    @Override
    public ActionSpec actionSpec() {
        return corrections;
    }

    @Override
    public int worlds() {
        return plain.worlds();
    }

    @Override
    public void reset(long seed, VectorStep out) {
        plain.reset(seed, out);
        remember(out);
    }

    @Override
    public void spread(VectorStep out) {
        plain.spread(out);
        remember(out);
    }

    @Override
    public void step(float[] actions, VectorStep out) {
        advisor.act(observations, masks, worlds(), advised);
        add(actions, advised, worlds());
        plain.step(advised, out);
        remember(out);
    }

    private void remember(VectorStep now) {
        System.arraycopy(now.observations(), 0, observations, 0, observations.length);
        System.arraycopy(now.masks(), 0, masks, 0, masks.length);
    }

    private void add(float[] learned, float[] advice, int rows) {
        int size = space.size();
        for (int i = 0; i < rows * size; i++) {
            int component = i % size;
            advice[i] = Math.clamp(advice[i] + learned[i], space.low()[component], space.high()[component]);
        }
    }

    /** What advisor and learner do together, as a policy of the plain worlds. */
    public BatchPolicy corrected(BatchPolicy learned) {
        return (rowsObserved, rowsMasks, rows, actions) -> {
            float[] learnedActions = new float[rows * space.size()];
            learned.act(rowsObserved, rowsMasks, rows, learnedActions);
            advisor.act(rowsObserved, rowsMasks, rows, actions);
            add(learnedActions, actions, rows);
        };
    }

    @Override
    public void save(StateWriter out) {
        plain.save(out);
        for (float value : observations) {
            out.int32(Float.floatToRawIntBits(value));
        }
        for (boolean allowed : masks) {
            out.flag(allowed);
        }
    }

    @Override
    public void load(StateReader in) {
        plain.load(in);
        for (int i = 0; i < observations.length; i++) {
            observations[i] = Float.intBitsToFloat(in.int32());
        }
        for (int i = 0; i < masks.length; i++) {
            masks[i] = in.flag();
        }
    }
}
