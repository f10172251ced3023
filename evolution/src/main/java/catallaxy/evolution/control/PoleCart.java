package catallaxy.evolution.control;

/**
 * A cart on a track with two poles hinged on it, pushed by a force: Wieland's equations as in Gomez and Miikkulainen 1999, table 1,
 * {@code ẍ = (F − μ_c sgn ẋ + Σ F̃_i) / (M + Σ m̃_i)}, {@code θ̈_i = −¾ (ẍ cos θ_i + g sin θ_i + μ_p θ̇_i / (m_i l_i)) / l_i} with
 * {@code F̃_i = m_i l_i θ̇_i² sin θ_i + ¾ m_i cos θ_i (μ_p θ̇_i / (m_i l_i) + g sin θ_i)} and {@code m̃_i = m_i (1 − ¾ cos² θ_i)};
 * {@code g = −9.8 m/s²}, {@code M} = 1 kg, poles of 1 m and 0.1 kg and of 0.1 m and 0.01 kg, whose {@code l_i} is half their length,
 * {@code μ_c} = 0.0005, {@code μ_p} = 0.000002. Two steps of 0.01 s by the classical Runge–Kutta method of fourth order are one decision.
 *
 * <p>Sines are {@link StrictMath}'s, so that it moves alike everywhere. Mutable, one owner.
 */
final class PoleCart {
    /** Half the track, in metres. */
    static final double TRACK = 2.4;
    /** 36 degrees. */
    static final double FALLEN = 36 * Math.PI / 180;

    private static final double STEP = 0.01;
    private static final double GRAVITY = -9.8;
    private static final double CART_MASS = 1;
    private static final double CART_FRICTION = 0.0005;
    private static final double HINGE_FRICTION = 0.000002;
    private static final double[] MASS = {0.1, 0.01};
    private static final double[] HALF_LENGTH = {0.5, 0.05};

    /** {@code [6]}: x, ẋ, θ₁, θ̇₁, θ₂, θ̇₂ in metres, radians and seconds. */
    private final double[] state;

    private final double[] at = new double[6];
    private final double[][] slopes = new double[4][6];
    private final double[] pull = new double[2];
    private final double[] cosine = new double[2];

    /**
     * A cart in this state.
     *
     * @param state {@code [6]}: x, ẋ, θ₁, θ̇₁, θ₂, θ̇₂
     */
    PoleCart(double... state) {
        this.state = state.clone();
    }

    /** {@code [6]}: x, ẋ, θ₁, θ̇₁, θ₂, θ̇₂; not to be written to. */
    double[] state() {
        return state;
    }

    /** Whether the cart is on its track and both poles are within 36 degrees of upright. */
    boolean balanced() {
        return Math.abs(state[0]) <= TRACK && Math.abs(state[2]) <= FALLEN && Math.abs(state[4]) <= FALLEN;
    }

    /** Pushes for 0.02 s, by a force in newtons. */
    void push(double force) {
        step(force);
        step(force);
    }

    private void step(double force) {
        slope(state, force, slopes[0]);
        for (int stage = 1; stage < 4; stage++) {
            double reach = stage < 3 ? STEP / 2 : STEP;
            for (int i = 0; i < 6; i++) {
                at[i] = state[i] + reach * slopes[stage - 1][i];
            }
            slope(at, force, slopes[stage]);
        }
        for (int i = 0; i < 6; i++) {
            state[i] += STEP / 6 * (slopes[0][i] + 2 * slopes[1][i] + 2 * slopes[2][i] + slopes[3][i]);
        }
    }

    /** What the state changes by in a second. */
    void slope(double[] from, double force, double[] into) {
        double total = force - CART_FRICTION * Math.signum(from[1]);
        double mass = CART_MASS;
        for (int i = 0; i < 2; i++) {
            double sine = StrictMath.sin(from[2 + 2 * i]);
            double turn = from[3 + 2 * i];
            cosine[i] = StrictMath.cos(from[2 + 2 * i]);
            pull[i] = HINGE_FRICTION * turn / (MASS[i] * HALF_LENGTH[i]) + GRAVITY * sine;
            total += MASS[i] * (HALF_LENGTH[i] * turn * turn * sine + 0.75 * cosine[i] * pull[i]);
            mass += MASS[i] * (1 - 0.75 * cosine[i] * cosine[i]);
        }
        double acceleration = total / mass;
        into[0] = from[1];
        into[1] = acceleration;
        for (int i = 0; i < 2; i++) {
            into[2 + 2 * i] = from[3 + 2 * i];
            into[3 + 2 * i] = -0.75 * (acceleration * cosine[i] + pull[i]) / HALF_LENGTH[i];
        }
    }
}
