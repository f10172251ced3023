package catallaxy.agents.algorithm;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.mcts.search.SearchResult;
import catallaxy.mcts.search.SearchResult.MoveFigures;

/** Moves drawn from what a search found, so that games differ. */
final class SampledMove {
    private SampledMove() {}

    /** A move with the probability of the improved policy. One word. */
    static int of(SearchResult result, RandomStream luck) {
        double left = luck.nextDouble();
        for (MoveFigures each : result.moves()) {
            left -= each.policy();
            if (left < 0) {
                return each.move();
            }
        }
        return result.best();
    }
}
