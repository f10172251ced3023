package catallaxy.scenarios.command;

import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.folder.FolderException;
import catallaxy.scenarios.report.Report;
import catallaxy.scenarios.report.RunTable;
import catallaxy.scenarios.sweep.SweepPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code catallaxy report}: one HTML file that explains runs, without a network. */
@Command(
        name = "report",
        description = "Write the HTML report of one or several run folders, or of a sweep.",
        footer = {
            "",
            "Examples:",
            "  catallaxy report runs/NEW --compare runs/OLD --out comparison.html",
            "  catallaxy report runs/A runs/B runs/C --width pnl=50",
            "  catallaxy report runs/SWEEP",
            "",
            "Simulations of one configuration are a group and are compared with another one seed by seed; between runs of"
                    + " different seeds luck is not told from merit."
        })
final class ReportCommand extends AnsweringCommand {
    @Parameters(paramLabel = "RUN", arity = "1..*", description = "Run folders, or folders of sweeps.")
    List<Path> runs = new ArrayList<>();

    @Option(names = "--compare", paramLabel = "BASE", description = "A run folder that each other is compared with.")
    @Nullable
    Path base;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write (default: report.html in the run folder; of several runs, here).")
    @Nullable
    Path file;

    @Option(names = "--width", paramLabel = "[FIGURE=]W", description = TableOptions.WIDTH)
    List<String> widths = new ArrayList<>();

    @Mixin
    UserClasses classes = new UserClasses();

    @Override
    Answer answer() {
        classes.requireJars();
        runs.forEach(ReportCommand::requireFolder);
        Optional<Path> compared = Optional.ofNullable(base);
        compared.ifPresent(ReportCommand::requireRun);
        requireDifferent(compared);
        Path target = file == null ? defaultFile() : file;
        try {
            if (runs.size() == 1 && compared.isEmpty() && SweepPlan.isAt(runs.getFirst())) {
                return SweepWork.reported(runs.getFirst(), widths, target);
            }
            List<Path> folders = runFolders();
            Optional<RunTable> table = Report.write(folders, compared, widths, target);
            if (compared.isPresent()
                    && table.isPresent()
                    && table.get().groups().size() == 1) {
                note("the runs have one configuration: what they differ by is luck");
            }
            return new Written(folders, target, table);
        } catch (FolderException corrupt) {
            throw new UserError(ExitCode.CORRUPT, String.valueOf(corrupt.getMessage()), corrupt);
        } catch (IOException failed) {
            throw UserError.failed("cannot write " + target + ": " + failed.getMessage(), failed);
        }
    }

    /** Those that were named, and those in sweeps that were. */
    private List<Path> runFolders() throws IOException {
        List<Path> folders = new ArrayList<>();
        for (Path run : runs) {
            folders.addAll(SweepPlan.isAt(run) ? SweepWork.runFolders(run) : List.of(run));
        }
        return folders;
    }

    private Path defaultFile() {
        Path report = Path.of("report.html");
        return runs.size() == 1 ? runs.getFirst().resolve(report) : report;
    }

    /** Refuses a folder that is there twice: it would be counted twice, or compared with itself. */
    private void requireDifferent(Optional<Path> compared) {
        Map<Path, Path> known = new LinkedHashMap<>();
        for (Path run : runs) {
            Path before = known.putIfAbsent(real(run), run);
            if (before != null) {
                throw UserError.usage("expected different run folders, found one twice: " + before + " and " + run);
            }
        }
        compared.filter(folder -> known.containsKey(real(folder))).ifPresent(folder -> {
            throw UserError.usage(
                    "--compare: expected another run folder than those compared with it, found " + folder);
        });
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException unreadable) {
            throw UserError.failed("cannot read " + folder + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static void requireFolder(Path run) {
        if (!Files.isDirectory(run)) {
            throw UserError.usage("no such run folder: " + run);
        }
    }

    private static void requireRun(Path run) {
        requireFolder(run);
        if (SweepPlan.isAt(run)) {
            throw UserError.usage("--compare: expected a run folder, found a sweep: " + run);
        }
    }

    private record Written(List<Path> runs, Path file, Optional<RunTable> table) implements Answer {

        @Override
        public void print(PrintWriter out) {
            table.ifPresent(each -> new RunTableText(each).print(out));
            out.println(file.toAbsolutePath().normalize().toUri());
        }

        @Override
        public Map<String, ?> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("report", file.toAbsolutePath().normalize());
            json.put("runs", runs);
            table.ifPresent(each -> RunTableJson.add(json, each));
            return json;
        }
    }
}
