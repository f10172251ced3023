package catallaxy.agents.problem;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import java.util.Arrays;
import java.util.List;

/**
 * The worlds of {@link CartPoleProblem}; the state of one is {@code x, ẋ, θ, θ̇}, moved by Euler's method with the old
 * velocities.
 *
 * <pre>
 *   f = (F + m l θ̇² sin θ) / (m + M)
 *   θ̈ = (g sin θ − f cos θ) / (l (4/3 − m cos² θ / (m + M)))
 *   ẍ = f − m l θ̈ cos θ / (m + M)
 * </pre>
 *
 * <p>g = 9.8, m = 0.1 (pole), M = 1 (cart), l = 0.5 (half the pole), |F| = 10, step 0.02 s.
 */
final class CartPoleWorlds extends Worlds {
    private static final int VARIABLES = 4;
    private static final double GRAVITY = 9.8;
    private static final double POLE_MASS = 0.1;
    private static final double TOTAL_MASS = 1.1;
    private static final double HALF_LENGTH = 0.5;
    private static final double FORCE = 10;
    private static final double TAU = 0.02;
    private static final double MAX_POSITION = 2.4;
    private static final double MAX_ANGLE = 12 * 2 * Math.PI / 360;
    private static final double INITIAL = 0.05;
    private static final ObservationSpec OBSERVATIONS = new ObservationSpec(List.of(
            new Feature("position", "m", -2 * MAX_POSITION, 2 * MAX_POSITION),
            Feature.unbounded("velocity", "m/s"),
            new Feature("angle", "rad", -2 * MAX_ANGLE, 2 * MAX_ANGLE),
            Feature.unbounded("angular_velocity", "rad/s")));
    private static final ActionSpec ACTIONS =
            new ActionSpec(List.of(new ActionComponent.Discrete("push", List.of("left", "right"), 0)));

    CartPoleWorlds(CartPoleProblem problem, int worlds) {
        super(worlds, VARIABLES, problem.maxSteps(), Horizon.TRUNCATES, OBSERVATIONS, ACTIONS);
    }

    @Override
    void begin(int world) {
        for (int v = 0; v < VARIABLES; v++) {
            state[world * VARIABLES + v] = INITIAL * (2 * random().nextDouble(world) - 1);
        }
    }

    @Override
    void advance(float[] actions, double[] rewards, boolean[] terminated) {
        Arrays.fill(rewards, 1);
        for (int i = 0; i < actions.length; i++) {
            int x = i * VARIABLES;
            move(x, actions[i] == 0 ? -FORCE : FORCE);
            terminated[i] = Math.abs(state[x]) > MAX_POSITION || Math.abs(state[x + 2]) > MAX_ANGLE;
        }
    }

    private void move(int x, double force) {
        double omega = state[x + 3];
        double sin = StrictMath.sin(state[x + 2]);
        double cos = StrictMath.cos(state[x + 2]);
        double poleMoment = POLE_MASS * HALF_LENGTH;
        double f = (force + poleMoment * omega * omega * sin) / TOTAL_MASS;
        double inertia = HALF_LENGTH * (4.0 / 3.0 - POLE_MASS * cos * cos / TOTAL_MASS);
        double angular = (GRAVITY * sin - cos * f) / inertia;
        double linear = f - poleMoment * angular * cos / TOTAL_MASS;
        state[x] += TAU * state[x + 1];
        state[x + 1] += TAU * linear;
        state[x + 2] += TAU * omega;
        state[x + 3] += TAU * angular;
    }

    @Override
    void observe(int from, int to, float[] rows) {
        for (int i = from * VARIABLES; i < to * VARIABLES; i++) {
            rows[i] = (float) state[i];
        }
    }
}
