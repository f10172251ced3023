package catallaxy.mcts;

import catallaxy.environment.base.random.RandomStream;

/**
 * A position of a game or of a plan, as a search steps it: who is to move, which moves there are, and what was earned so far.
 * Mutable and owned by one search: {@link #play} changes it, {@link #set} makes it another position again, and neither
 * allocates in a good implementation.
 *
 * <p>Moves are numbers in [0, {@link #actionCount}). Chance moves as a player does, at the turn {@link #CHANCE}: its moves are
 * outcomes with probabilities. What a player's move leads to before chance has moved is the afterstate, and is a
 * position like any other. Any number of players, sums need not be zero; where players move at once, they are asked in turn and
 * do not see each other's answer before all have given theirs.
 *
 * @param <P> the position itself
 */
public interface Position<P extends Position<P>> {
    /** The turn at which chance moves. */
    int CHANCE = -1;

    /** The turn at which nobody moves: the end. */
    int OVER = -2;

    /** {@code A}: players' moves are numbers in [0, A) in every position, chance's outcomes too unless {@link #openEnded}. */
    int actionCount();

    /** Number of players; 1 for a plan. */
    int playerCount();

    /** The player to move, {@link #CHANCE} or {@link #OVER}. */
    int turn();

    /**
     * Writes the moves of this turn in the order in which an untaught search should try them.
     *
     * @param into at least {@link #actionCount} elements
     * @return how many there are; at least one unless the turn is {@link #OVER}
     */
    int moves(int[] into);

    /**
     * Probability of one of chance's outcomes.
     *
     * @throws UnsupportedOperationException if chance never moves
     */
    default double probability(int outcome) {
        throw new UnsupportedOperationException(
                "chance does not move in " + getClass().getSimpleName());
    }

    /**
     * Whether chance's outcomes are too many to list: outcome {@code k} is then the {@code k}-th independent draw, all equally
     * likely, and searches look at more of them the more often they come here (progressive widening).
     */
    default boolean openEnded() {
        return false;
    }

    /** Makes a move of the player, or an outcome of chance, whose turn it is. */
    void play(int move);

    /** What the player has earned from the first position on, discounted to it; final at {@link #OVER}. */
    double earned(int player);

    /** The most that a player can earn in the whole game, if that is known: who has it need not look for more. */
    default double most() {
        return Double.POSITIVE_INFINITY;
    }

    /** An independent position like this one. */
    P copy();

    /** Becomes a position like {@code other}. */
    void set(P other);

    /**
     * A number that is the same for positions with the same turn, earnings and future and, with overwhelming probability,
     * for no others: how a search finds that two orders of moves lead to one position.
     *
     * @throws UnsupportedOperationException if positions cannot be told so
     */
    default long key() {
        throw new UnsupportedOperationException(getClass().getSimpleName() + " has no keys of positions");
    }

    /**
     * A random move: uniform for a player, by probability for chance.
     *
     * @param scratch at least {@link #actionCount} elements, overwritten
     */
    default int draw(RandomStream luck, int[] scratch) {
        int count = moves(scratch);
        if (turn() != CHANCE) {
            return count == 1 ? scratch[0] : scratch[luck.nextInt(count)];
        }
        double left = luck.nextDouble();
        for (int i = 0; i < count - 1; i++) {
            left -= probability(scratch[i]);
            if (left < 0) {
                return scratch[i];
            }
        }
        return scratch[count - 1];
    }
}
