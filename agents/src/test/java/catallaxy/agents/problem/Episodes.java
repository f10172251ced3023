package catallaxy.agents.problem;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.base.random.RandomStream;

/** Returns of whole episodes under a policy: their number, mean and standard error. */
record Episodes(long count, double mean, double standardError) {
    /** Plays the first {@code perWorld} episodes of each of {@code worlds} worlds. */
    static Episodes play(VectorEnvironment environment, BatchPolicy policy, int perWorld, long seed) {
        int worlds = environment.worlds();
        VectorStep step = VectorStep.of(environment);
        float[] actions = new float[worlds * environment.actionSpec().size()];
        double[] returns = new double[worlds];
        int[] played = new int[worlds];
        double sum = 0;
        double squares = 0;
        long count = 0;
        environment.reset(seed, step);
        while (count < (long) worlds * perWorld) {
            policy.act(step.observations(), step.masks(), worlds, actions);
            environment.step(actions, step);
            for (int i = 0; i < worlds; i++) {
                returns[i] += step.rewards()[i];
                if (step.ended(i)) {
                    if (played[i]++ < perWorld) {
                        sum += returns[i];
                        squares += returns[i] * returns[i];
                        count++;
                    }
                    returns[i] = 0;
                }
            }
        }
        double mean = sum / count;
        return new Episodes(count, mean, Math.sqrt(Math.max(0, squares / count - mean * mean) / count));
    }

    /** Distance of the mean from a value in standard errors. */
    double errorsFrom(double value) {
        return Math.abs(mean - value) / standardError;
    }

    /** A policy that draws every action uniformly from its component, and keeps to the masks of choices. */
    static BatchPolicy random(ActionSpec spec, long seed) {
        RandomStream random = RandomStream.of(seed, "random-policy");
        return switch (ActionSpace.of(spec)) {
            case ActionSpace.Continuous space ->
                (observations, masks, rows, actions) -> {
                    for (int i = 0; i < rows * space.size(); i++) {
                        float share = (float) (2 * random.nextDouble() - 1);
                        actions[i] = space.denormalised(i % space.size(), share);
                    }
                };
            case ActionSpace.Discrete space ->
                (observations, masks, rows, actions) -> {
                    for (int i = 0; i < rows; i++) {
                        actions[i] = choice(masks, i * space.logits(), space.logits(), random);
                    }
                };
        };
    }

    private static int choice(boolean[] masks, int offset, int size, RandomStream random) {
        int chosen = random.nextInt(size);
        while (!masks[offset + chosen]) {
            chosen = random.nextInt(size);
        }
        return chosen;
    }
}
