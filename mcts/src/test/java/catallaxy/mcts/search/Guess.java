package catallaxy.mcts.search;

import catallaxy.mcts.Position;

/**
 * One player may take 0.6 for certain, or call the side of a coin before it is thrown and have 1 if he is right. Guessing is worth a half. In a
 * world that is taken to be deterministic the coin always falls on the same side, and whoever looks ahead calls it.
 */
final class Guess implements Position<Guess> {
    static final int SAFE = 0;
    static final int GUESS = 1;
    private static final double CERTAIN = 0.6;
    private static final int SIDES = 2;

    private final boolean deterministic;
    private final boolean manyCoins;
    /** 0 at first, 1 when to call, 2 when the coin is thrown, 3 at the end. */
    private int stage;

    private int called;
    private double earned;

    Guess(boolean deterministic, boolean manyCoins) {
        this.deterministic = deterministic;
        this.manyCoins = manyCoins;
    }

    @Override
    public int actionCount() {
        return SIDES;
    }

    @Override
    public int playerCount() {
        return 1;
    }

    @Override
    public int turn() {
        return stage == 3 ? OVER : stage == 2 ? CHANCE : 0;
    }

    @Override
    public int moves(int[] into) {
        into[0] = 0;
        into[1] = 1;
        return SIDES;
    }

    @Override
    public double probability(int outcome) {
        return 0.5;
    }

    @Override
    public boolean openEnded() {
        return manyCoins;
    }

    @Override
    public void play(int move) {
        if (stage == 0 && move == SAFE) {
            earned = CERTAIN;
            stage = 3;
        } else if (stage == 1 && deterministic) {
            earned = move == 1 ? 1 : 0;
            stage = 3;
        } else if (stage == 2) {
            earned = (move & 1) == called ? 1 : 0;
            stage = 3;
        } else {
            called = move;
            stage++;
        }
    }

    @Override
    public double earned(int player) {
        return earned;
    }

    @Override
    public Guess copy() {
        Guess copy = new Guess(deterministic, manyCoins);
        copy.set(this);
        return copy;
    }

    @Override
    public void set(Guess other) {
        stage = other.stage;
        called = other.called;
        earned = other.earned;
    }
}
