package catallaxy.mcts.search;

/**
 * How many outcomes of open-ended chance a search looks at: {@code ⌈coefficient · N^exponent⌉} after N visits, at most
 * {@code limit}. Progressive widening of Coulom 2007 and Chaslot et al. 2008, on chance as in Couëtoux et al. 2011,
 * https://doi.org/10.1007/978-3-642-25566-3_32.
 *
 * @param coefficient above 0
 * @param exponent    in [0, 1]
 * @param limit       from 1; room for so many is kept in each such state
 */
public record Widening(double coefficient, double exponent, int limit) {
    /** √N outcomes, at most 64. */
    public static final Widening STANDARD = new Widening(1, 0.5, 64);

    /** Checks the parameters. */
    public Widening {
        if (!(coefficient > 0) || !(exponent >= 0 && exponent <= 1) || limit < 1) {
            throw new IllegalArgumentException("widening: found " + coefficient + ", " + exponent + ", " + limit
                    + ", expected a coefficient above 0, an exponent in [0, 1] and a limit from 1");
        }
    }

    /** How many outcomes there are to be after {@code visits}. */
    int outcomes(int visits) {
        return (int) Math.clamp(Math.ceil(coefficient * StrictMath.pow(Math.max(1, visits), exponent)), 1, limit);
    }
}
