package catallaxy.agents.algorithm;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * Acting by values: {@code argmax_a Q(s, a)} among what is allowed, in training any of it with probability ε. Remembers what
 * was done in {@code N} worlds until it is stored. Its learner owns it.
 */
final class EpsilonGreedy implements Explorer {
    private final Choices choices;
    private final int worlds;
    private final float[] observations;
    private final float[] chosen;
    private final boolean[] allowed;
    private RandomStream random;

    EpsilonGreedy(Choices choices, int worlds, int features, RandomStream random) {
        this.choices = choices;
        this.worlds = worlds;
        this.random = random;
        observations = new float[worlds * features];
        chosen = new float[worlds];
        allowed = new boolean[worlds * choices.count()];
    }

    /** Estimates values. */
    @FunctionalInterface
    interface Values {
        /** {@code [B, choices]} of raw observations {@code [B, F]}. */
        float[] of(float[] observations, int rows);
    }

    /** Writes actions {@code [N, A]}. Values are asked for if one world at least needs them. */
    void act(VectorStep now, double epsilon, Values values, float[] actions) {
        System.arraycopy(now.observations(), 0, observations, 0, observations.length);
        choices.allowed(now.masks(), worlds, allowed);
        boolean anyGreedy = false;
        for (int i = 0; i < worlds; i++) {
            boolean explores = random.nextDouble() < epsilon;
            chosen[i] = explores ? choices.any(allowed, i, random) : -1;
            anyGreedy |= !explores;
        }
        if (anyGreedy) {
            chooseBest(values.of(observations, worlds));
        }
        for (int i = 0; i < worlds; i++) {
            choices.write((int) chosen[i], actions, i);
        }
    }

    private void chooseBest(float[] values) {
        for (int i = 0; i < worlds; i++) {
            chosen[i] = chosen[i] < 0 ? choices.best(values, allowed, i) : chosen[i];
        }
    }

    @Override
    public float[] observations() {
        return observations;
    }

    /** {@code [N]}: which of the choices. */
    @Override
    public float[] chosen() {
        return chosen;
    }

    @Override
    public boolean[] allowedAfter(VectorStep result) {
        choices.allowed(result.masks(), worlds, allowed);
        return allowed;
    }

    /** The policy without exploration. */
    BatchPolicy policy(Values values) {
        return (rows, masks, count, actions) -> {
            boolean[] may = new boolean[count * choices.count()];
            choices.allowed(masks, count, may);
            float[] estimated = values.of(rows, count);
            for (int i = 0; i < count; i++) {
                choices.write(choices.best(estimated, may, i), actions, i);
            }
        };
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
