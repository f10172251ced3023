package catallaxy.agents.problem;

/** Angles in radians. */
final class Angles {
    private static final double TURN = 2 * Math.PI;

    private Angles() {}

    /** The angle of [−π, π) that points the same way. */
    static double wrapped(double angle) {
        return angle - TURN * Math.floor((angle + Math.PI) / TURN);
    }
}
