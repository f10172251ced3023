package catallaxy.agents.evolution;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.problem.ProblemSpec;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.evolution.fitness.Controller;
import catallaxy.evolution.fitness.FitnessSample;

/** One world of a problem with the buffers in which a controller acts, as {@link ProblemTask} says. Owned by one thread at a time. */
final class ControlledWorld {
    private final VectorEnvironment environment;
    private final ActionSpace space;
    private final VectorStep step;
    private final float[] action;
    private final double[] observation;
    private final double[] output;
    /** What a feature is multiplied by, and then what is added. */
    private final double[] factor;

    private final double[] shift;

    ControlledWorld(ProblemSpec problem) {
        environment = problem.environment(1);
        space = ActionSpace.of(environment.actionSpec());
        step = VectorStep.of(environment);
        action = new float[space.size()];
        observation = new double[step.features()];
        output = new double[step.maskSize()];
        factor = new double[step.features()];
        shift = new double[step.features()];
        for (int i = 0; i < factor.length; i++) {
            Feature feature = environment.observationSpec().features().get(i);
            double half = (feature.high() - feature.low()) / 2;
            boolean bounded = Double.isFinite(half) && half > 0;
            factor[i] = bounded ? 1 / half : 1;
            shift[i] = bounded ? -(feature.low() + half) / half : 0;
        }
    }

    ObservationSpec observationSpec() {
        return environment.observationSpec();
    }

    ActionSpec actionSpec() {
        return environment.actionSpec();
    }

    /** The return of the episode that the seed begins; invalid if the controller fails. */
    FitnessSample episode(Controller controller, long seed) {
        double sum = 0;
        environment.reset(seed, step);
        controller.reset();
        do {
            observe();
            controller.act(observation, output);
            if (!finite()) {
                return FitnessSample.invalid();
            }
            act();
            environment.step(action, step);
            sum += step.rewards()[0];
        } while (!step.ended(0));
        return FitnessSample.of(sum);
    }

    private void observe() {
        float[] observed = step.observations();
        for (int i = 0; i < observation.length; i++) {
            observation[i] = factor[i] * observed[i] + shift[i];
        }
    }

    private boolean finite() {
        for (double each : output) {
            if (!Double.isFinite(each)) {
                return false;
            }
        }
        return true;
    }

    private void act() {
        switch (space) {
            case ActionSpace.Continuous quantities -> {
                for (int i = 0; i < action.length; i++) {
                    action[i] = quantities.denormalised(i, (float) output[i]);
                }
            }
            case ActionSpace.Discrete choices -> {
                int from = 0;
                for (int i = 0; i < action.length; i++) {
                    action[i] = chosen(from, from + choices.sizes()[i]);
                    from += choices.sizes()[i];
                }
            }
        }
    }

    /** Which of the outputs in {@code [from, to)} is the largest one allowed, counted from {@code from}. */
    private int chosen(int from, int to) {
        boolean[] allowed = step.masks();
        int best = -1;
        for (int i = from; i < to; i++) {
            if (allowed[i] && (best < 0 || output[i] > output[best])) {
                best = i;
            }
        }
        return Math.max(best, from) - from;
    }
}
