package catallaxy.agents.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * An executor that runs tasks on one thread as long as every task is short, and passes the baton to a new thread as soon
 * as one task takes long.
 *
 * <p>Actors that ask and answer in turns gain nothing from a thread each and pay for waking it: an epoch costs some 14 µs
 * with pinned threads and 1 to 3 µs here. A fork-join pool of one or two threads is quicker still, but a run stops when each
 * of its threads is held by an agent that hangs; here any number may hang. A watchman looks in at a fixed interval; when
 * tasks wait and the holder of the baton is still in the task that it was in last time, another thread takes the baton, and
 * the old one ends after its task. Tasks start in order of submission. All threads are daemons. Thread safe.
 */
final class RelayExecutor extends AbstractExecutorService {
    private final String name;
    private final long watchIntervalNanos;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Queue<Runner> relieved = new ConcurrentLinkedQueue<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean shutdown;
    private volatile Runner holder;

    /** @param watchIntervalNanos a task may take this long, at most twice as long, before another thread steps in */
    RelayExecutor(String name, long watchIntervalNanos) {
        this.name = name;
        this.watchIntervalNanos = watchIntervalNanos;
        holder = new Runner();
    }

    void start() {
        holder.thread.start();
        daemon("watchman", this::watch).start();
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        holder.wake();
    }

    /** Runs until the executor is shut down; relieves the holder when it is stuck. */
    private void watch() {
        Runner seen = holder;
        long seenTask = -1;
        while (!shutdown) {
            LockSupport.parkNanos(watchIntervalNanos);
            boolean stuck = seen == holder && !seen.resting && seen.started == seenTask && !tasks.isEmpty();
            if (stuck) {
                relieve(seen);
            }
            seen = holder;
            seenTask = seen.started;
        }
    }

    private void relieve(Runner stuck) {
        relieved.add(stuck);
        Runner next = new Runner();
        holder = next;
        next.thread.start();
    }

    private Thread daemon(String role, Runnable work) {
        Thread thread = new Thread(work, name + "-" + role);
        thread.setDaemon(true);
        return thread;
    }

    /** One thread; it takes tasks while it holds the baton. */
    private final class Runner implements Runnable {
        final Thread thread = daemon("runner", this);
        /** Tasks started; written by this thread only. */
        volatile long started;

        volatile boolean resting;

        @Override
        public void run() {
            while (holder == this) {
                Runnable task = tasks.poll();
                if (task != null) {
                    execute(task);
                } else if (shutdown) {
                    ended.countDown();
                    return;
                } else {
                    rest();
                }
            }
            relieved.remove(this);
        }

        @SuppressWarnings("NonAtomicVolatileUpdate")
        private void execute(Runnable task) {
            started++;
            try {
                task.run();
            } catch (Throwable thrown) {
                if (thrown instanceof InterruptedException) {
                    // Scala code throws it undeclared; interruptAll has asked for it.
                    return;
                }
                thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
            }
        }

        private void rest() {
            resting = true;
            if (tasks.isEmpty() && !shutdown) {
                LockSupport.park(RelayExecutor.this);
            }
            resting = false;
        }

        void wake() {
            if (resting) {
                LockSupport.unpark(thread);
            }
        }
    }

    @Override
    public void shutdown() {
        shutdown = true;
        LockSupport.unpark(holder.thread);
    }

    /** Interrupts the tasks under way, including those whose thread has been relieved. */
    void interruptAll() {
        relieved.forEach(runner -> runner.thread.interrupt());
        holder.thread.interrupt();
    }

    @Override
    public List<Runnable> shutdownNow() {
        List<Runnable> waiting = new ArrayList<>();
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            waiting.add(task);
        }
        shutdown();
        interruptAll();
        return waiting;
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return ended.getCount() == 0;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return ended.await(timeout, unit);
    }
}
