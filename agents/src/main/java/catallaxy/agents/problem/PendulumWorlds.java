package catallaxy.agents.problem;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import java.util.List;

/**
 * The worlds of {@link PendulumProblem}; the state of one is {@code θ, θ̇}, a rod of mass m = 1 and length l = 1 under
 * g = 10: {@code θ̈ = (3 g / 2 l) sin θ + (3 / m l²) u}. The velocity moves first, within ±8, then the angle with the new
 * velocity; step 0.05 s.
 */
final class PendulumWorlds extends Worlds {
    private static final int STEPS = 200;
    private static final double GRAVITY_PULL = 15;
    private static final double TORQUE_PULL = 3;
    private static final double DT = 0.05;
    private static final double MAX_SPEED = 8;
    private static final float MAX_TORQUE = 2;
    private static final ObservationSpec OBSERVATIONS = new ObservationSpec(List.of(
            new Feature("cos_angle", "1", -1, 1),
            new Feature("sin_angle", "1", -1, 1),
            new Feature("angular_velocity", "rad/s", -MAX_SPEED, MAX_SPEED)));
    private static final ActionSpec ACTIONS =
            new ActionSpec(List.of(new ActionComponent.Continuous("torque", "N m", -MAX_TORQUE, MAX_TORQUE, 0)));

    PendulumWorlds(int worlds) {
        super(worlds, 2, STEPS, Horizon.TRUNCATES, OBSERVATIONS, ACTIONS);
    }

    @Override
    void begin(int world) {
        state[2 * world] = Math.PI * (2 * random().nextDouble(world) - 1);
        state[2 * world + 1] = 2 * random().nextDouble(world) - 1;
    }

    @Override
    void advance(float[] actions, double[] rewards, boolean[] terminated) {
        for (int i = 0; i < actions.length; i++) {
            double theta = state[2 * i];
            double omega = state[2 * i + 1];
            double torque = Math.clamp(actions[i], -MAX_TORQUE, MAX_TORQUE);
            double angle = Angles.wrapped(theta);
            rewards[i] = -(angle * angle + 0.1 * omega * omega + 0.001 * torque * torque);
            double pull = GRAVITY_PULL * StrictMath.sin(theta) + TORQUE_PULL * torque;
            double faster = Math.clamp(omega + pull * DT, -MAX_SPEED, MAX_SPEED);
            state[2 * i] = theta + faster * DT;
            state[2 * i + 1] = faster;
        }
    }

    @Override
    void observe(int from, int to, float[] rows) {
        for (int i = from; i < to; i++) {
            rows[3 * i] = (float) StrictMath.cos(state[2 * i]);
            rows[3 * i + 1] = (float) StrictMath.sin(state[2 * i]);
            rows[3 * i + 2] = (float) state[2 * i + 1];
        }
    }
}
