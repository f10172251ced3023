package catallaxy.agents.problem;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import java.util.List;

/**
 * The worlds of {@link AcrobotProblem}; the state of one is {@code θ1, θ2, θ̇1, θ̇2}, the first angle from hanging down, the
 * second relative to the first link. One step of the classical Runge–Kutta method over 0.2 s under a constant torque τ; then
 * angles are wrapped and velocities cut at 4π and 9π.
 *
 * <pre>
 *   d1 = m lc² + m (l² + lc² + 2 l lc cos θ2) + 2 I        d2 = m (lc² + l lc cos θ2) + I
 *   φ2 = m lc g cos(θ1 + θ2 − π/2)
 *   φ1 = −m l lc θ̇2² sin θ2 − 2 m l lc θ̇2 θ̇1 sin θ2 + (m lc + m l) g cos(θ1 − π/2) + φ2
 *   θ̈2 = (τ + (d2 / d1) φ1 − m l lc θ̇1² sin θ2 − φ2) / (m lc² + I − d2² / d1)
 *   θ̈1 = −(d2 θ̈2 + φ1) / d1
 * </pre>
 *
 * <p>Both links have m = 1, l = 1, lc = 0.5, I = 1; g = 9.8.
 */
final class AcrobotWorlds extends Worlds {
    private static final int VARIABLES = 4;
    private static final int FEATURES = 6;
    private static final int STEPS = 500;
    private static final double GRAVITY = 9.8;
    private static final double CENTRE = 0.5;
    private static final double DT = 0.2;
    private static final double INITIAL = 0.1;
    private static final float MAX_SPEED_1 = (float) (4 * Math.PI);
    private static final float MAX_SPEED_2 = (float) (9 * Math.PI);
    private static final ObservationSpec OBSERVATIONS = new ObservationSpec(List.of(
            new Feature("cos_angle_1", "1", -1, 1),
            new Feature("sin_angle_1", "1", -1, 1),
            new Feature("cos_angle_2", "1", -1, 1),
            new Feature("sin_angle_2", "1", -1, 1),
            new Feature("angular_velocity_1", "rad/s", -MAX_SPEED_1, MAX_SPEED_1),
            new Feature("angular_velocity_2", "rad/s", -MAX_SPEED_2, MAX_SPEED_2)));
    private static final ActionSpec ACTIONS =
            new ActionSpec(List.of(new ActionComponent.Discrete("torque", List.of("-1", "0", "+1"), 1)));

    private final double[] from = new double[VARIABLES];
    private final double[] slope = new double[VARIABLES];
    private final double[] sum = new double[VARIABLES];

    AcrobotWorlds(int worlds) {
        super(worlds, VARIABLES, STEPS, Horizon.TRUNCATES, OBSERVATIONS, ACTIONS);
    }

    @Override
    void begin(int world) {
        for (int v = 0; v < VARIABLES; v++) {
            state[world * VARIABLES + v] = INITIAL * (2 * random().nextDouble(world) - 1);
        }
    }

    @Override
    void advance(float[] actions, double[] rewards, boolean[] terminated) {
        for (int i = 0; i < actions.length; i++) {
            int x = i * VARIABLES;
            integrate(x, actions[i] - 1);
            state[x] = Angles.wrapped(state[x]);
            state[x + 1] = Angles.wrapped(state[x + 1]);
            state[x + 2] = Math.clamp(state[x + 2], -4 * Math.PI, 4 * Math.PI);
            state[x + 3] = Math.clamp(state[x + 3], -9 * Math.PI, 9 * Math.PI);
            terminated[i] = -StrictMath.cos(state[x]) - StrictMath.cos(state[x] + state[x + 1]) > 1;
            rewards[i] = terminated[i] ? 0 : -1;
        }
    }

    private void integrate(int x, double torque) {
        System.arraycopy(state, x, from, 0, VARIABLES);
        slopes(torque);
        next(x, DT / 2, true, 1);
        slopes(torque);
        next(x, DT / 2, false, 2);
        slopes(torque);
        next(x, DT, false, 2);
        slopes(torque);
        next(x, 0, false, 1);
        for (int v = 0; v < VARIABLES; v++) {
            state[x + v] += DT / 6 * sum[v];
        }
    }

    /** Adds the slopes to the weighted sum and moves to where the next ones are taken. */
    private void next(int x, double dt, boolean first, double weight) {
        for (int v = 0; v < VARIABLES; v++) {
            sum[v] = (first ? 0 : sum[v]) + weight * slope[v];
            from[v] = state[x + v] + dt * slope[v];
        }
    }

    private void slopes(double torque) {
        double sin2 = StrictMath.sin(from[1]);
        double cos2 = StrictMath.cos(from[1]);
        double speed1 = from[2];
        double speed2 = from[3];
        double d1 = CENTRE * CENTRE + 1 + CENTRE * CENTRE + 2 * CENTRE * cos2 + 2;
        double d2 = CENTRE * CENTRE + CENTRE * cos2 + 1;
        // cos(θ − π/2) is sin θ.
        double phi2 = CENTRE * GRAVITY * StrictMath.sin(from[0] + from[1]);
        double phi1 = -CENTRE * speed2 * speed2 * sin2
                - 2 * CENTRE * speed2 * speed1 * sin2
                + (CENTRE + 1) * GRAVITY * StrictMath.sin(from[0])
                + phi2;
        double inertia = CENTRE * CENTRE + 1 - d2 * d2 / d1;
        double faster2 = (torque + d2 / d1 * phi1 - CENTRE * speed1 * speed1 * sin2 - phi2) / inertia;
        slope[0] = speed1;
        slope[1] = speed2;
        slope[2] = -(d2 * faster2 + phi1) / d1;
        slope[3] = faster2;
    }

    @Override
    void observe(int from, int to, float[] rows) {
        for (int i = from; i < to; i++) {
            int x = i * VARIABLES;
            int row = i * FEATURES;
            rows[row] = (float) StrictMath.cos(state[x]);
            rows[row + 1] = (float) StrictMath.sin(state[x]);
            rows[row + 2] = (float) StrictMath.cos(state[x + 1]);
            rows[row + 3] = (float) StrictMath.sin(state[x + 1]);
            rows[row + 4] = (float) state[x + 2];
            rows[row + 5] = (float) state[x + 3];
        }
    }
}
