package catallaxy.scenarios.command;

import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** One run of JMH in a process of its own, from its start to its figures. */
final class JmhRun {
    private static final double MILLISECONDS = 1000;

    /** What JMH says on a line of its own before it says why a benchmark failed. */
    private static final String FAILURE = "<failure>";

    private final JmhModule module;
    private final PrintWriter progress;
    private String failure = "it said nothing";
    private boolean failed;

    /** @param progress where what JMH says on its way is printed, line by line */
    JmhRun(JmhModule module, PrintWriter progress) {
        this.module = module;
        this.progress = progress;
    }

    /**
     * Measures and waits for the end.
     *
     * @param pattern       which benchmarks
     * @param rounds        of a second each, timed in each JVM
     * @param warmUpSeconds before them
     * @return the figures that JMH wrote
     * @throws UserError with what JMH said, if it failed
     */
    List<JmhFigure> figures(String pattern, int rounds, double warmUpSeconds) {
        try {
            Path results = Files.createTempFile("catallaxy", ".json");
            try {
                run(arguments(pattern, rounds, warmUpSeconds, results));
                return read(results);
            } finally {
                Files.delete(results);
            }
        } catch (IOException broken) {
            throw UserError.failed("JMH cannot be run: " + broken.getMessage(), broken);
        }
    }

    private static List<String> arguments(String pattern, int rounds, double warmUpSeconds, Path results) {
        boolean warmed = warmUpSeconds > 0;
        return List.of(
                pattern,
                "-foe",
                "true",
                "-i",
                String.valueOf(rounds),
                "-r",
                "1s",
                "-wi",
                warmed ? "1" : "0",
                "-w",
                String.format(Locale.ROOT, "%dms", Math.max(1, Math.round(warmUpSeconds * MILLISECONDS))),
                "-rf",
                "json",
                "-rff",
                results.toString());
    }

    private void run(List<String> arguments) throws IOException {
        Process process = new ProcessBuilder(module.commandLine(arguments))
                .redirectErrorStream(true)
                .start();
        Thread stop = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(stop);
        try (BufferedReader said = process.inputReader()) {
            said.lines().forEach(this::hear);
            int code = process.waitFor();
            if (code != 0) {
                throw UserError.failed("JMH ended with " + code + ": " + failure
                        + "\nif the program has changed since the JMH benchmarks were built: " + JmhModule.BUILD);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw UserError.failed("interrupted while JMH measured", stopped);
        } finally {
            process.destroy();
            Runtime.getRuntime().removeShutdownHook(stop);
        }
    }

    /** Passes a line on; keeps the last one, or the first after JMH's sign that a benchmark failed. */
    private void hear(String line) {
        progress.println(line);
        progress.flush();
        if (!line.isBlank() && !failed) {
            failed = failure.equals(FAILURE);
            failure = line.strip();
        }
    }

    private static List<JmhFigure> read(Path results) throws IOException {
        return JmhFigure.all(
                JsonText.read("{\"figures\":" + Files.readString(results) + "}").get("figures"));
    }
}
