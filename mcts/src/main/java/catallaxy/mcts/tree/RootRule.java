package catallaxy.mcts.tree;

import catallaxy.environment.base.random.RandomStream;

/** How a search spends its simulations at the root, and what it decides in the end. Owned by one search. */
public interface RootRule {
    /**
     * A search begins: the root has its edges and priors.
     *
     * @param simulations how many are planned
     * @param luck        what is random here
     */
    void begin(SearchTree tree, int simulations, RandomStream luck);

    /** The edge of the root that the next simulation follows. */
    int select(SearchTree tree);

    /** The move that the search has found best, as an edge of the root. */
    int best(SearchTree tree);

    /**
     * The improved policy: what a network should learn to answer here.
     *
     * @return probabilities of the root's edges, in their order
     */
    double[] policy(SearchTree tree);
}
