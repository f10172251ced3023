package catallaxy.scenarios.report;

import catallaxy.scenarios.Checksums;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.folder.FolderException;
import catallaxy.scenarios.folder.TrainingManifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the HTML report of one or several runs: one file that needs no network and no other file. The same run
 * folders give the same bytes.
 */
public final class Report {

    private Report() {}

    /**
     * Writes the report of {@code runFolders} to {@code htmlFile}, which appears whole or not at all.
     *
     * @param base a run that each of the others is compared with
     * @return the runs by group where they are simulations and more than one, the base among them
     * @throws IllegalArgumentException if there is no run folder
     * @throws FolderException if a folder is no run folder or holds corrupt data
     * @throws UserError (corrupt) if a file is not as its checksum in the folder says
     * @throws IOException if a file cannot be read or written
     */
    public static Optional<RunTable> write(List<Path> runFolders, Optional<Path> base, Path htmlFile)
            throws IOException {
        return write(runFolders, base, List.of(), htmlFile);
    }

    /**
     * As the other method.
     *
     * @param widths of intervals for which the number of seeds is wanted, as {@link TableChoice#of} takes them
     */
    public static Optional<RunTable> write(
            List<Path> runFolders, Optional<Path> base, List<String> widths, Path htmlFile) throws IOException {
        if (runFolders.isEmpty()) {
            throw new IllegalArgumentException("a report needs at least one run folder");
        }
        runFolders.forEach(Checksums::requireOfPresent);
        base.ifPresent(Checksums::requireOfPresent);
        Set<String> kinds = kinds(runFolders);
        if (kinds.contains(TrainingManifest.PROBLEM) || kinds.contains(TrainingManifest.MARKET)) {
            replace(htmlFile, trainingPage(runFolders, Map.of(), List.of()));
            return Optional.empty();
        }
        if (kinds.contains(TrainingManifest.EVOLUTION)) {
            replace(htmlFile, evolutionPage(runFolders));
            return Optional.empty();
        }
        return writeRuns(runFolders, base, widths, htmlFile);
    }

    private static String evolutionPage(List<Path> folders) throws IOException {
        if (folders.size() > 1) {
            throw UserError.usage("expected one evolution, found " + folders.size() + "; a report shows one at a time");
        }
        return new EvolutionPage(EvolutionData.read(folders.getFirst())).html();
    }

    /**
     * Writes the report of a sweep of simulations to {@code htmlFile}, which appears whole or not at all.
     *
     * @param folders of the runs, by what they are called
     * @throws IOException if the file cannot be written
     */
    public static void ofSweep(String title, RunTable table, Map<String, Path> folders, Path htmlFile)
            throws IOException {
        replace(htmlFile, new RunTablePage(title, table, folders).html());
    }

    /**
     * Writes the report of a run into its folder, which the caller has just written, so that its checksums need no check.
     *
     * @throws IOException if a file cannot be read or written
     */
    public static void ofNewRun(Path folder) throws IOException {
        writeRuns(List.of(folder), Optional.empty(), List.of(), folder.resolve("report.html"));
    }

    private static Optional<RunTable> writeRuns(
            List<Path> runFolders, Optional<Path> base, List<String> widths, Path htmlFile) throws IOException {
        var runs = new ArrayList<RunFolder>();
        for (Path folder : runFolders) {
            runs.add(RunFolder.read(folder));
        }
        Optional<RunFolder> baseRun = base.isPresent() ? Optional.of(RunFolder.read(base.get())) : Optional.empty();
        Optional<RunTable> table = table(runs, baseRun, widths);
        replace(htmlFile, new ReportPage(runs, baseRun, table, ChartKinds.registered()).html());
        return table;
    }

    /** The runs by group; the base is among them, and its group the one that others are compared with. */
    private static Optional<RunTable> table(List<RunFolder> runs, Optional<RunFolder> base, List<String> widths)
            throws IOException {
        List<RunFolder> all = new ArrayList<>();
        base.ifPresent(all::add);
        all.addAll(runs);
        return all.size() < 2
                ? Optional.empty()
                : Optional.of(RunTable.of(SeededRuns.of(all), TableChoice.of(Map.of(), widths)));
    }

    /**
     * Writes the report that compares training runs to {@code htmlFile}, which appears whole or not at all.
     *
     * @param groups with what each run folder is pooled, at least one
     * @param others runs that left no folder, such as those that failed, to be counted with the others of their groups
     * @throws FolderException if a folder is none of training or holds corrupt data, or problems and markets are mixed
     * @throws IOException if a file cannot be read or written
     */
    public static void compare(Map<Path, String> groups, List<MeasuredBoard.Entrant> others, Path htmlFile)
            throws IOException {
        replace(htmlFile, trainingPage(List.copyOf(groups.keySet()), groups, others));
    }

    private static String trainingPage(List<Path> folders, Map<Path, String> groups, List<MeasuredBoard.Entrant> others)
            throws IOException {
        TrainingSections sections =
                kinds(folders).contains(TrainingManifest.MARKET) ? new MarketSections() : new ProblemSections();
        return new TrainingPage(sections, training(folders), groups, others, TrainingChartKinds.registered()).html();
    }

    /** Of training in a problem, in a market, or else a simulation, there is only one. */
    private static Set<String> kinds(List<Path> folders) throws IOException {
        Set<String> kinds = new HashSet<>();
        for (Path folder : folders) {
            kinds.add(TrainingData.kind(folder));
        }
        if (kinds.size() > 1) {
            throw new FolderException(
                    "expected runs of one kind: simulations, trainings in problems or trainings in markets, found"
                            + " several");
        }
        return kinds;
    }

    private static List<TrainingData> training(List<Path> folders) throws IOException {
        List<TrainingData> runs = new ArrayList<>();
        for (Path folder : folders) {
            runs.add(TrainingData.read(folder));
        }
        return runs;
    }

    private static void replace(Path htmlFile, String html) throws IOException {
        Path target = htmlFile.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException(htmlFile + " is not a file that can be written");
        }
        Files.createDirectories(folder);
        Path draft = folder.resolve("." + target.getFileName() + ".draft");
        try {
            Files.write(draft, html.getBytes(StandardCharsets.UTF_8));
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
