package catallaxy.scenarios.command;

import catallaxy.scenarios.ExitCode;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code catallaxy doctor}: is this machine ready for a run? */
@Command(
        name = "doctor",
        description = "Check that this machine is ready for a run.",
        footer = {"", "Example:", "  catallaxy doctor", "", "Exits with 1 where a run would fail."})
final class DoctorCommand extends AnsweringCommand {
    @Mixin
    RunsOption runs = new RunsOption();

    @Override
    Answer answer() {
        Machine machine = Machine.current();
        return new Diagnosis(new Doctor(runs.folder(), machine).examine(), machine);
    }

    private record Diagnosis(List<Checkup> checkups, Machine machine) implements Answer {

        @Override
        public ExitCode exitCode() {
            return Doctor.isHealthy(checkups) ? ExitCode.OK : ExitCode.FAILED;
        }

        @Override
        public void print(PrintWriter out) {
            TextTable table = TextTable.of("subject", "status", "finding", "hint");
            for (Checkup checkup : checkups) {
                table.row(checkup.subject(), checkup.word(), checkup.finding(), checkup.hint());
            }
            table.print(out);
        }

        @Override
        public Map<String, ?> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("healthy", Doctor.isHealthy(checkups));
            json.put("version", Version.number());
            json.put("checks", checkups.stream().map(Checkup::json).toList());
            json.put("machine", machine.json());
            return json;
        }
    }
}
