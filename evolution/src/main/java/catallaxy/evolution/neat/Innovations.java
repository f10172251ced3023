package catallaxy.evolution.neat;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives historical markings out. What is the same innovation within a generation has the same marking; in the next generation all
 * innovations are new. Owned by one search.
 */
final class Innovations {
    private final Map<Ends, Integer> connections = new HashMap<>();
    private final Map<Integer, Integer> splits = new HashMap<>();
    /** Markings of connections, and ids of nodes, that there were before this generation. */
    private int oldConnections;

    private int oldNodes;

    /** Which nodes are connected. */
    private record Ends(int from, int to) {}

    /** Those that follow the markings of the genome where evolution begins. */
    Innovations(Genome first) {
        oldConnections = first.connections().size();
        oldNodes = first.nodes().size();
    }

    /** The marking of a new connection. */
    int connection(int from, int to) {
        return connections.computeIfAbsent(new Ends(from, to), _ -> oldConnections + connections.size());
    }

    /** The id of the node that takes the place of the connection of this marking. */
    int split(int innovation) {
        return splits.computeIfAbsent(innovation, _ -> oldNodes + splits.size());
    }

    /** A generation is over. */
    void settle() {
        oldConnections += connections.size();
        oldNodes += splits.size();
        forget();
    }

    /** This generation begins again. */
    void forget() {
        connections.clear();
        splits.clear();
    }

    /** Writes what the markings of this generation depend on; which it has given out already is not among that. */
    void save(StateWriter out) {
        out.int32(oldConnections).int32(oldNodes);
    }

    /** Goes on from what was saved. */
    void load(StateReader in) {
        oldConnections = in.int32();
        oldNodes = in.int32();
        forget();
    }
}
