package catallaxy.scenarios.command;

import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.run.Difference;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code catallaxy diff}: names the first event in which two runs differ. */
@Command(
        name = "diff",
        description = "Name the first event in which two runs differ, and the settings that differ.",
        footer = {"", "Example:", "  catallaxy diff runs/OLD runs/NEW"})
final class DiffCommand extends AnsweringCommand {
    @Parameters(index = "0", paramLabel = "RUN", description = "A run folder.")
    Path left;

    @Parameters(index = "1", paramLabel = "OTHER", description = "Another run folder.")
    Path right;

    @Mixin
    UserClasses classes = new UserClasses();

    @Override
    Answer answer() {
        classes.requireJars();
        return new Verdict(Difference.between(left, right));
    }

    private record Verdict(Difference difference) implements Answer {
        @Override
        public ExitCode exitCode() {
            return difference.identical() ? ExitCode.OK : ExitCode.FAILED;
        }

        @Override
        public void print(PrintWriter out) {
            difference.settings().forEach(out::println);
            if (difference.identical()) {
                out.println("the traces are identical");
            } else {
                out.printf("first difference: event %d%n", difference.event());
                out.println("< " + orEnd(difference.left()));
                out.println("> " + orEnd(difference.right()));
            }
        }

        private static String orEnd(String event) {
            return event.isEmpty() ? "(the run has ended)" : event;
        }

        @Override
        public Map<String, ?> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("identical", difference.identical());
            json.put("settings", difference.settings());
            json.put("event", difference.event());
            json.put("left", difference.left());
            json.put("right", difference.right());
            return json;
        }
    }
}
