package catallaxy.evolution.control;

import catallaxy.evolution.fitness.Controller;
import catallaxy.evolution.search.Squash;

/**
 * A controller that balances. It observes x / 4.8, ẋ / 2, θ₁ / 0.52, θ̇₁ / 2, θ₂ / 0.52 and θ̇₂ / 2, or without velocities the first, third
 * and fifth of these; its output, squashed by {@link Squash#SIGMOID}, becomes a force between −10 and 10 N. Mutable, one owner.
 */
final class PoleTrial {
    /** The cart in the middle, the long pole at 4 degrees (0.07), all else at rest and upright. */
    static final double[] START = {0, 0, 0.07, 0, 0, 0};

    private static final double[] SCALE = {4.8, 2, 0.52, 2, 0.52, 2};
    private static final double FORCE = 10;
    private static final int DAMPED = 100;

    private final Controller controller;
    private final int stride;
    private final double[] observation;
    private final double[] output = new double[1];
    /** How much moved in each of the last {@link #DAMPED} steps. */
    private final double[] movement = new double[DAMPED];

    PoleTrial(Controller controller, boolean velocities) {
        this.controller = controller;
        stride = velocities ? 1 : 2;
        observation = new double[SCALE.length / stride];
    }

    /** For how many steps, of so many at most, both poles are balanced from a state; the controller forgets what was before. */
    int balance(int steps, double... state) {
        PoleCart cart = new PoleCart(state);
        controller.reset();
        for (int step = 0; step < steps; step++) {
            for (int i = 0; i < observation.length; i++) {
                observation[i] = cart.state()[i * stride] / SCALE[i * stride];
            }
            controller.act(observation, output);
            cart.push(FORCE * (2 * Squash.SIGMOID.of(output[0]) - 1));
            if (!cart.balanced()) {
                return step;
            }
            double[] now = cart.state();
            movement[step % DAMPED] = Math.abs(now[0]) + Math.abs(now[1]) + Math.abs(now[2]) + Math.abs(now[3]);
        }
        return steps;
    }

    /** {@code Σ |x| + |ẋ| + |θ₁| + |θ̇₁|} over the last 100 steps of the last balance, of which there were more. */
    double movement() {
        double sum = 0;
        for (double each : movement) {
            sum += each;
        }
        return sum;
    }
}
