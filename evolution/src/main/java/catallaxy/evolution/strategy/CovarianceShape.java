package catallaxy.evolution.strategy;

/** What of a covariance is learned. */
public enum CovarianceShape {
    /** All of it: {@code n²} numbers. */
    FULL,
    /** Its diagonal: {@code n} numbers, which do not know how coordinates depend on each other. */
    SEPARABLE,
    /** All of it up to 300 dimensions, the diagonal of more. */
    AUTOMATIC;

    private static final int MOST_FULL = 300;

    boolean isDiagonal(int n) {
        return this == SEPARABLE || (this == AUTOMATIC && n > MOST_FULL);
    }
}
