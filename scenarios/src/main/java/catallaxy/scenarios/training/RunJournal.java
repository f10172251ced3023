package catallaxy.scenarios.training;

import catallaxy.agents.training.CheckpointFolder;
import catallaxy.agents.training.CheckpointManifest;
import catallaxy.agents.training.Snapshot;
import catallaxy.agents.training.TrainingListener;
import catallaxy.scenarios.run.FolderGuard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the course of one training run into its folder. One thread. */
final class RunJournal implements TrainingListener, AutoCloseable {
    private static final double NANOS = 1e9;

    private final CheckpointFolder checkpoints;
    private final CheckpointManifest.Origin origin;
    private final TrainingWatch watch;
    private final long totalSteps;
    private final MetricsLog metrics;
    private final EventFile events;
    private final FolderGuard guard;
    private final long begunSteps;
    private final double secondsBefore;
    private final long begunNanos = System.nanoTime();
    private Map<String, Double> latest = Map.of();

    private RunJournal(
            TrainingFolder folder,
            CheckpointManifest.Origin origin,
            TrainingWatch watch,
            long totalSteps,
            long begunSteps,
            double secondsBefore)
            throws IOException {
        this.checkpoints = folder.checkpoints();
        this.origin = origin;
        this.watch = watch;
        this.totalSteps = totalSteps;
        this.begunSteps = begunSteps;
        this.secondsBefore = secondsBefore;
        metrics = new MetricsLog(folder.metrics());
        Path eventFile = eventFile(folder.tensorboard());
        events = EventFile.create(eventFile, wallSeconds());
        guard = FolderGuard.of(folder.folder(), List.of(folder.metrics(), eventFile));
    }

    /**
     * Goes on in a folder from a step; what was written after it is removed.
     *
     * @param step 0 for a new run
     */
    static RunJournal from(
            long step, TrainingFolder folder, CheckpointManifest.Origin origin, TrainingWatch watch, long totalSteps)
            throws IOException {
        Files.createDirectories(folder.tensorboard());
        folder.checkpoints().forgetAfter(step);
        double secondsBefore = MetricsLog.forgetAfter(folder.metrics(), step);
        for (Path events : eventFiles(folder.tensorboard())) {
            EventFile.forgetAfter(events, step);
        }
        return new RunJournal(folder, origin, watch, totalSteps, step, secondsBefore);
    }

    private static List<Path> eventFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().contains("tfevents"))
                    .sorted()
                    .toList();
        }
    }

    private static Path eventFile(Path folder) throws IOException {
        List<Path> files = eventFiles(folder);
        return files.isEmpty()
                ? folder.resolve("events.out.tfevents." + System.currentTimeMillis() / 1000 + ".catallaxy")
                : files.getLast();
    }

    /** Wall time of training so far, over all its sessions. */
    double trainingSeconds() {
        return secondsBefore + sessionSeconds();
    }

    private double sessionSeconds() {
        return (System.nanoTime() - begunNanos) / NANOS;
    }

    private static double wallSeconds() {
        return System.currentTimeMillis() / 1e3;
    }

    /** The latest figures of every name. */
    Map<String, Double> latest() {
        return latest;
    }

    @Override
    public void measured(long steps, Map<String, Double> figures) {
        double perSecond = (steps - begunSteps) / Math.max(1e-9, sessionSeconds());
        Map<String, Double> all = new LinkedHashMap<>(figures);
        all.put("time/fps", perSecond);
        all.put("time/time_elapsed", trainingSeconds());
        all.put("time/total_timesteps", (double) steps);
        latest = all;
        try {
            guard.require();
            metrics.add(steps, all);
            events.add(wallSeconds(), steps, all);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        watch.progress(steps, totalSteps, perSecond, Math.max(0, totalSteps - steps) / perSecond, all);
    }

    @Override
    public void checkpoint(Snapshot snapshot) {
        try {
            guard.require();
            checkpoints.add(origin, snapshot);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void close() throws IOException {
        metrics.close();
        events.close();
    }
}
