package catallaxy.mcts.game;

import java.util.function.Predicate;

/**
 * Pig solved: the probability of winning at every position when both play best, by value iteration over pairs of scores
 * from the highest down (Neller and Presser 2004), and the same for any fixed way of playing against the best.
 */
public final class PigSolution {
    private static final double PRECISION = 1e-13;
    private static final int SIDES = 6;

    private final int goal;
    /** {@code [own, other, turn total]}: the mover's probability of winning. */
    private final double[][][] value;

    private PigSolution(int goal) {
        this.goal = goal;
        value = new double[goal][goal][];
        for (int own = 0; own < goal; own++) {
            for (int other = 0; other < goal; other++) {
                value[own][other] = new double[goal - own];
            }
        }
    }

    /** Solves the game to {@code goal}. */
    public static PigSolution of(int goal) {
        PigSolution solution = new PigSolution(goal);
        for (int sum = 2 * goal - 2; sum >= 0; sum--) {
            for (int own = Math.max(0, sum - goal + 1); 2 * own <= sum; own++) {
                solution.solve(own, sum - own);
            }
        }
        return solution;
    }

    /** The mover's probability of winning when both play best. */
    public double value(int own, int other, int turnTotal) {
        return own + turnTotal >= goal ? 1 : value[own][other][turnTotal];
    }

    /** Whether rolling is at least as good as holding. */
    public boolean rolls(int own, int other, int turnTotal) {
        return turnTotal == 0
                || (own + turnTotal < goal && rolling(own, other, turnTotal) >= holding(own, other, turnTotal));
    }

    /**
     * The probability with which one who plays in a fixed way wins against the best, when either begins.
     *
     * @param rolls whether he rolls; asked about positions in which he is the first player and has rolled, but not the goal yet: who has that holds
     * @return the mean of beginning and of coming second
     */
    public double againstBest(Predicate<Pig> rolls) {
        return new FixedPig(this, goal, rolls).meanOfBothSeats();
    }

    private void solve(int own, int other) {
        double change = 1;
        while (change > PRECISION) {
            change = Math.max(sweep(own, other), sweep(other, own));
        }
    }

    private double sweep(int own, int other) {
        double change = 0;
        double[] row = value[own][other];
        for (int total = row.length - 1; total >= 0; total--) {
            double found = total == 0
                    ? rolling(own, other, total)
                    : Math.max(rolling(own, other, total), holding(own, other, total));
            change = Math.max(change, Math.abs(found - row[total]));
            row[total] = found;
        }
        return change;
    }

    private double rolling(int own, int other, int total) {
        double sum = 1 - value[other][own][0];
        for (int side = 2; side <= SIDES; side++) {
            sum += value(own, other, total + side);
        }
        return sum / SIDES;
    }

    private double holding(int own, int other, int total) {
        return own + total >= goal ? 1 : 1 - value[other][own + total][0];
    }
}
