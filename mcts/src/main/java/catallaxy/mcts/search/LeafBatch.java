package catallaxy.mcts.search;

import catallaxy.mcts.Position;
import catallaxy.mcts.evaluation.Evaluations;
import catallaxy.mcts.evaluation.Evaluator;
import java.util.ArrayList;
import java.util.List;

/** Positions that wait for the evaluator, of one search or of many, and its answers. One owner. */
final class LeafBatch<P extends Position<P>> {
    private final List<P> leaves;
    private final long[] numbers;
    private final Evaluations answers;
    private int size;

    LeafBatch(P like, int capacity) {
        leaves = new ArrayList<>(capacity);
        for (int row = 0; row < capacity; row++) {
            leaves.add(like.copy());
        }
        numbers = new long[capacity];
        answers = new Evaluations(capacity, like.playerCount(), like.actionCount());
    }

    /** Adds a copy of a position; returns its row. */
    int add(P position, long number) {
        leaves.get(size).set(position);
        numbers[size] = number;
        return size++;
    }

    int size() {
        return size;
    }

    Evaluations answers() {
        return answers;
    }

    void evaluate(Evaluator<P> evaluator) {
        if (size > 0) {
            evaluator.evaluate(leaves, numbers, 0, size, answers);
        }
    }

    void clear() {
        size = 0;
    }
}
