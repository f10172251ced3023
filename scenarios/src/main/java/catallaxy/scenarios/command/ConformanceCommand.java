package catallaxy.scenarios.command;

import catallaxy.environment.market.conformance.Conformance;
import catallaxy.environment.market.conformance.ConformanceReport;
import catallaxy.environment.market.conformance.FileResult;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code catallaxy conformance}: does the engine answer as deployed bytecode did? */
@Command(
        name = "conformance",
        description = "Replay recorded protocol vectors against the engine.",
        footer = {
            "",
            "Example:",
            "  catallaxy conformance vectors --json",
            "",
            "A file of unknown columns is reported as unsupported, never skipped.",
            "Exits with 1 where a row differs and with 5 where a file is damaged."
        })
final class ConformanceCommand extends AnsweringCommand {
    @Parameters(paramLabel = "DIR", description = "A folder of vector files (gzip CSV), or one file.")
    Path folder;

    @Mixin
    UserClasses classes = new UserClasses();

    @Override
    Answer answer() {
        classes.requireJars();
        if (!Files.exists(folder)) {
            throw UserError.usage("no such folder or file: " + folder);
        }
        try {
            ConformanceReport report = new Conformance(Kinds.registered().vectors()).check(folder);
            requireVectors(report);
            return new Verdict(report);
        } catch (IOException unreadable) {
            throw new UserError(ExitCode.CORRUPT, "cannot read " + folder + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private void requireVectors(ConformanceReport report) {
        if (report.files().stream().noneMatch(file -> file.file().endsWith(".gz"))) {
            throw UserError.usage("no vector files (*.csv.gz) in " + folder);
        }
    }

    private record Verdict(ConformanceReport report) implements Answer {
        private static final int NOTE_WIDTH = 60;

        @Override
        public ExitCode exitCode() {
            if (report.failures() > 0) {
                return ExitCode.FAILED;
            }
            return report.corrupt() > 0 ? ExitCode.CORRUPT : ExitCode.OK;
        }

        @Override
        public void print(PrintWriter out) {
            TextTable table = TextTable.of("file", "cases", "failures", "status", "note");
            for (FileResult file : report.files()) {
                table.row(
                        file.file(),
                        file.cases(),
                        file.failures(),
                        file.status().label(),
                        note(file));
            }
            table.print(out);
            out.println();
            out.println(report.failures() + " failures");
        }

        private static String note(FileResult file) {
            return file.firstFailure()
                    .map(first -> "line %d, %s: expected %s, engine %s"
                            .formatted(first.line(), first.field(), first.expected(), first.actual()))
                    .orElse(shortened(file.message()));
        }

        private static String shortened(String note) {
            return note.length() <= NOTE_WIDTH ? note : note.substring(0, NOTE_WIDTH - 1) + "…";
        }

        @Override
        public Map<String, ?> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("files", report.files().stream().map(Verdict::json).toList());
            json.put("failures", report.failures());
            json.put("corrupt", report.corrupt());
            return json;
        }

        private static Map<String, ?> json(FileResult file) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("file", file.file());
            json.put("cases", file.cases());
            json.put("failures", file.failures());
            json.put("status", file.status().label());
            json.put("message", file.message());
            file.firstFailure().ifPresent(first -> json.put("firstFailure", json(first)));
            return json;
        }

        private static Map<String, ?> json(FileResult.Difference first) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("line", first.line());
            json.put("field", first.field());
            json.put("expected", first.expected());
            json.put("actual", first.actual());
            return json;
        }
    }
}
