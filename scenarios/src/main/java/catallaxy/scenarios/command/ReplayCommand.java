package catallaxy.scenarios.command;

import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.run.OtherMachine;
import catallaxy.scenarios.run.Replay;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code catallaxy replay}: drives a recorded run again and checks it bit for bit. */
@Command(
        name = "replay",
        description = "Drive the market again by a run's recorded decisions and check the trace bit for bit.",
        footer = {"", "Example:", "  catallaxy replay runs/20261120T185443Z_two-chains_374cf0cf"})
final class ReplayCommand extends AnsweringCommand {
    @Parameters(paramLabel = "RUN", description = "A run folder.")
    Path run;

    @Mixin
    UserClasses classes = new UserClasses();

    @Override
    Answer answer() {
        classes.requireJars();
        OtherMachine.of(run).ifPresent(this::note);
        return new Verdict(run, Replay.of(run));
    }

    private record Verdict(Path run, Replay.Result result) implements Answer {
        @Override
        public ExitCode exitCode() {
            return result.identical() ? ExitCode.OK : ExitCode.FAILED;
        }

        @Override
        public void print(PrintWriter out) {
            out.printf(
                    "%s: %s; %d decisions, %d checkpoints%n",
                    run, result.identical() ? "identical" : "different", result.decisions(), result.checkpoints());
            out.printf("recorded  %s (%s)%n", result.recorded().isEmpty() ? "–" : result.recorded(), result.status());
            out.printf("replayed  %s%n", result.found());
            if (result.differsAfter() >= 0) {
                out.printf("the traces part after event %d%n", result.differsAfter());
            }
            if (!result.note().isEmpty()) {
                out.println(result.note());
            }
        }

        @Override
        public Map<String, ?> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("run", run);
            json.put("identical", result.identical());
            json.put("status", result.status());
            json.put("recorded", result.recorded());
            json.put("replayed", result.found());
            json.put("decisions", result.decisions());
            json.put("checkpoints", result.checkpoints());
            json.put("differsAfterEvent", result.differsAfter());
            json.put("note", result.note());
            return json;
        }
    }
}
