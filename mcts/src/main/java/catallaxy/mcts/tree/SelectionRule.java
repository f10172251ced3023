package catallaxy.mcts.tree;

/** How a search chooses the move of a player in a position that it has seen before. */
@FunctionalInterface
public interface SelectionRule {
    /**
     * The edge to follow from a state in which a player moves.
     *
     * @param state a state of the tree with at least one edge
     * @return an edge in [{@link SearchTree#firstEdge}, {@link SearchTree#endEdge})
     */
    int select(SearchTree tree, int state);
}
