package catallaxy.mcts.search;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.mcts.Position;
import catallaxy.mcts.evaluation.Evaluator;
import catallaxy.mcts.tree.RootRule;
import catallaxy.mcts.tree.SelectionRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Searches many positions side by side, a tree each, so that the evaluator is asked about the leaves of all of them at once:
 * self-play of many games, a plan for many agents. What is random in a search is a function of the seed and of the number that
 * the caller gives it; the search of number 0 builds the tree that {@link TreeSearch} builds first with the same seed, if the evaluator
 * answers alike for any batch. One owner.
 *
 * @param <P> the positions
 */
public final class ManySearches<P extends Position<P>> {
    private final Evaluator<P> evaluator;
    private final List<RootRule> rules = new ArrayList<>();
    private final List<Simulations<P>> descents = new ArrayList<>();
    private final LeafBatch<P> batch;

    /**
     * Searches with empty trees.
     *
     * @param slots how many positions at most
     * @param rules makes the rule at the root of each
     * @param seed  of all that is random
     * @param like  any position of the model
     */
    public ManySearches(
            SearchSettings settings,
            Evaluator<P> evaluator,
            SelectionRule inside,
            Supplier<? extends RootRule> rules,
            int slots,
            long seed,
            P like) {
        this.evaluator = evaluator;
        batch = new LeafBatch<>(like, slots * settings.leaves());
        for (int slot = 0; slot < slots; slot++) {
            RootRule rule = rules.get();
            this.rules.add(rule);
            descents.add(new Simulations<>(settings, inside, rule, RandomStream.of(seed, "search"), like));
        }
    }

    /**
     * Searches the positions, at each of which a player is to move.
     *
     * @param positions   one for each of the first slots
     * @param numbers     of the searches
     * @param simulations for each, known proofs aside
     */
    public List<SearchResult> search(List<P> positions, long[] numbers, int simulations) {
        batch.clear();
        for (int slot = 0; slot < positions.size(); slot++) {
            descents.get(slot).begin(positions.get(slot), false, numbers[slot], batch);
        }
        batch.evaluate(evaluator);
        for (int slot = 0; slot < positions.size(); slot++) {
            descents.get(slot).rootKnown(batch.answers(), simulations);
        }
        int[] done = new int[positions.size()];
        while (round(done, simulations)) {}
        List<SearchResult> results = new ArrayList<>(positions.size());
        for (int slot = 0; slot < positions.size(); slot++) {
            results.add(Findings.of(descents.get(slot), rules.get(slot), done[slot]));
        }
        return results;
    }

    /** How many positions can be searched at once. */
    public int slots() {
        return descents.size();
    }

    /** One batch over all slots; false when there was nothing left to do. */
    private boolean round(int[] done, int simulations) {
        batch.clear();
        boolean working = false;
        for (int slot = 0; slot < done.length; slot++) {
            Simulations<P> descent = descents.get(slot);
            if (done[slot] < simulations && !descent.isSolved()) {
                done[slot] += descent.collect(simulations - done[slot], batch);
                working = true;
            }
        }
        batch.evaluate(evaluator);
        descents.forEach(descent -> descent.finish(batch.answers()));
        return working;
    }
}
