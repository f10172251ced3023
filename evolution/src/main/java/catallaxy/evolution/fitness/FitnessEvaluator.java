package catallaxy.evolution.fitness;

import catallaxy.environment.base.check.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tries candidates on several threads and counts the trials. What it answers does not depend on how many threads there are: trials
 * share nothing, and means are taken in the seeds' order. Owned by one thread; to be closed.
 */
public final class FitnessEvaluator implements AutoCloseable {
    private final int threads;
    private final ExecutorService workers;
    private long trials;

    /**
     * An evaluator that has tried nothing.
     *
     * @param threads 1 for the caller's own
     */
    public FitnessEvaluator(int threads) {
        Checks.inRange("threads", threads, 1, 1024);
        this.threads = threads;
        workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("fitness-", 0).factory());
    }

    /**
     * The fitness of each candidate, over all seeds, in the candidates' order.
     *
     * @param seeds one trial each, the same for all candidates, so that they meet the same luck
     * @throws IllegalStateException if a trial throws, which a task must not; it says with what seed
     */
    public <C> List<Fitness> evaluate(FitnessTask<C> task, List<C> candidates, long... seeds) {
        trials += (long) candidates.size() * seeds.length;
        Fitness[] found = new Fitness[candidates.size()];
        if (threads == 1 || task.light() || candidates.size() == 1) {
            for (int i = 0; i < found.length; i++) {
                found[i] = fitness(task, candidates.get(i), seeds);
            }
        } else {
            shareOut(task, candidates, seeds, found);
        }
        return List.of(found);
    }

    private <C> void shareOut(FitnessTask<C> task, List<C> candidates, long[] seeds, Fitness[] found) {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (int worker = 0; worker < Math.min(threads, found.length); worker++) {
            running.add(workers.submit(() -> {
                for (int i = next.getAndIncrement(); i < found.length; i = next.getAndIncrement()) {
                    found[i] = fitness(task, candidates.get(i), seeds);
                }
            }));
        }
        running.forEach(FitnessEvaluator::await);
    }

    private static void await(Future<?> worker) {
        try {
            worker.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException thrown
                    ? thrown
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while candidates were tried", interrupted);
        }
    }

    private static <C> Fitness fitness(FitnessTask<C> task, C candidate, long[] seeds) {
        Objectives objectives = task.objectives();
        Fitness all = Fitness.of(objectives, sample(task, candidate, seeds[0]));
        for (int i = 1; i < seeds.length; i++) {
            all = all.plus(Fitness.of(objectives, sample(task, candidate, seeds[i])));
        }
        return all;
    }

    private static <C> FitnessSample sample(FitnessTask<C> task, C candidate, long seed) {
        try {
            return task.sample(candidate, seed);
        } catch (RuntimeException thrown) {
            throw new IllegalStateException("a trial with seed " + seed + " failed: " + thrown, thrown);
        }
    }

    /** How many trials there were, failed ones among them. */
    public long trials() {
        return trials;
    }

    /** Goes on counting from here. */
    public void resumeAt(long trialsBefore) {
        trials = trialsBefore;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
