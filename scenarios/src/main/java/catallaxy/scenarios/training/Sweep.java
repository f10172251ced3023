package catallaxy.scenarios.training;

import catallaxy.scenarios.UserError;
import catallaxy.scenarios.run.RunFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All combinations of settings of one scenario, trained one after another or several at a time. */
public final class Sweep {
    private static final String SEED = "seed";
    private static final String RESULTS = "sweep.json";
    private static final int MOST_RUNS = 10_000;

    private final List<Map<String, String>> settings;
    private final List<String> varying;
    private final RunFiles files;
    private final Worker worker;

    private Sweep(List<Map<String, String>> settings, List<String> varying, RunFiles files, Worker worker) {
        this.settings = settings;
        this.varying = varying;
        this.files = files;
        this.worker = worker;
    }

    /** Trains once. */
    @FunctionalInterface
    public interface Worker {
        /**
         * The summary of a run with these settings.
         *
         * @param parent folder below which the run folder is made
         * @throws UserError if it failed
         */
        Map<String, Object> train(Map<String, String> settings, Path parent) throws IOException;
    }

    /**
     * Every combination of the values of each key.
     *
     * @param settings key → values separated by commas outside brackets
     */
    public static List<Map<String, String>> combinations(Map<String, String> settings) {
        List<Map<String, String>> combinations = List.of(Map.of());
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            List<String> values = values(setting.getValue());
            combinations = combinations.stream()
                    .flatMap(each -> values.stream().map(value -> with(each, setting.getKey(), value)))
                    .toList();
            if (combinations.size() > MOST_RUNS) {
                throw UserError.usage("expected at most " + MOST_RUNS + " combinations of settings, found more");
            }
        }
        return combinations;
    }

    private static List<String> values(String text) {
        return Arrays.stream(text.split(",(?![^\\[]*])", -1)).map(String::strip).toList();
    }

    private static Map<String, String> with(Map<String, String> settings, String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(key, value);
        return more;
    }

    /** A sweep in a new folder below {@code parent}. */
    public static Sweep create(String name, List<Map<String, String>> settings, Path parent, Worker worker)
            throws IOException {
        RunFiles files = RunFiles.create(
                parent,
                Instant.now(),
                name,
                "sweep",
                made -> made.writeJson(made.folder().resolve(RESULTS), Map.of("runs", List.of())));
        return new Sweep(settings, varying(settings), files, worker);
    }

    private static List<String> varying(List<Map<String, String>> settings) {
        return settings.getFirst().keySet().stream()
                .filter(key -> !key.equals(SEED))
                .filter(key ->
                        settings.stream().map(each -> each.get(key)).distinct().count() > 1)
                .toList();
    }

    /** Holds {@code sweep.json} and the folders of the runs. */
    public Path folder() {
        return files.folder();
    }

    /**
     * Trains all; a run that fails does not stop the others.
     *
     * @param jobs at the same time
     * @param done hears how many are done
     * @return in the order of the combinations
     */
    public List<SweepRun> run(int jobs, LongConsumer done) throws IOException {
        List<SweepRun> finished = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(jobs)) {
            List<CompletableFuture<SweepRun>> running = settings.stream()
                    .map(each -> CompletableFuture.supplyAsync(() -> train(each), threads))
                    .toList();
            for (CompletableFuture<SweepRun> next : running) {
                finished.add(joined(next, threads));
                files.writeJson(
                        files.folder().resolve(RESULTS),
                        Map.of("runs", finished.stream().map(SweepRun::json).toList()));
                done.accept(finished.size());
            }
        }
        return finished;
    }

    /** What a run came to; if that is an error of the whole sweep, such as no memory, runs that wait are not begun. */
    private static SweepRun joined(CompletableFuture<SweepRun> run, ExecutorService threads) throws IOException {
        try {
            return run.join();
        } catch (CompletionException failed) {
            threads.shutdownNow();
            switch (failed.getCause()) {
                case UncheckedIOException unwritable -> throw unwritable.getCause();
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw failed;
            }
        }
    }

    private SweepRun train(Map<String, String> chosen) {
        try {
            return new SweepRun(group(chosen), chosen, worker.train(chosen, files.folder()), Optional.empty());
        } catch (UserError failed) {
            return new SweepRun(group(chosen), chosen, Map.of(), Optional.of(failed.explanation()));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private String group(Map<String, String> chosen) {
        String group = varying.stream()
                .flatMap(key -> Stream.ofNullable(chosen.get(key)).map(value -> key + "=" + value))
                .collect(Collectors.joining(" "));
        return group.isEmpty() ? "all runs" : group;
    }
}
