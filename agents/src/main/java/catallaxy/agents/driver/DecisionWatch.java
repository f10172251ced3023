package catallaxy.agents.driver;

import catallaxy.environment.market.learning.AgentStep;
import catallaxy.environment.market.learning.Observation;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A thread on which agents decide one after the other, given up as soon as one decision takes too long. The thread costs a
 * decision two writes and no waking; the time is counted in quarters, so that a machine that slept is no agent's fault.
 */
final class DecisionWatch {
    private static final int QUARTERS = 4;

    private volatile @Nullable Observation asked;
    private volatile boolean givenUp;

    private DecisionWatch() {}

    /**
     * Runs {@code work} to its end on a thread of its own.
     *
     * @throws AgentFailedException  if a decision takes longer than {@code limitNanos}; the thread ends with that decision, if ever
     * @throws CancellationException if the calling thread is interrupted
     */
    static <T> T over(long limitNanos, Function<DecisionWatch, T> work) {
        DecisionWatch watch = new DecisionWatch();
        FutureTask<T> task = new FutureTask<>(() -> work.apply(watch));
        Thread thread = new Thread(task, "catallaxy-agents");
        thread.setDaemon(true);
        thread.start();
        try {
            return watch.await(task, thread, limitNanos);
        } catch (InterruptedException interrupted) {
            watch.giveUp(thread);
            Thread.currentThread().interrupt();
            throw new CancellationException("the run was interrupted");
        } catch (ExecutionException failed) {
            throw unwrapped(failed);
        }
    }

    private <T> T await(FutureTask<T> task, Thread thread, long limitNanos)
            throws InterruptedException, ExecutionException {
        Observation seen = null;
        for (int quarters = 0; quarters < QUARTERS; ) {
            try {
                return task.get(limitNanos / QUARTERS, TimeUnit.NANOSECONDS);
            } catch (TimeoutException quarterPassed) {
                Observation now = asked;
                quarters = isSame(now, seen) ? quarters + 1 : 0;
                seen = now;
            }
        }
        StackTraceElement[] where = thread.getStackTrace();
        giveUp(thread);
        throw AgentFailedException.hung(Objects.requireNonNull(seen), limitNanos, where);
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(@Nullable Observation now, @Nullable Observation seen) {
        return now != null && now == seen;
    }

    private void giveUp(Thread thread) {
        givenUp = true;
        thread.interrupt();
    }

    private static RuntimeException unwrapped(ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
    }

    /** Asks an agent; called on the watched thread. */
    Outcome decide(Place place, AgentStep step) {
        asked = step.observation();
        Outcome outcome = place.decide(step);
        asked = null;
        if (givenUp) {
            throw new CancellationException("nobody waits for this decision any more");
        }
        return outcome;
    }
}
