package catallaxy.agents.evolution;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.seat.SeatedController;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.evolution.fitness.Controller;

/**
 * A controller as the policy of a seat or a world, one row at a time.
 *
 * <p>It sees each feature that has finite bounds as a number from −1 at the lower to 1 at the upper one, the others as observed. It
 * answers, in the order of the action's components, one number for each label of a choice, of which the largest that is allowed is
 * chosen (the first of equals), and one number for each quantity, which lies at its lower bound at −1, at its upper at 1, and linearly
 * between. One that remembers sees the rows of one world. Owned by one thread at a time.
 */
public final class ControllerPolicy implements BatchPolicy {
    /** A controller answered what is not finite. */
    public static final class FailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FailedException() {
            super("a controller answered a number that is not finite");
        }
    }

    private final ActionSpace space;
    private final Controller controller;
    private final double[] observation;
    private final double[] output;
    /** What a feature is multiplied by, and then what is added. */
    private final double[] factor;

    private final double[] shift;

    /**
     * The policy of a controller.
     *
     * @throws IllegalArgumentException if the actions mix choices with quantities
     */
    public ControllerPolicy(ObservationSpec observations, ActionSpec actions, Controller controller) {
        space = ActionSpace.of(actions);
        this.controller = controller;
        observation = new double[observations.size()];
        output = new double[actions.maskSize()];
        factor = new double[observation.length];
        shift = new double[observation.length];
        for (int i = 0; i < factor.length; i++) {
            Feature feature = observations.features().get(i);
            double half = (feature.high() - feature.low()) / 2;
            boolean bounded = Double.isFinite(half) && half > 0;
            factor[i] = bounded ? 1 / half : 1;
            shift[i] = bounded ? -(feature.low() + half) / half : 0;
        }
    }

    /** The controller as what decides in a seat. */
    public static SeatedController.Form form(Controller controller) {
        return (observations, actions) -> new ControllerPolicy(observations, actions, controller);
    }

    /** @throws FailedException if the controller answers what is not finite */
    @Override
    public void act(float[] observations, boolean[] masks, int rows, float[] actions) {
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < observation.length; i++) {
                observation[i] = factor[i] * observations[row * observation.length + i] + shift[i];
            }
            controller.act(observation, output);
            requireFinite();
            write(masks, row, actions);
        }
    }

    private void requireFinite() {
        for (double each : output) {
            if (!Double.isFinite(each)) {
                throw new FailedException();
            }
        }
    }

    private void write(boolean[] masks, int row, float[] actions) {
        int at = row * space.size();
        switch (space) {
            case ActionSpace.Continuous quantities -> {
                for (int i = 0; i < space.size(); i++) {
                    actions[at + i] = quantities.denormalised(i, (float) output[i]);
                }
            }
            case ActionSpace.Discrete choices -> {
                int from = 0;
                for (int i = 0; i < space.size(); i++) {
                    actions[at + i] = chosen(masks, row * output.length, from, from + choices.sizes()[i]);
                    from += choices.sizes()[i];
                }
            }
        }
    }

    /** Which of the outputs in {@code [from, to)} is the largest one allowed, counted from {@code from}. */
    private int chosen(boolean[] masks, int offset, int from, int to) {
        int best = -1;
        for (int i = from; i < to; i++) {
            if (masks[offset + i] && (best < 0 || output[i] > output[best])) {
                best = i;
            }
        }
        return Math.max(best, from) - from;
    }
}
