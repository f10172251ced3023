package catallaxy.agents.algorithm;

import catallaxy.mcts.latent.LatentEvaluator;
import catallaxy.mcts.latent.LatentModel;
import catallaxy.mcts.latent.LatentPosition;
import catallaxy.mcts.search.ManySearches;
import catallaxy.mcts.search.SearchResult;
import catallaxy.mcts.search.SearchSettings;
import catallaxy.mcts.selection.CompletedValues;
import catallaxy.mcts.selection.GumbelInside;
import catallaxy.mcts.selection.GumbelRoot;
import catallaxy.mcts.selection.QTransform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gumbel searches in a learned model, of many observations side by side: one call of the model for the leaves of all. Values are
 * brought to [0, 1] by those of a state and its moves. One owner.
 */
final class ModelSearches {
    private static final double VISIT_OFFSET = 50;

    private final LatentModel model;
    private final double discount;
    private final ManySearches<LatentPosition> searches;

    /**
     * Searches with empty trees.
     *
     * @param slots observations at once
     * @param noise scale of the Gumbel noise at the root: 1 to explore, 0 to play the best
     */
    ModelSearches(ModelSearch settings, LatentModel model, double discount, int slots, double noise, long seed) {
        this.model = model;
        this.discount = discount;
        CompletedValues values = new CompletedValues(VISIT_OFFSET, settings.valueScale(), QTransform.SIBLINGS);
        searches = new ManySearches<>(
                SearchSettings.network().withLeaves(settings.leaves()),
                new LatentEvaluator(model),
                new GumbelInside(values),
                () -> new GumbelRoot(settings.considered(), noise, values),
                slots,
                seed,
                LatentPosition.root(model, new float[model.features()], new boolean[model.actions()], discount));
    }

    int slots() {
        return searches.slots();
    }

    /**
     * Searches the first rows; choices of an answer are combinations of labels.
     *
     * @param observations {@code [rows, F]}, as the model takes them
     * @param allowed      {@code [rows, A]}: combinations
     * @param numbers      {@code [rows]}: what is random in a search is a function of its number
     */
    List<SearchResult> search(float[] observations, boolean[] allowed, int rows, long[] numbers, int simulations) {
        int features = model.features();
        int actions = model.actions();
        List<LatentPosition> roots = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            roots.add(LatentPosition.root(
                    model,
                    Arrays.copyOfRange(observations, row * features, (row + 1) * features),
                    orFirst(Arrays.copyOfRange(allowed, row * actions, (row + 1) * actions)),
                    discount));
        }
        return searches.search(roots, numbers, simulations);
    }

    /** Where nothing is allowed the first choice stands, as {@link Choices#best} has it. */
    private static boolean[] orFirst(boolean[] allowed) {
        for (boolean each : allowed) {
            if (each) {
                return allowed;
            }
        }
        allowed[0] = true;
        return allowed;
    }
}
