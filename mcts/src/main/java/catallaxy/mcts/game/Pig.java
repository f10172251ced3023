package catallaxy.mcts.game;

import catallaxy.mcts.Position;

/**
 * Pig: whose turn it is rolls a die as often as he likes; a 1 ends the turn with nothing, holding banks what was rolled; who
 * first has {@link #goal} wins. Winning earns 1, losing 0, so that values are probabilities of winning. Neller and
 * Presser 2004, "Optimal play of the dice game Pig": at 100 the first player wins with probability 0.5306 when both
 * play best.
 */
public final class Pig implements Position<Pig> {
    /** The move that banks the turn's total. */
    public static final int HOLD = 0;

    /** The move that rolls. */
    public static final int ROLL = 1;

    private static final int SIDES = 6;
    private static final int KEY_RANGE = 1 << 12;

    private final int goal;
    private final int[] banked = new int[2];
    private int mover;
    private int turnTotal;
    private boolean rolling;

    /**
     * The beginning of a game.
     *
     * @param goal from 2 to 1,000; 100 in the common game
     */
    public Pig(int goal) {
        this(goal, 0, 0, 0);
    }

    /**
     * A position of the first player, who is to roll or to hold.
     *
     * @param own       banked by the first player
     * @param other     banked by the second
     * @param turnTotal rolled by the first player in this turn
     */
    public Pig(int goal, int own, int other, int turnTotal) {
        if (goal < 2 || goal > 1_000 || own < 0 || own >= goal || other < 0 || other >= goal || turnTotal < 0) {
            throw new IllegalArgumentException(
                    "pig: found goal " + goal + ", scores " + own + ", " + other + " and turn total " + turnTotal
                            + ", expected a goal from 2 to 1000, scores in [0, goal) and a turn total from 0");
        }
        this.goal = goal;
        banked[0] = own;
        banked[1] = other;
        this.turnTotal = turnTotal;
    }

    /**
     * The position at which a player is to roll or to hold, or has lost.
     *
     * @param own   banked by the mover
     * @param other banked by who is not to move, possibly the goal and more
     * @param total rolled by the mover in this turn
     * @param mover 0 or 1
     */
    public static Pig of(int goal, int own, int other, int total, int mover) {
        Pig pig = new Pig(goal, own, Math.min(other, goal - 1), total);
        pig.mover = mover;
        pig.banked[mover] = own;
        pig.banked[1 - mover] = other;
        return pig;
    }

    @Override
    public int actionCount() {
        return SIDES;
    }

    @Override
    public int playerCount() {
        return 2;
    }

    @Override
    public int turn() {
        if (banked[0] >= goal || banked[1] >= goal) {
            return OVER;
        }
        return rolling ? CHANCE : mover;
    }

    /** Who has rolled nothing cannot hold, and who has the goal cannot roll. */
    @Override
    public int moves(int[] into) {
        if (rolling) {
            for (int side = 0; side < SIDES; side++) {
                into[side] = side;
            }
            return SIDES;
        }
        int count = 0;
        if (turnTotal > 0) {
            into[count++] = HOLD;
        }
        if (banked[mover] + turnTotal < goal) {
            into[count++] = ROLL;
        }
        return count;
    }

    @Override
    public double probability(int outcome) {
        return 1.0 / SIDES;
    }

    /** Makes {@link #HOLD} or {@link #ROLL}, or lets the die fall: outcome 0 is a 1. */
    @Override
    public void play(int move) {
        if (!rolling) {
            rolling = move == ROLL;
            if (move == HOLD) {
                banked[mover] += turnTotal;
                pass();
            }
            return;
        }
        rolling = false;
        if (move == 0) {
            pass();
        } else {
            turnTotal += move + 1;
        }
    }

    @Override
    public double earned(int player) {
        return banked[player] >= goal ? 1 : 0;
    }

    @Override
    public double most() {
        return 1;
    }

    @Override
    public Pig copy() {
        Pig copy = new Pig(goal);
        copy.set(this);
        return copy;
    }

    @Override
    public void set(Pig position) {
        banked[0] = position.banked[0];
        banked[1] = position.banked[1];
        mover = position.mover;
        turnTotal = position.turnTotal;
        rolling = position.rolling;
    }

    @Override
    public long key() {
        long scores = ((long) banked[0] * KEY_RANGE + banked[1]) * KEY_RANGE + turnTotal;
        return scores * 4 + mover * 2L + (rolling ? 1 : 0);
    }

    /** The score that wins. */
    public int goal() {
        return goal;
    }

    /** The player whose turn it is, also while the die falls; at the end who has lost. */
    public int mover() {
        return mover;
    }

    /** What a player has banked. */
    public int banked(int player) {
        return banked[player];
    }

    /** What the mover has rolled in this turn. */
    public int turnTotal() {
        return turnTotal;
    }

    private void pass() {
        mover = 1 - mover;
        turnTotal = 0;
    }
}
