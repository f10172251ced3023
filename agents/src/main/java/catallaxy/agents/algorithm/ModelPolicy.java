package catallaxy.agents.algorithm;

import catallaxy.agents.learning.PlanningPolicy;
import catallaxy.mcts.search.SearchResult;
import java.util.Arrays;
import java.util.List;

/** The best choice that a search of a learned model finds, without chance. Owned by one thread. */
final class ModelPolicy implements PlanningPolicy {
    private final ModelSearches searches;
    private final Choices choices;
    private final Normaliser normaliser;
    private final int features;
    private final int simulations;
    private long made;
    private long moves;

    /** Brings observations to what a model takes. */
    @FunctionalInterface
    interface Normaliser {
        /**
         * Writes the normalised observations.
         *
         * @param observations {@code [rows, F]}
         * @param out          {@code [rows, F]}
         */
        void normalise(float[] observations, int rows, float[] out);
    }

    ModelPolicy(ModelSearches searches, Choices choices, Normaliser normaliser, int features, int simulations) {
        this.searches = searches;
        this.choices = choices;
        this.normaliser = normaliser;
        this.features = features;
        this.simulations = simulations;
    }

    @Override
    public void act(float[] observations, boolean[] masks, int rows, float[] actions) {
        float[] normalised = new float[rows * features];
        normaliser.normalise(observations, rows, normalised);
        boolean[] allowed = new boolean[rows * choices.count()];
        choices.allowed(masks, rows, allowed);
        for (int from = 0; from < rows; from += searches.slots()) {
            int to = Math.min(rows, from + searches.slots());
            List<SearchResult> found = searches.search(
                    Arrays.copyOfRange(normalised, from * features, to * features),
                    Arrays.copyOfRange(allowed, from * choices.count(), to * choices.count()),
                    to - from,
                    new long[to - from],
                    simulations);
            for (int row = from; row < to; row++) {
                SearchResult result = found.get(row - from);
                choices.write(result.best(), actions, row);
                made += result.simulations();
                moves++;
            }
        }
    }

    @Override
    public double simulationsPerMove() {
        return (double) made / moves;
    }
}
