package catallaxy.agents.algorithm;

import catallaxy.agents.learning.Game;
import catallaxy.agents.learning.PlanningPolicy;
import catallaxy.mcts.Position;
import catallaxy.mcts.search.ManySearches;
import catallaxy.mcts.search.SearchResult;
import java.util.ArrayList;
import java.util.List;

/** Plays what a search finds best, without exploration: many positions at once, each with the same luck. One owner. */
final class PlannedPolicy<P extends Position<P>> implements PlanningPolicy {
    private final Game<P> game;
    private final ManySearches<P> searches;
    private final int simulations;
    private final int features;
    private long moves;
    private long made;

    PlannedPolicy(Game<P> game, ManySearches<P> searches, int simulations) {
        this.game = game;
        this.searches = searches;
        this.simulations = simulations;
        features = game.observationSpec().size();
    }

    @Override
    public void act(float[] observations, boolean[] masks, int rows, float[] actions) {
        for (int from = 0; from < rows; from += searches.slots()) {
            List<P> positions = new ArrayList<>();
            for (int row = from; row < Math.min(rows, from + searches.slots()); row++) {
                positions.add(game.position(observations, row * features));
            }
            List<SearchResult> found = searches.search(positions, new long[positions.size()], simulations);
            for (int i = 0; i < found.size(); i++) {
                actions[from + i] = found.get(i).best();
                made += found.get(i).simulations();
                moves++;
            }
        }
    }

    @Override
    public double simulationsPerMove() {
        return (double) made / moves;
    }
}
