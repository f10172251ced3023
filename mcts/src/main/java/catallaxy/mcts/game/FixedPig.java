package catallaxy.mcts.game;

import java.util.function.Predicate;

/** Who plays Pig in a fixed way against who plays it best: probabilities of winning, by iteration as in {@link PigSolution}. */
final class FixedPig {
    private static final double PRECISION = 1e-12;
    private static final int SIDES = 6;

    private final PigSolution best;
    private final int goal;
    private final boolean[][][] rolls;
    /** {@code [own, other, total]}: he wins, his turn; scores are his and the other's. */
    private final double[][][] his;
    /** {@code [own, other, total]}: he wins, the other's turn; scores are his and the other's. */
    private final double[][][] theirs;

    FixedPig(PigSolution best, int goal, Predicate<Pig> policy) {
        this.best = best;
        this.goal = goal;
        rolls = new boolean[goal][goal][];
        his = new double[goal][goal][];
        theirs = new double[goal][goal][];
        for (int own = 0; own < goal; own++) {
            for (int other = 0; other < goal; other++) {
                his[own][other] = new double[goal - own];
                theirs[own][other] = new double[goal - other];
                rolls[own][other] = asked(policy, own, other);
            }
        }
    }

    double meanOfBothSeats() {
        for (int sum = 2 * goal - 2; sum >= 0; sum--) {
            for (int own = Math.max(0, sum - goal + 1); own <= Math.min(sum, goal - 1); own++) {
                settle(own, sum - own);
            }
        }
        return (his[0][0][0] + theirs[0][0][0]) / 2;
    }

    private boolean[] asked(Predicate<Pig> policy, int own, int other) {
        boolean[] answers = new boolean[goal - own];
        for (int total = 0; total < answers.length; total++) {
            answers[total] = total == 0 || policy.test(new Pig(goal, own, other, total));
        }
        return answers;
    }

    private void settle(int own, int other) {
        double change = 1;
        while (change > PRECISION) {
            change = 0;
            for (int total = goal - own - 1; total >= 0; total--) {
                double found = rolls[own][other][total] ? hisRoll(own, other, total) : theirsAt(own + total, other, 0);
                change = Math.max(change, Math.abs(found - his[own][other][total]));
                his[own][other][total] = found;
            }
            for (int total = goal - other - 1; total >= 0; total--) {
                double found = best.rolls(/* own= */ other, /* other= */ own, total)
                        ? theirRoll(own, other, total)
                        : hisAt(own, other + total, 0);
                change = Math.max(change, Math.abs(found - theirs[own][other][total]));
                theirs[own][other][total] = found;
            }
        }
    }

    private double hisRoll(int own, int other, int total) {
        double sum = theirsAt(own, other, 0);
        for (int side = 2; side <= SIDES; side++) {
            sum += hisAt(own, other, total + side);
        }
        return sum / SIDES;
    }

    private double theirRoll(int own, int other, int total) {
        double sum = hisAt(own, other, 0);
        for (int side = 2; side <= SIDES; side++) {
            sum += theirsAt(own, other, total + side);
        }
        return sum / SIDES;
    }

    private double hisAt(int own, int other, int total) {
        return own + total >= goal ? 1 : other >= goal ? 0 : his[own][other][total];
    }

    private double theirsAt(int own, int other, int total) {
        return own >= goal ? 1 : other + total >= goal ? 0 : theirs[own][other][total];
    }
}
