package catallaxy.mcts.search;

/**
 * What searches have in common, whatever chooses their moves.
 *
 * @param leaves         positions that one tree hands to the evaluator at once, from 1: more keep a network busy and cost
 *                       playing strength at equal simulations
 * @param expandAt       visits at which a leaf becomes a state of the tree: 1 for evaluators with priors, 2 saves memory with playouts
 * @param transpositions whether states are found again by their positions' keys
 * @param solve          whether ends of games are carried up as proofs
 * @param states         the most that a tree holds; leaves beyond are evaluated and not kept
 * @param widening       of open-ended chance
 */
public record SearchSettings(
        int leaves, int expandAt, boolean transpositions, boolean solve, int states, Widening widening) {
    /** Checks the parameters. */
    public SearchSettings {
        if (leaves < 1 || expandAt < 1 || states < 1) {
            throw new IllegalArgumentException("leaves, expandAt, states: found " + leaves + ", " + expandAt + ", "
                    + states + ", expected integers from 1");
        }
    }

    /** One leaf at a time, kept at its second visit: for random playouts. */
    public static SearchSettings playouts() {
        return new SearchSettings(1, 2, false, false, 50_000_000, Widening.STANDARD);
    }

    /** Sixteen leaves at a time, kept at once: for networks. */
    public static SearchSettings network() {
        return new SearchSettings(16, 1, false, false, 10_000_000, Widening.STANDARD);
    }

    /** The same with so many leaves at once. */
    public SearchSettings withLeaves(int count) {
        return new SearchSettings(count, expandAt, transpositions, solve, states, widening);
    }

    /** The same with or without transpositions. */
    public SearchSettings withTranspositions(boolean wanted) {
        return new SearchSettings(leaves, expandAt, wanted, solve, states, widening);
    }

    /** The same with or without proofs. */
    public SearchSettings withSolve(boolean wanted) {
        return new SearchSettings(leaves, expandAt, transpositions, wanted, states, widening);
    }

    /** The same with at most so many states. */
    public SearchSettings withStates(int most) {
        return new SearchSettings(leaves, expandAt, transpositions, solve, most, widening);
    }

    /** The same with other widening. */
    public SearchSettings withWidening(Widening other) {
        return new SearchSettings(leaves, expandAt, transpositions, solve, states, other);
    }

    /** The same with leaves kept at another visit. */
    public SearchSettings withExpandAt(int visits) {
        return new SearchSettings(leaves, visits, transpositions, solve, states, widening);
    }
}
