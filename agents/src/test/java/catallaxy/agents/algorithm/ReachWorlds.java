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
import java.util.Arrays;
import java.util.List;

/**
 * Points on a line that begin uniformly in [−1, 1] and are to be moved to zero: {@code p ← p + a / 2}, reward −p², a in
 * [−3, 1], cut after six steps. The best is {@code a = −2p} as far as that is allowed. {@code sign} −1 rewards the opposite.
 */
final class ReachWorlds implements VectorEnvironment {
    private static final int LIMIT = 6;

    private final int worlds;
    private final double sign;
    private final double[] point;
    private final int[] elapsed;
    private RandomStream random = RandomStream.of(0, "reach");

    ReachWorlds(int worlds, double sign) {
        this.worlds = worlds;
        this.sign = sign;
        point = new double[worlds];
        elapsed = new int[worlds];
    }

    @Override
    public ObservationSpec observationSpec() {
        return new ObservationSpec(List.of(Feature.unbounded("point", "1")));
    }

    @Override
    public ActionSpec actionSpec() {
        return new ActionSpec(List.of(new ActionComponent.Continuous("push", "1", -3, 1, 0)));
    }

    @Override
    public int worlds() {
        return worlds;
    }

    @Override
    public void reset(long seed, VectorStep out) {
        random = RandomStream.of(seed, "reach");
        Arrays.fill(elapsed, 0);
        for (int i = 0; i < worlds; i++) {
            point[i] = 2 * random.nextDouble() - 1;
            out.observations()[i] = (float) point[i];
        }
    }

    @Override
    public void step(float[] actions, VectorStep out) {
        for (int i = 0; i < worlds; i++) {
            point[i] = Math.clamp(point[i] + 0.5 * actions[i], -2, 2);
            elapsed[i]++;
            out.rewards()[i] = -sign * point[i] * point[i];
            out.next()[i] = (float) point[i];
            out.truncated()[i] = elapsed[i] == LIMIT;
            if (out.ended(i)) {
                elapsed[i] = 0;
                point[i] = 2 * random.nextDouble() - 1;
            }
            out.observations()[i] = (float) point[i];
        }
    }

    @Override
    public void save(StateWriter out) {
        random.save(out);
        out.doubles(point).ints(elapsed, worlds);
    }

    @Override
    public void load(StateReader in) {
        random = RandomStream.load(in);
        System.arraycopy(in.doubles(), 0, point, 0, worlds);
        System.arraycopy(in.ints(), 0, elapsed, 0, worlds);
    }
}
