package catallaxy.mcts.search;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.mcts.Position;
import catallaxy.mcts.evaluation.Evaluator;
import catallaxy.mcts.tree.RootRule;
import catallaxy.mcts.tree.SearchTree;
import catallaxy.mcts.tree.SelectionRule;

/**
 * Monte Carlo tree search of one position at a time. Four functions make it: the {@linkplain Position positions}, the evaluator of
 * leaves, the selection inside the tree and the rule at its root. A function of them, of the settings and of the seed: same
 * seed, same tree, whatever evaluates the leaves in however many threads (see {@link SharedOut}).
 *
 * <p>What it does not do: it takes no account of repeated positions, and players who move at once are searched as if
 * the later one were asked second. One owner, not thread safe.
 *
 * @param <P> the positions
 */
public final class TreeSearch<P extends Position<P>> {
    private final Evaluator<P> evaluator;
    private final RootRule rootRule;
    private final Simulations<P> descent;
    private final LeafBatch<P> batch;
    private boolean kept;
    private long searches;

    /**
     * A search with an empty tree.
     *
     * @param evaluator of leaves
     * @param inside    chooses moves below the root
     * @param rootRule  chooses moves at the root
     * @param seed      of chance and of what is random at the root
     * @param like      any position of the model
     */
    public TreeSearch(
            SearchSettings settings,
            Evaluator<P> evaluator,
            SelectionRule inside,
            RootRule rootRule,
            long seed,
            P like) {
        this.evaluator = evaluator;
        this.rootRule = rootRule;
        descent = new Simulations<>(settings, inside, rootRule, RandomStream.of(seed, "search"), like);
        batch = new LeafBatch<>(like, settings.leaves());
    }

    /**
     * Searches a position at which a player is to move.
     *
     * @throws IllegalArgumentException if nobody or chance is to move
     */
    public SearchResult search(P position, Budget budget) {
        if (position.turn() < 0) {
            throw new IllegalArgumentException("position: found the turn of "
                    + (position.turn() == Position.CHANCE ? "chance" : "nobody") + ", expected a player's");
        }
        batch.clear();
        descent.begin(position, kept, searches++, batch);
        kept = false;
        batch.evaluate(evaluator);
        descent.rootKnown(batch.answers(), budget.planned());
        int done = 0;
        while (!budget.spent(done) && !descent.isSolved()) {
            batch.clear();
            done += descent.collect(budget.planned() > done ? budget.planned() - done : Integer.MAX_VALUE, batch);
            batch.evaluate(evaluator);
            descent.finish(batch.answers());
        }
        return Findings.of(descent, rootRule, done);
    }

    /**
     * Keeps what the tree knows of the position after these moves, of players and of chance, for the next search, which
     * must be of that position.
     *
     * @return whether it knows anything of it
     */
    public boolean advance(int... moves) {
        kept = descent.advance(moves);
        return kept;
    }

    /** The tree of the last search. Valid until the next. */
    public SearchTree tree() {
        return descent.tree();
    }
}
