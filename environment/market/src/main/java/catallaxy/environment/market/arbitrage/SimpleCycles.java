package catallaxy.environment.market.arbitrage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The simple cycles of a directed graph: through no node and by no carrier twice. Every cycle is met once, from its least node, by a search
 * in depth through nodes above that. An algorithm of exponential time in the length: for lengths to four or five.
 *
 * @param <N> node
 * @param <E> edge, with whatever is known of it
 */
public final class SimpleCycles<N extends Comparable<N>, E extends SimpleCycles.Edge<N>> {
    /**
     * A directed edge.
     *
     * @param <N> node
     */
    public interface Edge<N> {
        /** Where it begins. */
        N from();

        /** Where it ends. */
        N to();

        /** What carries it out, of which a cycle uses none twice; compared by {@code equals}. */
        Object carrier();
    }

    private final Map<N, List<E>> edges = new TreeMap<>();
    private final int most;
    private final Consumer<List<E>> found;
    private final List<E> path = new ArrayList<>();
    private final Set<N> visited = new TreeSet<>();

    private SimpleCycles(List<E> all, int most, Consumer<List<E>> found) {
        this.most = most;
        this.found = found;
        all.forEach(edge ->
                edges.computeIfAbsent(edge.from(), _ -> new ArrayList<>()).add(edge));
    }

    /**
     * Tells of every cycle, in the order of their least nodes and then of the edges.
     *
     * @param most  edges of a cycle
     * @param found is told the edges from the least node on, in a list that is valid during the call
     */
    public static <N extends Comparable<N>, E extends Edge<N>> void visit(
            List<E> edges, int most, Consumer<List<E>> found) {
        SimpleCycles<N, E> search = new SimpleCycles<>(edges, most, found);
        search.edges.keySet().forEach(start -> search.extend(start, start));
    }

    private void extend(N start, N at) {
        for (E edge : edges.getOrDefault(at, List.of())) {
            N next = edge.to();
            boolean closes = next.equals(start);
            boolean open = next.compareTo(start) > 0 && path.size() + 1 < most && !visited.contains(next);
            if ((closes || open) && isFree(edge.carrier())) {
                path.add(edge);
                follow(start, next, closes);
                path.removeLast();
            }
        }
    }

    private boolean isFree(Object carrier) {
        return path.stream().noneMatch(edge -> edge.carrier().equals(carrier));
    }

    private void follow(N start, N next, boolean closes) {
        if (!closes) {
            visited.add(next);
            extend(start, next);
            visited.remove(next);
        } else if (path.size() > 1) {
            found.accept(path);
        }
    }
}
