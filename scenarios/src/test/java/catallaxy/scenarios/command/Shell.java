package catallaxy.scenarios.command;

import java.io.PrintWriter;
import java.io.StringWriter;

/** The command line run inside the test's JVM. */
final class Shell {
    private Shell() {}

    /** What a command printed and what it exited with. */
    record Outcome(int exitCode, String out, String err) {
        /** The last line of standard output. */
        String lastLine() {
            return out.lines().reduce("", (before, line) -> line);
        }
    }

    static Outcome catallaxy(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Catallaxy.commandLine(new PrintWriter(out), new PrintWriter(err), arguments)
                .execute(arguments);
        return new Outcome(exitCode, out.toString(), err.toString());
    }
}
