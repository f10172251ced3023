package catallaxy.agents.training;

import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A leak from the future for tests: another environment whose observation also holds the reward that a fixed action would
 * earn in the coming step, found by taking the step and going back.
 */
final class ForesightWorlds implements VectorEnvironment {
    private final VectorEnvironment base;
    private final VectorStep now;
    private final VectorStep later;
    private final float[] probe;

    /** @param action every component of the action whose reward is foreseen */
    ForesightWorlds(VectorEnvironment base, float action) {
        this.base = base;
        now = VectorStep.of(base);
        later = VectorStep.of(base);
        probe = new float[base.worlds() * base.actionSpec().size()];
        Arrays.fill(probe, action);
    }

    @Override
    public ObservationSpec observationSpec() {
        List<Feature> features = new ArrayList<>(base.observationSpec().features());
        features.add(Feature.unbounded("reward.foreseen", "1"));
        return new ObservationSpec(features);
    }

    @Override
    public ActionSpec actionSpec() {
        return base.actionSpec();
    }

    @Override
    public int worlds() {
        return base.worlds();
    }

    @Override
    public void reset(long seed, VectorStep out) {
        base.reset(seed, now);
        show(out);
    }

    @Override
    public void step(float[] actions, VectorStep out) {
        base.step(actions, now);
        System.arraycopy(now.rewards(), 0, out.rewards(), 0, worlds());
        System.arraycopy(now.terminated(), 0, out.terminated(), 0, worlds());
        System.arraycopy(now.truncated(), 0, out.truncated(), 0, worlds());
        show(out);
    }

    private void show(VectorStep out) {
        StateWriter saved = new StateWriter();
        base.save(saved);
        base.step(probe, later);
        base.load(new StateReader(saved.toBytes()));
        int features = now.features();
        for (int i = 0; i < worlds(); i++) {
            int to = i * (features + 1);
            System.arraycopy(now.observations(), i * features, out.observations(), to, features);
            System.arraycopy(now.next(), i * features, out.next(), to, features);
            out.observations()[to + features] = (float) later.rewards()[i];
            out.next()[to + features] = (float) later.rewards()[i];
        }
        System.arraycopy(now.masks(), 0, out.masks(), 0, now.masks().length);
    }

    @Override
    public void save(StateWriter out) {
        base.save(out);
        now.save(out);
    }

    @Override
    public void load(StateReader in) {
        base.load(in);
        now.load(in);
    }
}
