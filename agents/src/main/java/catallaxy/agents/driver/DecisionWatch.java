package catallaxy.agents.driver;

import catallaxy.environment.api.Observation;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A thread on which agents decide one after the other, given up as soon as one decision takes too long. The thread costs a
 * decision two writes and no waking; the time is counted in quarters, so that a machine that slept is no agent's fault.
 *
 * <p>Whoever asks an agent on that thread, however deep in the work, does so between {@link #begin} and {@link #end} of the
 * {@link #present} watch. On a thread that nobody watches these do nothing.
 */
public final class DecisionWatch {
    private static final int QUARTERS = 4;
    private static final ScopedValue<DecisionWatch> PRESENT = ScopedValue.newInstance();

    private volatile @Nullable Observation asked;
    private volatile boolean givenUp;

    private DecisionWatch() {}

    /**
     * Runs {@code work} to its end on a thread of its own, which may itself call this.
     *
     * @throws AgentFailedException  if a decision takes longer than {@code limitNanos}; the thread ends with that decision, if ever
     * @throws CancellationException if the calling thread is interrupted
     */
    public static <T> T over(long limitNanos, Supplier<T> work) {
        DecisionWatch watch = new DecisionWatch();
        FutureTask<T> task =
                new FutureTask<>(() -> ScopedValue.where(PRESENT, watch).call(work::get));
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

    /** The watch over the calling thread. */
    public static DecisionWatch present() {
        return PRESENT.isBound() ? PRESENT.get() : new DecisionWatch();
    }

    /**
     * An agent is being asked from here on.
     *
     * @return what is asked already, for {@link #end}: an agent may ask another
     */
    public @Nullable Observation begin(Observation observation) {
        Observation outer = asked;
        asked = observation;
        return outer;
    }

    /**
     * It has answered or thrown.
     *
     * @throws CancellationException if that took too long, so that nobody waits for it any more
     */
    public void end(@Nullable Observation outer) {
        asked = outer;
        if (givenUp) {
            throw new CancellationException("nobody waits for this decision any more");
        }
    }
}
