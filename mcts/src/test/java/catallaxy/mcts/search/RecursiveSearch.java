package catallaxy.mcts.search;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.mcts.Position;
import catallaxy.mcts.evaluation.Evaluations;
import catallaxy.mcts.evaluation.Evaluator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;

/** The referee of the searches: objects and recursion, one leaf at a time, nothing shared and nothing clever. */
final class RecursiveSearch<P extends Position<P>> {
    /** A position that was looked into. */
    static final class Node {
        final int turn;
        final List<Edge> edges = new ArrayList<>();
        double estimate = Double.NaN;
        int entered;

        Node(int turn) {
            this.turn = turn;
        }
    }

    /** A move of it. */
    static final class Edge {
        final int move;
        double prior;
        int visits;
        double sum;

        @Nullable
        Node child;

        Edge(int move, double prior) {
            this.move = move;
            this.prior = prior;
        }
    }

    private final Evaluator<P> evaluator;
    private final ToDoubleBiFunction<Node, Edge> bound;
    private final int expandAt;
    private final RandomStream luck;
    private long number;
    private int nodes;

    /** @param bound what a move promises; the first of the most promising is followed */
    RecursiveSearch(Evaluator<P> evaluator, ToDoubleBiFunction<Node, Edge> bound, int expandAt, long seed) {
        this.evaluator = evaluator;
        this.bound = bound;
        this.expandAt = expandAt;
        luck = RandomStream.of(seed, "search");
    }

    /** How many positions were looked into. */
    int nodes() {
        return nodes;
    }

    Node search(P root, int simulations) {
        Node node = expand(root);
        if (expandAt == 1) {
            evaluate(root.copy(), node);
        }
        for (int simulation = 0; simulation < simulations; simulation++) {
            simulate(node, root.copy());
        }
        return node;
    }

    private double[] simulate(Node node, P position) {
        node.entered++;
        Edge edge = node.turn == Position.CHANCE ? drawn(node) : best(node);
        position.play(edge.move);
        double[] worth = below(edge, position);
        edge.visits++;
        edge.sum += node.turn >= 0 ? worth[node.turn] : 0;
        return worth;
    }

    private double[] below(Edge edge, P position) {
        if (position.turn() == Position.OVER) {
            number++;
            return earned(position);
        }
        if (edge.child == null && position.turn() == Position.CHANCE) {
            edge.child = expand(position);
        }
        if (edge.child != null) {
            return simulate(edge.child, position);
        }
        double[] worth = earned(position);
        if (edge.visits + 1 >= expandAt) {
            edge.child = expand(position);
        }
        double[] more = evaluate(position, edge.child);
        for (int player = 0; player < worth.length; player++) {
            worth[player] += more[player];
        }
        return worth;
    }

    private Edge best(Node node) {
        Edge best = node.edges.getFirst();
        double highest = Double.NEGATIVE_INFINITY;
        for (Edge edge : node.edges) {
            node.entered--;
            double promised = bound.applyAsDouble(node, edge);
            node.entered++;
            if (promised > highest) {
                highest = promised;
                best = edge;
            }
        }
        return best;
    }

    private Edge drawn(Node node) {
        double left = luck.nextDouble()
                * node.edges.stream().mapToDouble(edge -> lacking(node, edge)).sum();
        for (Edge edge : node.edges) {
            left -= lacking(node, edge);
            if (left < 0) {
                return edge;
            }
        }
        return node.edges.getLast();
    }

    /** How many visits short an outcome is of its share; the one under way counts among the node's. */
    private static double lacking(Node node, Edge edge) {
        return Math.max(0, (float) edge.prior * (double) node.entered - edge.visits);
    }

    private Node expand(P position) {
        nodes++;
        Node node = new Node(position.turn());
        int[] moves = new int[position.actionCount()];
        int count = position.moves(moves);
        for (int i = 0; i < count; i++) {
            node.edges.add(
                    new Edge(moves[i], node.turn == Position.CHANCE ? position.probability(moves[i]) : 1.0 / count));
        }
        return node;
    }

    private double[] evaluate(P position, @Nullable Node node) {
        Evaluations answer = new Evaluations(1, position.playerCount(), position.actionCount());
        double[] worth = new double[position.playerCount()];
        evaluator.evaluate(List.of(position), new long[] {number++}, 0, 1, answer);
        for (int player = 0; player < worth.length; player++) {
            worth[player] = answer.value(0, player);
        }
        if (node != null) {
            node.estimate = position.earned(node.turn) + worth[node.turn];
            double total = node.edges.stream()
                    .mapToDouble(edge -> answer.prior(0, edge.move))
                    .sum();
            node.edges.forEach(edge -> edge.prior = (float) (answer.prior(0, edge.move) / total));
        }
        return worth;
    }

    private double[] earned(P position) {
        double[] earned = new double[position.playerCount()];
        for (int player = 0; player < earned.length; player++) {
            earned[player] = position.earned(player);
        }
        return earned;
    }
}
