package catallaxy.scenarios.command;

import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.folder.JsonObject;
import catallaxy.scenarios.folder.TrainingSummary;
import catallaxy.scenarios.training.TrainingInterruptedException;
import catallaxy.scenarios.training.TrainingWatch;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * {@code catallaxy train} or {@code resume} in a process of its own, started as this one was. When the process that started it
 * ends before it, even by {@code kill -9}, it stops as on Ctrl-C: otherwise it would hold the folder of its run against whoever
 * resumes the sweep.
 */
final class TrainingProcess {
    /** The system property that names the process that started this one. */
    private static final String STARTED_BY = "catallaxy.started-by";

    private static final int LOOK_EVERY_MILLISECONDS = 200;

    private TrainingProcess() {}

    /**
     * Trains and waits for the end.
     *
     * @param watch may interrupt it
     * @return the summary
     * @throws TrainingInterruptedException if it was interrupted
     * @throws UserError                    with what the process said, if it failed
     */
    static TrainingSummary train(Path scenario, Map<String, String> settings, Path parent, TrainingWatch watch)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of("train", scenario.toString()));
        settings.forEach((key, value) -> arguments.add(key + "=" + value));
        arguments.addAll(List.of("--out", parent.toString()));
        return summary(arguments, parent, watch);
    }

    /** Goes on with a run and waits for the end; else as {@link #train}. */
    static TrainingSummary resume(Path runFolder, TrainingWatch watch) throws IOException {
        return summary(List.of("resume", runFolder.toString()), runFolder, watch);
    }

    /** The command line of another process of this program. */
    static List<String> commandLine(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-D" + STARTED_BY + "=" + ProcessHandle.current().pid());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(arguments);
        return command;
    }

    /** Ends when the process does that started this one to train; never where a user started it. */
    static CompletableFuture<?> abandoned() {
        Long starter = Long.getLong(STARTED_BY);
        if (starter == null) {
            return new CompletableFuture<>();
        }
        Optional<ProcessHandle> running = ProcessHandle.of(starter);
        return running.isPresent() ? running.get().onExit() : CompletableFuture.completedFuture(null);
    }

    private static TrainingSummary summary(List<String> arguments, Path folder, TrainingWatch watch)
            throws IOException {
        List<String> command = commandLine(arguments);
        command.addAll(List.of("--quiet", "--json"));
        Path answer = Files.createTempFile("catallaxy", ".out");
        Path errors = Files.createTempFile("catallaxy", ".err");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(answer.toFile())
                    .redirectError(errors.toFile())
                    .start();
            int code = exitCode(process, folder, watch);
            if (code == ExitCode.INTERRUPTED.number() || (code != 0 && watch.interrupted())) {
                throw new TrainingInterruptedException(folder);
            }
            if (code != 0) {
                throw new UserError(ExitCode.FAILED, text(errors).strip());
            }
            return lastLine(answer);
        } finally {
            Files.delete(answer);
            Files.delete(errors);
        }
    }

    /** Waits for the end; passes an interruption on, so that the process saves what it has. */
    private static int exitCode(Process process, Path folder, TrainingWatch watch) {
        try {
            while (!process.waitFor(LOOK_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                if (watch.interrupted()) {
                    process.destroy();
                }
            }
            return process.exitValue();
        } catch (InterruptedException stopped) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new TrainingInterruptedException(folder);
        }
    }

    private static TrainingSummary lastLine(Path answer) throws IOException {
        String last = text(answer).lines().reduce("", (before, line) -> line);
        try {
            return new JsonObject(answer, JsonText.read(last)).record(TrainingSummary.class);
        } catch (IOException malformed) {
            throw UserError.failed("the training process answered otherwise than expected", malformed);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
