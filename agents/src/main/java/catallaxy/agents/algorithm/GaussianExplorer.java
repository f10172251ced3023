package catallaxy.agents.algorithm;

import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/** Acting by a policy without chance: with Gaussian noise, cut to [−1, 1], or before anything is learned uniformly. */
final class GaussianExplorer implements Explorer {
    private final DeterministicActor actor;
    private final int worlds;
    private final double noise;
    private final float[] observations;
    private final float[] chosen;
    private RandomStream random;

    /** @param noise its standard deviation */
    GaussianExplorer(DeterministicActor actor, int worlds, int features, double noise, RandomStream random) {
        this.actor = actor;
        this.worlds = worlds;
        this.noise = noise;
        this.random = random;
        observations = new float[worlds * features];
        chosen = new float[worlds * actor.size()];
    }

    /** Writes actions {@code [N, A]}. */
    void act(VectorStep now, boolean uniformly, float[] actions) {
        System.arraycopy(now.observations(), 0, observations, 0, observations.length);
        actor.normaliser().update(observations, worlds);
        if (uniformly) {
            for (int i = 0; i < chosen.length; i++) {
                chosen[i] = (float) (2 * random.nextDouble() - 1);
            }
        } else {
            float[] mean = actor.actions(observations, worlds);
            for (int i = 0; i < chosen.length; i++) {
                chosen[i] = (float) Math.clamp(mean[i] + noise * random.nextGaussian(), -1, 1);
            }
        }
        actor.denormalise(chosen, worlds, actions);
    }

    @Override
    public float[] observations() {
        return observations;
    }

    @Override
    public float[] chosen() {
        return chosen;
    }

    @Override
    public boolean[] allowedAfter(VectorStep result) {
        return result.masks();
    }

    @Override
    public void save(TensorStore tensors, StateWriter rest) {
        Draws.save("exploration", random, tensors, rest);
    }

    @Override
    public void load(StateReader rest) {
        random = RandomStream.load(rest);
    }
}
