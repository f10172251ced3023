package catallaxy.agents.contract;

import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/** Worlds with one choice, whose first label is forbidden where the last feature is negative, and whose last where it is not. */
final class MaskedWorlds implements VectorEnvironment {
    private final VectorEnvironment open;

    /** @param open worlds of one choice of three labels or more that forbid nothing */
    MaskedWorlds(VectorEnvironment open) {
        this.open = open;
    }

    private static void forbid(VectorStep out) {
        int labels = out.maskSize();
        for (int world = 0; world < out.worlds(); world++) {
            boolean negative = out.observations()[(world + 1) * out.features() - 1] < 0;
            for (int label = 0; label < labels; label++) {
                out.masks()[world * labels + label] = label != (negative ? 0 : labels - 1);
            }
        }
    }

    @Override
    public ObservationSpec observationSpec() {
        return open.observationSpec();
    }

    @Override
    public ActionSpec actionSpec() {
        return open.actionSpec();
    }

    @Override
    public int worlds() {
        return open.worlds();
    }

    @Override
    public void reset(long seed, VectorStep out) {
        open.reset(seed, out);
        forbid(out);
    }

    @Override
    public void step(float[] actions, VectorStep out) {
        open.step(actions, out);
        forbid(out);
    }

    @Override
    public void save(StateWriter out) {
        open.save(out);
    }

    @Override
    public void load(StateReader in) {
        open.load(in);
    }
}
