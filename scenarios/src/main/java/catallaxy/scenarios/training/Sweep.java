package catallaxy.scenarios.training;

import catallaxy.scenarios.UserError;
import catallaxy.scenarios.folder.TrainingSummary;
import catallaxy.scenarios.run.RunFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The runs of a {@link SweepPlan} in one folder, trained one after another or several at a time. */
public final class Sweep {
    private static final String SEED = "seed";
    private static final String PLAN = "plan.json";
    private static final String RESULTS = "sweep.json";

    private final SweepPlan plan;
    private final RunFiles files;
    private final List<Task> tasks;
    /** Whether something ended the whole sweep. */
    private volatile boolean over;

    private Sweep(SweepPlan plan, RunFiles files, List<Task> tasks) {
        this.plan = plan;
        this.files = files;
        this.tasks = tasks;
    }

    /** Trains one run. */
    public interface Worker {
        /**
         * The summary of a run with these settings.
         *
         * @param parent folder below which the run folder is made
         * @throws TrainingInterruptedException if it was interrupted; that ends the sweep
         * @throws UserError                    if it failed
         */
        TrainingSummary train(Path scenario, Map<String, String> settings, Path parent) throws IOException;

        /**
         * The summary of a run that was begun before and has not ended.
         *
         * @throws TrainingInterruptedException if it was interrupted; that ends the sweep
         * @throws UserError                    if it failed
         */
        TrainingSummary resume(Path runFolder) throws IOException;
    }

    /** A run, and the record of what was done of it before, if anything was. */
    private record Task(SweepPlan.Run run, Optional<TrainingRecord> begun) {}

    /** A sweep in a new folder below {@code parent}. */
    public static Sweep create(SweepPlan plan, Path parent) throws IOException {
        RunFiles files = RunFiles.create(parent, Instant.now(), plan.name(), "sweep", made -> {
            made.writeJson(made.folder().resolve(PLAN), plan.json());
            made.writeJson(made.folder().resolve(RESULTS), Map.of("runs", List.of()));
        });
        return new Sweep(
                plan,
                files,
                plan.runs().stream().map(run -> new Task(run, Optional.empty())).toList());
    }

    /** Whether a folder is one of a sweep. */
    public static boolean isAt(Path folder) {
        return Files.isRegularFile(folder.resolve(PLAN));
    }

    /**
     * A sweep that was begun before.
     *
     * @param folder its folder
     * @throws UserError if the plan is damaged (corrupt), or the scenario of a run that has not begun has changed (usage)
     */
    public static Sweep resume(Path folder) throws IOException {
        SweepPlan plan = SweepPlan.read(folder.resolve(PLAN));
        List<TrainingRecord> records = records(folder);
        List<Task> tasks = new ArrayList<>();
        for (SweepPlan.Run run : plan.runs()) {
            Optional<TrainingRecord> found = records.stream().filter(run::isAt).findFirst();
            found.ifPresentOrElse(records::remove, () -> plan.requireUnchanged(run));
            tasks.add(new Task(run, found));
        }
        return new Sweep(plan, new RunFiles(folder), tasks);
    }

    private static List<TrainingRecord> records(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted()
                    .filter(entry -> !String.valueOf(entry.getFileName()).startsWith("."))
                    .filter(entry -> TrainingFolder.of(entry).exists())
                    .map(TrainingRecord::read)
                    .collect(Collectors.toCollection(ArrayList::new));
        }
    }

    /** What is trained. */
    public SweepPlan plan() {
        return plan;
    }

    /** Holds {@code plan.json}, {@code sweep.json} with the results and the folders of the runs. */
    public Path folder() {
        return files.folder();
    }

    /**
     * Trains all; a run that fails does not stop the others.
     *
     * @param done hears how many are done
     * @return in the order of the plan
     * @throws TrainingInterruptedException if a run was interrupted
     */
    public List<SweepRun> run(Worker worker, LongConsumer done) throws IOException {
        try (FolderLock _ = FolderLock.of(folder())) {
            return trained(worker, done);
        }
    }

    private List<SweepRun> trained(Worker worker, LongConsumer done) throws IOException {
        List<String> varying = varying();
        List<SweepRun> finished = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(plan.jobs())) {
            List<CompletableFuture<SweepRun>> running = tasks.stream()
                    .map(task -> CompletableFuture.supplyAsync(() -> train(task, worker, varying), threads))
                    .toList();
            collect(running, finished, done);
        }
        return finished;
    }

    /** Waits for the runs in their order; where that fails, runs that wait are not begun. */
    private void collect(List<CompletableFuture<SweepRun>> running, List<SweepRun> finished, LongConsumer done)
            throws IOException {
        try {
            for (CompletableFuture<SweepRun> next : running) {
                finished.add(joined(next));
                files.writeJson(
                        files.folder().resolve(RESULTS),
                        Map.of("runs", finished.stream().map(SweepRun::json).toList()));
                done.accept(finished.size());
            }
        } finally {
            over = true;
        }
    }

    private SweepRun joined(CompletableFuture<SweepRun> run) throws IOException {
        try {
            return run.join();
        } catch (CompletionException ended) {
            switch (ended.getCause()) {
                case TrainingInterruptedException _ -> throw new TrainingInterruptedException(folder());
                case UncheckedIOException unwritable -> throw unwritable.getCause();
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw ended;
            }
        }
    }

    /** What a run comes to. Where that is the end of the whole sweep, such as no memory, runs that wait are not begun. */
    private SweepRun train(Task task, Worker worker, List<String> varying) {
        if (over) {
            throw new CancellationException("the sweep is over");
        }
        Map<String, String> settings = task.run().settings();
        String group = group(settings, varying);
        try {
            return new SweepRun(group, settings, Optional.of(summary(task, worker)), Optional.empty());
        } catch (TrainingInterruptedException | Error end) {
            over = true;
            throw end;
        } catch (UserError failed) {
            return new SweepRun(group, settings, Optional.empty(), Optional.of(failed.explanation()));
        } catch (RuntimeException fault) {
            return new SweepRun(group, settings, Optional.empty(), Optional.of(fault.toString()));
        } catch (IOException unwritable) {
            over = true;
            throw new UncheckedIOException(unwritable);
        }
    }

    private TrainingSummary summary(Task task, Worker worker) throws IOException {
        if (task.begun().isEmpty()) {
            plan.requireUnchanged(task.run());
            return worker.train(plan.scenario(), task.run().settings(), folder());
        }
        TrainingRecord begun = task.begun().get();
        return begun.completed()
                ? begun.summary()
                : worker.resume(begun.folder().folder());
    }

    /** Keys with more than one value, but the seed. */
    private List<String> varying() {
        List<Map<String, String>> all =
                plan.runs().stream().map(SweepPlan.Run::settings).toList();
        return all.getFirst().keySet().stream()
                .filter(key -> !key.equals(SEED))
                .filter(key ->
                        all.stream().map(each -> each.get(key)).distinct().count() > 1)
                .toList();
    }

    private static String group(Map<String, String> settings, List<String> varying) {
        String group = varying.stream()
                .flatMap(key -> Stream.ofNullable(settings.get(key)).map(value -> key + "=" + value))
                .collect(Collectors.joining(" "));
        return group.isEmpty() ? "all runs" : group;
    }
}
