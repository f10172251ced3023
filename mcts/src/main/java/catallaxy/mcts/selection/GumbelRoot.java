package catallaxy.mcts.selection;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.mcts.tree.RootRule;
import catallaxy.mcts.tree.SearchTree;

/**
 * Sequential halving over the moves of highest {@code g(a) + ln P(a)}, g Gumbel noise: samples moves without replacement from the
 * priors and improves on them in expectation, however few the simulations. Danihelka et al. 2022, algorithm 2. Deviation: a
 * search that goes on beyond its plan visits the two last moves in turn. One owner.
 */
public final class GumbelRoot implements RootRule {
    private final int considered;
    private final double noise;
    private final CompletedValues values;
    private double[] gumbel = new double[0];
    private int[] schedule = new int[0];
    /** Visits that the root's edges had when the search began, where the tree was kept. */
    private int[] before = new int[0];

    private int begun;

    /**
     * A rule for one search at a time.
     *
     * @param considered m, the most moves that are tried; 16 in the paper
     * @param noise      1 in training; 0 plays the same move every time
     * @param values     gives the improved policy
     */
    public GumbelRoot(int considered, double noise, CompletedValues values) {
        if (considered < 1 || !(noise >= 0)) {
            throw new IllegalArgumentException("considered and noise: found " + considered + ", " + noise
                    + ", expected an integer from 1 and a number from 0");
        }
        this.considered = considered;
        this.noise = noise;
        this.values = values;
    }

    @Override
    public void begin(SearchTree tree, int simulations, RandomStream luck) {
        int first = tree.firstEdge(0);
        int moves = tree.endEdge(0) - first;
        gumbel = new double[moves];
        before = new int[moves];
        for (int i = 0; i < moves; i++) {
            gumbel[i] = noise == 0 ? 0 : -noise * StrictMath.log(luck.nextExponential());
            before[i] = tree.visits(first + i);
        }
        schedule = HalvingSchedule.of(Math.min(considered, moves), simulations);
        begun = tree.entered(0);
    }

    @Override
    public int select(SearchTree tree) {
        int first = tree.firstEdge(0);
        int simulation = tree.entered(0) - begun;
        int wanted = simulation < schedule.length ? schedule[simulation] : fewest(tree);
        double[] logits = values.logits(tree, 0);
        int best = -1;
        for (int i = 0; i < logits.length; i++) {
            if (tried(tree, i) == wanted && (best < 0 || gumbel[i] + logits[i] > gumbel[best] + logits[best])) {
                best = i;
            }
        }
        return first + (best >= 0 ? best : leastTried(tree));
    }

    @Override
    public int best(SearchTree tree) {
        int first = tree.firstEdge(0);
        double[] logits = values.logits(tree, 0);
        int most = 0;
        for (int i = 0; i < logits.length; i++) {
            most = Math.max(most, tried(tree, i));
        }
        int best = -1;
        for (int i = 0; i < logits.length; i++) {
            boolean last = tried(tree, i) == most || tree.isKnown(first + i);
            if (last && (best < 0 || gumbel[i] + logits[i] > gumbel[best] + logits[best])) {
                best = i;
            }
        }
        return first + best;
    }

    @Override
    public double[] policy(SearchTree tree) {
        return CompletedValues.softmax(values.logits(tree, 0));
    }

    /** Simulations of this search along the root's {@code i}-th edge, those under way included. */
    private int tried(SearchTree tree, int i) {
        int edge = tree.firstEdge(0) + i;
        return tree.visits(edge) + tree.pending(edge) - before[i];
    }

    /** Visits of the less visited of the two moves tried most. */
    private int fewest(SearchTree tree) {
        int most = 0;
        int second = 0;
        for (int i = 0; i < before.length; i++) {
            int tried = tried(tree, i);
            second = Math.max(second, Math.min(most, tried));
            most = Math.max(most, tried);
        }
        return before.length == 1 ? most : second;
    }

    private int leastTried(SearchTree tree) {
        int least = 0;
        for (int i = 1; i < before.length; i++) {
            if (tried(tree, i) < tried(tree, least)) {
                least = i;
            }
        }
        return least;
    }
}
