package catallaxy.scenarios.command;

import catallaxy.scenarios.ExitCode;
import java.io.PrintWriter;
import java.util.Map;

/** What a command found, ready to be shown to a person or to a program. */
interface Answer {

    /** What the process exits with. */
    default ExitCode exitCode() {
        return ExitCode.OK;
    }

    /** Prints the answer for a person. */
    void print(PrintWriter out);

    /**
     * The answer as one JSON object: values are strings, numbers, booleans, nested maps and lists. The order of the
     * entries is the order in the text.
     */
    Map<String, ?> json();
}
