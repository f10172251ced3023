package catallaxy.scenarios.sweep;

import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.folder.RunResult;
import catallaxy.scenarios.run.FolderLock;
import catallaxy.scenarios.run.RunFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/**
 * The runs of a {@link SweepPlan} in one folder, done one after another or several at a time.
 *
 * @param <S> what a run comes to
 */
public final class Sweep<S extends Record & RunResult> {
    private final SweepPlan plan;
    private final SweepKind<S> kind;
    private final RunFiles files;
    private final List<Planned<S>> planned;
    private final List<String> varying;
    /** Whether something ended the whole sweep. */
    private volatile boolean over;

    private Sweep(SweepPlan plan, SweepKind<S> kind, RunFiles files, List<Planned<S>> planned) {
        this.plan = plan;
        this.kind = kind;
        this.files = files;
        this.planned = planned;
        varying = plan.varyingKeys();
    }

    /** A run, and what is there of it from before, if anything is. */
    private record Planned<S>(SweepPlan.Run run, Optional<SweepKind.Begun<S>> begun) {}

    /** A sweep in a new folder below {@code parent}. */
    public static <S extends Record & RunResult> Sweep<S> create(SweepPlan plan, SweepKind<S> kind, Path parent)
            throws IOException {
        RunFiles files = RunFiles.create(parent, Instant.now(), plan.name(), "sweep", made -> {
            made.writeJson(made.folder().resolve(SweepPlan.FILE), plan.json());
            made.writeJson(made.folder().resolve(SweepResults.FILE), SweepResults.json(List.of()));
        });
        return new Sweep<>(
                plan,
                kind,
                files,
                plan.runs().stream()
                        .map(run -> new Planned<S>(run, Optional.empty()))
                        .toList());
    }

    /**
     * A sweep that was begun before.
     *
     * @param folder its folder
     * @param plan   that is in it
     * @throws UserError if a run in it is damaged (corrupt), or the scenario of a run that has not begun has changed (usage)
     */
    public static <S extends Record & RunResult> Sweep<S> resume(Path folder, SweepPlan plan, SweepKind<S> kind)
            throws IOException {
        Sweep<S> found = found(folder, plan, kind);
        found.planned.stream()
                .filter(each -> each.begun().isEmpty())
                .forEach(each -> plan.requireUnchanged(each.run(), kind));
        return found;
    }

    private static <S extends Record & RunResult> Sweep<S> found(Path folder, SweepPlan plan, SweepKind<S> kind)
            throws IOException {
        List<SweepKind.Begun<S>> begun = SweepResults.begun(folder, kind);
        List<Planned<S>> planned = new ArrayList<>();
        for (SweepPlan.Run run : plan.runs()) {
            Optional<SweepKind.Begun<S>> own = begun.stream().filter(run::isAt).findFirst();
            own.ifPresent(begun::remove);
            planned.add(new Planned<>(run, own));
        }
        return new Sweep<>(plan, kind, new RunFiles(folder), planned);
    }

    /**
     * The runs of a sweep as far as they have ended, in the order of the plan.
     *
     * @param folder its folder
     * @param plan   that is in it
     * @throws UserError if a run in it is damaged (corrupt)
     */
    public static <S extends Record & RunResult> List<SweepRun<S>> ended(Path folder, SweepPlan plan, SweepKind<S> kind)
            throws IOException {
        Sweep<S> found = found(folder, plan, kind);
        Map<Map<String, String>, String> failures = SweepResults.failures(folder);
        List<SweepRun<S>> runs = new ArrayList<>();
        for (Planned<S> each : found.planned) {
            Optional<S> result = each.begun().flatMap(SweepKind.Begun::result);
            Optional<String> failure =
                    Optional.ofNullable(failures.get(each.run().settings())).filter(_ -> result.isEmpty());
            runs.add(found.run(each, result, failure));
        }
        return runs;
    }

    /** What is done. */
    public SweepPlan plan() {
        return plan;
    }

    /** Holds the plan, {@code sweep.json} with the results, and the folders of the runs. */
    public Path folder() {
        return files.folder();
    }

    /**
     * Does all; a run that fails does not stop the others.
     *
     * @param done hears how many are done
     * @return in the order of the plan
     * @throws SweepInterruptedException if a run was interrupted
     */
    public List<SweepRun<S>> run(SweepWorker<S> worker, LongConsumer done) throws IOException {
        try (FolderLock _ = FolderLock.of(folder())) {
            return completed(worker, done);
        }
    }

    private List<SweepRun<S>> completed(SweepWorker<S> worker, LongConsumer done) throws IOException {
        List<SweepRun<S>> finished = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(plan.jobs())) {
            List<CompletableFuture<SweepRun<S>>> running = planned.stream()
                    .map(each -> CompletableFuture.supplyAsync(() -> done(each, worker), threads))
                    .toList();
            collect(running, finished, done);
        }
        return finished;
    }

    /** Waits for the runs in their order; where that fails, runs that wait are not begun. */
    private void collect(List<CompletableFuture<SweepRun<S>>> running, List<SweepRun<S>> finished, LongConsumer done)
            throws IOException {
        try {
            for (CompletableFuture<SweepRun<S>> next : running) {
                finished.add(joined(next));
                files.writeJson(files.folder().resolve(SweepResults.FILE), SweepResults.json(finished));
                done.accept(finished.size());
            }
        } finally {
            over = true;
        }
    }

    private SweepRun<S> joined(CompletableFuture<SweepRun<S>> run) throws IOException {
        try {
            return run.join();
        } catch (CompletionException ended) {
            switch (ended.getCause()) {
                case UserError _ -> throw new SweepInterruptedException(folder());
                case UncheckedIOException unwritable -> throw unwritable.getCause();
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw ended;
            }
        }
    }

    /** What a run comes to. Where that is the end of the whole sweep, such as no memory, runs that wait are not begun. */
    private SweepRun<S> done(Planned<S> each, SweepWorker<S> worker) {
        if (over) {
            throw new CancellationException("the sweep is over");
        }
        try {
            return run(each, Optional.of(result(each, worker)), Optional.empty());
        } catch (UserError ended) {
            return failed(each, ended);
        } catch (Error end) {
            over = true;
            throw end;
        } catch (RuntimeException fault) {
            return run(each, Optional.empty(), Optional.of(fault.toString()));
        } catch (IOException unwritable) {
            over = true;
            throw new UncheckedIOException(unwritable);
        }
    }

    /** @throws UserError the same, where it ends the sweep */
    private SweepRun<S> failed(Planned<S> each, UserError how) {
        if (how.exitCode() == ExitCode.INTERRUPTED) {
            over = true;
            throw how;
        }
        return run(each, Optional.empty(), Optional.of(how.explanation()));
    }

    private SweepRun<S> run(Planned<S> each, Optional<S> result, Optional<String> failure) {
        Map<String, String> settings = each.run().settings();
        return new SweepRun<>(
                SweepPlan.varying(settings, varying), settings, each.run().seed(), result, failure);
    }

    private S result(Planned<S> each, SweepWorker<S> worker) throws IOException {
        SweepWorker.Task task = new SweepWorker.Task(plan.scenario(), each.run().settings(), folder());
        if (each.begun().isEmpty()) {
            plan.requireUnchanged(each.run(), kind);
            return worker.begin(task);
        }
        SweepKind.Begun<S> begun = each.begun().get();
        return begun.result().isPresent() ? begun.result().get() : worker.goOn(task, begun.folder());
    }
}
