package catallaxy.agents.model;

import java.util.ArrayDeque;
import java.util.Deque;

/** Features that wait for what they are to predict. Mutable, one owner. */
final class PendingExamples {
    private final Deque<Waiting> waiting;

    /** Features of a time; what they predict is known at a later one. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Waiting(long due, double[] features) {}

    PendingExamples() {
        this(new ArrayDeque<>());
    }

    private PendingExamples(Deque<Waiting> waiting) {
        this.waiting = waiting;
    }

    /** Adds features whose target is known at {@code due}, not before the latest one. */
    void add(long due, double... features) {
        waiting.addLast(new Waiting(due, features));
    }

    /** Whether the first one's target is known now. */
    boolean isDue(long now) {
        return !waiting.isEmpty() && waiting.getFirst().due() <= now;
    }

    /** Takes the first one out. */
    double[] take() {
        return waiting.removeFirst().features();
    }

    PendingExamples copy() {
        return new PendingExamples(new ArrayDeque<>(waiting));
    }
}
