package catallaxy.agents.problem;

import catallaxy.environment.base.check.Checks;

/** A horizon cut into equal steps. */
final class TimeGrid {
    private static final int MOST = 1_000_000;

    private TimeGrid() {}

    /**
     * The number of steps of {@code dt} in {@code horizon}.
     *
     * @throws IllegalArgumentException if either is not positive, the number is not whole, or above a million
     */
    static int steps(double horizon, double dt) {
        Checks.inRange("horizon", horizon, 1e-9, 1e9);
        Checks.inRange("dt", dt, horizon / MOST, horizon);
        long steps = Math.round(horizon / dt);
        Checks.that(
                Math.abs(steps * dt - horizon) <= 1e-6 * dt, "dt", "a whole number of steps in horizon " + horizon, dt);
        return (int) steps;
    }
}
