package catallaxy.mcts.search;

import catallaxy.mcts.Position;
import catallaxy.mcts.evaluation.Evaluations;
import catallaxy.mcts.evaluation.Evaluator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Evaluates the leaves of a batch in several threads, each with an evaluator of its own. The deterministic kind of parallel
 * search: one thread walks the tree, so that the result is the same for any number of threads; its cost is that
 * simulations under way do not see each other's results. Uses an executor that somebody else owns.
 *
 * @param <P> the positions
 */
public final class SharedOut<P extends Position<P>> implements Evaluator<P> {
    private final List<Evaluator<P>> evaluators;
    private final ExecutorService executor;

    /**
     * An evaluator that hands out equal shares.
     *
     * @param evaluators one for each share; the first works in the calling thread
     * @throws IllegalArgumentException if there is none
     */
    public SharedOut(List<? extends Evaluator<P>> evaluators, ExecutorService executor) {
        if (evaluators.isEmpty()) {
            throw new IllegalArgumentException("evaluators: found none, expected at least one");
        }
        this.evaluators = List.copyOf(evaluators);
        this.executor = executor;
    }

    @Override
    public void evaluate(List<P> leaves, long[] numbers, int from, int to, Evaluations into) {
        int shares = Math.min(evaluators.size(), to - from);
        List<Future<?>> others = new ArrayList<>(shares);
        for (int share = 1; share < shares; share++) {
            int low = from + bound(to - from, share, shares);
            int high = from + bound(to - from, share + 1, shares);
            Evaluator<P> evaluator = evaluators.get(share);
            others.add(executor.submit(() -> evaluator.evaluate(leaves, numbers, low, high, into)));
        }
        evaluators.getFirst().evaluate(leaves, numbers, from, from + bound(to - from, 1, shares), into);
        others.forEach(SharedOut::await);
    }

    private static int bound(int size, int share, int shares) {
        return (int) ((long) size * share / shares);
    }

    private static void await(Future<?> share) {
        try {
            share.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while leaves were evaluated", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the evaluation of leaves failed", e.getCause());
        }
    }
}
