package catallaxy.mcts.selection;

import catallaxy.mcts.Position;
import catallaxy.mcts.evaluation.Evaluations;
import catallaxy.mcts.evaluation.Evaluator;
import java.util.List;

/** One player, one move, and what it pays: each arm leads to a position that an evaluator values exactly. */
final class Bandit implements Position<Bandit> {
    private final double[] pays;
    private int chosen = -1;
    private boolean over;

    Bandit(double... pays) {
        this.pays = pays;
    }

    @Override
    public int actionCount() {
        return pays.length;
    }

    @Override
    public int playerCount() {
        return 1;
    }

    @Override
    public int turn() {
        return over ? OVER : 0;
    }

    @Override
    public int moves(int[] into) {
        int count = chosen < 0 ? pays.length : 1;
        for (int i = 0; i < count; i++) {
            into[i] = i;
        }
        return count;
    }

    @Override
    public void play(int move) {
        over = chosen >= 0;
        chosen = over ? chosen : move;
    }

    @Override
    public double earned(int player) {
        return over ? pays[chosen] : 0;
    }

    @Override
    public Bandit copy() {
        Bandit copy = new Bandit(pays);
        copy.set(this);
        return copy;
    }

    @Override
    public void set(Bandit other) {
        chosen = other.chosen;
        over = other.over;
    }

    /** Knows what every arm pays, and holds these priors of the first move. */
    static Evaluator<Bandit> knowing(float... priors) {
        return (leaves, numbers, from, to, into) -> answer(leaves, from, to, into, priors);
    }

    private static void answer(List<Bandit> leaves, int from, int to, Evaluations into, float... priors) {
        for (int row = from; row < to; row++) {
            Bandit leaf = leaves.get(row);
            double mean = 0;
            for (int arm = 0; arm < priors.length; arm++) {
                into.prior(row, arm, priors[arm]);
                mean += priors[arm] * leaf.pays[arm];
            }
            into.value(row, 0, leaf.chosen < 0 ? mean : leaf.pays[leaf.chosen]);
        }
    }
}
