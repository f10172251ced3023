package catallaxy.agents.problem;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import java.util.Arrays;
import java.util.List;

/**
 * The worlds of {@link MountainCarProblem}; the state of one is {@code x, v}.
 * {@code v ← v + 0.001 (a − 1) − 0.0025 cos 3x} within ±0.07, then {@code x ← x + v} within [−1.2, 0.6]; the left wall stops
 * the car. The top is at 0.5.
 */
final class MountainCarWorlds extends Worlds {
    private static final int STEPS = 200;
    private static final double LEFT = -1.2;
    private static final double RIGHT = 0.6;
    private static final double TOP = 0.5;
    private static final double MAX_SPEED = 0.07;
    private static final double ENGINE = 0.001;
    private static final double GRAVITY = 0.0025;
    private static final ObservationSpec OBSERVATIONS = new ObservationSpec(List.of(
            new Feature("position", "1", (float) LEFT, (float) RIGHT),
            new Feature("velocity", "1", -(float) MAX_SPEED, (float) MAX_SPEED)));
    private static final ActionSpec ACTIONS =
            new ActionSpec(List.of(new ActionComponent.Discrete("push", List.of("left", "none", "right"), 1)));

    MountainCarWorlds(int worlds) {
        super(worlds, 2, STEPS, Horizon.TRUNCATES, OBSERVATIONS, ACTIONS);
    }

    @Override
    void begin(int world) {
        state[2 * world] = -0.6 + 0.2 * random().nextDouble(world);
        state[2 * world + 1] = 0;
    }

    @Override
    void advance(float[] actions, double[] rewards, boolean[] terminated) {
        Arrays.fill(rewards, -1);
        for (int i = 0; i < actions.length; i++) {
            double push = ENGINE * (actions[i] - 1) - GRAVITY * StrictMath.cos(3 * state[2 * i]);
            double velocity = Math.clamp(state[2 * i + 1] + push, -MAX_SPEED, MAX_SPEED);
            double position = Math.clamp(state[2 * i] + velocity, LEFT, RIGHT);
            state[2 * i] = position;
            state[2 * i + 1] = position == LEFT ? Math.max(0, velocity) : velocity;
            terminated[i] = position >= TOP && velocity >= 0;
        }
    }

    @Override
    void observe(int from, int to, float[] rows) {
        for (int i = 2 * from; i < 2 * to; i++) {
            rows[i] = (float) state[i];
        }
    }
}
