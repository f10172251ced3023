package catallaxy.agents.contract;

import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/** Sound worlds with one fault. */
final class SpoiltWorlds implements VectorEnvironment {
    private final VectorEnvironment sound;
    private final Fault fault;
    private long steps;

    /** What is done to each answer of the worlds. */
    interface Fault {
        /** Changes the answer; the steps so far are neither saved nor forgotten at a reset. */
        void spoil(VectorStep answer, long steps);
    }

    SpoiltWorlds(VectorEnvironment sound, Fault fault) {
        this.sound = sound;
        this.fault = fault;
    }

    @Override
    public ObservationSpec observationSpec() {
        return sound.observationSpec();
    }

    @Override
    public ActionSpec actionSpec() {
        return sound.actionSpec();
    }

    @Override
    public int worlds() {
        return sound.worlds();
    }

    @Override
    public void reset(long seed, VectorStep out) {
        sound.reset(seed, out);
        fault.spoil(out, steps);
    }

    @Override
    public void step(float[] actions, VectorStep out) {
        sound.step(actions, out);
        fault.spoil(out, ++steps);
    }

    @Override
    public void save(StateWriter out) {
        sound.save(out);
    }

    @Override
    public void load(StateReader in) {
        sound.load(in);
    }
}
