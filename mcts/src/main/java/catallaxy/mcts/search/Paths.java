package catallaxy.mcts.search;

import java.util.Arrays;

/** The ways of the simulations under way, from the root to their leaves. */
final class Paths {
    private static final int FIRST_LENGTH = 64;

    private final int[][] states;
    private final int[][] edges;
    private final int[] lengths;

    Paths(int simulations) {
        states = new int[simulations][FIRST_LENGTH];
        edges = new int[simulations][FIRST_LENGTH];
        lengths = new int[simulations];
    }

    void begin(int simulation) {
        lengths[simulation] = 0;
    }

    void add(int simulation, int state, int edge) {
        int length = lengths[simulation]++;
        if (length == states[simulation].length) {
            states[simulation] = Arrays.copyOf(states[simulation], 2 * length);
            edges[simulation] = Arrays.copyOf(edges[simulation], 2 * length);
        }
        states[simulation][length] = state;
        edges[simulation][length] = edge;
    }

    int length(int simulation) {
        return lengths[simulation];
    }

    int state(int simulation, int step) {
        return states[simulation][step];
    }

    int edge(int simulation, int step) {
        return edges[simulation][step];
    }
}
