package catallaxy.agents.algorithm;

import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * Episodes of one step: a number x of {−1, 1} is shown, and the reward tells how well the action fits it. The best policy
 * earns 0 on average.
 */
final class Targets implements VectorEnvironment {
    private final int worlds;
    private final ActionSpec actions;
    private final ToDoubleBiFunction<Float, Float> reward;
    private RandomStream random = RandomStream.of(0, "targets");
    private final float[] shown;

    private Targets(int worlds, ActionComponent action, ToDoubleBiFunction<Float, Float> reward) {
        this.worlds = worlds;
        actions = new ActionSpec(List.of(action));
        this.reward = reward;
        shown = new float[worlds];
    }

    /** Choose 2 of {0, 1, 2} at x = 1, and 0 at x = −1: minus the distance to that. */
    static Targets choices(int worlds) {
        return new Targets(
                worlds,
                new ActionComponent.Discrete("choice", List.of("a", "b", "c"), 0),
                (x, action) -> -Math.abs(x + 1 - action));
    }

    /** Name the number x / 2 of [−1, 1]: minus the square of the distance. */
    static Targets quantities(int worlds) {
        return new Targets(
                worlds,
                new ActionComponent.Continuous("quantity", "1", -1, 1, 0),
                (x, action) -> -(x / 2 - action) * (x / 2 - action));
    }

    @Override
    public ObservationSpec observationSpec() {
        return new ObservationSpec(List.of(new Feature("x", "1", -1, 1)));
    }

    @Override
    public ActionSpec actionSpec() {
        return actions;
    }

    @Override
    public int worlds() {
        return worlds;
    }

    @Override
    public void reset(long seed, VectorStep out) {
        random = RandomStream.of(seed, "targets");
        show(out);
    }

    @Override
    public void step(float[] taken, VectorStep out) {
        for (int i = 0; i < worlds; i++) {
            out.rewards()[i] = reward.applyAsDouble(shown[i], taken[i]);
            out.next()[i] = shown[i];
            out.terminated()[i] = true;
        }
        show(out);
    }

    private void show(VectorStep out) {
        for (int i = 0; i < worlds; i++) {
            shown[i] = random.nextBoolean(0.5) ? 1 : -1;
            out.observations()[i] = shown[i];
        }
    }

    @Override
    public void save(StateWriter out) {
        random.save(out);
        for (float x : shown) {
            out.float64(x);
        }
    }

    @Override
    public void load(StateReader in) {
        random = RandomStream.load(in);
        for (int i = 0; i < worlds; i++) {
            shown[i] = (float) in.float64();
        }
    }
}
