package catallaxy.scenarios.run;

import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.UserError;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The files of one run folder. The folder and whole files appear at once, by a rename; growing files are appended to. A kill at
 * any moment leaves a folder whose files can be read up to there, or none.
 */
public record RunFiles(Path folder) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** Writes the files that a run folder has from its first moment. */
    @FunctionalInterface
    public interface Beginning {
        /**
         * Writes them into the folder, which does not have its final name yet.
         *
         * @throws IOException if a file cannot be written; then no folder appears
         */
        void writeTo(RunFiles files) throws IOException;
    }

    /**
     * Makes a new folder {@code <UTC time>_<scenario>_<fingerprint>} below {@code parent}. It appears at once, by a rename, with
     * what {@code beginning} wrote in it.
     *
     * @throws UserError if no run folder can appear there
     */
    public static RunFiles create(Path parent, Instant now, String scenario, String fingerprint, Beginning beginning)
            throws IOException {
        new RunsFolder(parent).require();
        Files.createDirectories(parent);
        String name = STAMP.format(now) + "_" + scenario.replaceAll("[^A-Za-z0-9._-]", "-") + "_" + fingerprint;
        Path partial = Files.createDirectory(
                parent.resolve("." + name + "." + ProcessHandle.current().pid() + ".partial"));
        RunFiles made = new RunFiles(partial);
        try {
            beginning.writeTo(made);
            Path folder = parent.resolve(name);
            for (int attempt = 2; !moved(partial, folder); attempt++) {
                folder = parent.resolve(name + "-" + attempt);
            }
            return new RunFiles(folder);
        } catch (IOException | RuntimeException failed) {
            made.delete();
            throw failed;
        }
    }

    /**
     * Requires the files by which a run folder is known.
     *
     * @param expected what the folder should be
     * @throws UserError naming those that are not there
     */
    public void requireFolder(String expected) {
        List<String> missing = Stream.of(manifest(), scenario())
                .filter(file -> !Files.isRegularFile(file))
                .map(file -> String.valueOf(file.getFileName()))
                .toList();
        if (!missing.isEmpty()) {
            throw UserError.usage(folder + ": expected " + expected + " with manifest.json and scenario.conf, found "
                    + (Files.isDirectory(folder)
                            ? "no " + String.join(", no ", missing) + " in it"
                            : "no such folder"));
        }
    }

    /** False if there is such a folder already. */
    private static boolean moved(Path partial, Path folder) throws IOException {
        if (Files.exists(folder)) {
            return false;
        }
        try {
            Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (FileSystemException refused) {
            if (Files.exists(folder)) {
                return false;
            }
            throw refused;
        }
    }

    /** Deletes what a beginning that failed has left, as far as that goes. */
    private void delete() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** What the run is and how it stands; there from the first moment. */
    public Path manifest() {
        return folder.resolve("manifest.json");
    }

    /** The resolved scenario: every key with its value; there from the first moment. */
    public Path scenario() {
        return folder.resolve("scenario.conf");
    }

    /** The command line that makes the same run again, quoted for a POSIX shell. */
    public Path command() {
        return folder.resolve("command.txt");
    }

    /** What the run came to; written at the end only. */
    public Path summary() {
        return folder.resolve("summary.json");
    }

    /** The market at each sample, a line of JSON each. */
    public Path metrics() {
        return folder.resolve("metrics.jsonl");
    }

    /** Each fill of each agent, a row of CSV each. */
    public Path trades() {
        return folder.resolve("trades.csv");
    }

    /** What each agent is worth at each sample, a row of CSV each. */
    public Path equity() {
        return folder.resolve("equity.csv");
    }

    /** Where each agent's profit came from up to each sample, a row of CSV each. */
    public Path attribution() {
        return folder.resolve("attribution.csv");
    }

    /** What risk agents changed, and agents' faults, a row of CSV each. */
    public Path interventions() {
        return folder.resolve("interventions.csv");
    }

    /** The faults of agents, with traces where they threw; only where an agent failed. */
    public Path faults() {
        return folder.resolve("faults.log");
    }

    /** What auxiliary models learned; only where an agent has some. */
    public Path models() {
        return folder.resolve("models.json");
    }

    /** Every decision as it was applied, for a replay. */
    public Path decisions() {
        return folder.resolve("decisions.bin");
    }

    /** Half of the trace's digest after every so many events, for comparisons. */
    public Path checkpoints() {
        return folder.resolve("trace.checkpoints");
    }

    /** The report, which can be made again from the other files. */
    public Path report() {
        return folder.resolve("report.html");
    }

    /** All files that a run has written when it has ended, but the report, which can be made again. */
    public List<Path> written() {
        return List.of(
                manifest(),
                scenario(),
                command(),
                summary(),
                metrics(),
                trades(),
                equity(),
                attribution(),
                interventions(),
                faults(),
                models(),
                decisions(),
                checkpoints());
    }

    /** Writes a JSON object, whole or not at all. */
    public void writeJson(Path file, Map<String, ?> object) throws IOException {
        writeText(file, JsonText.of(object) + "\n");
    }

    /** Writes a text, whole or not at all. */
    public void writeText(Path file, String text) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.writeString(partial, text);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Opens a growing text file and writes its first line. */
    static BufferedWriter open(Path file, String header) throws IOException {
        BufferedWriter writer = Files.newBufferedWriter(file);
        writer.write(header);
        return writer;
    }
}
