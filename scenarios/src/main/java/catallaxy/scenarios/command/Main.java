package catallaxy.scenarios.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Entry point of the process. */
public final class Main {
    private Main() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(arguments, out, err));
    }

    private static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        try {
            return Catallaxy.commandLine(out, err).execute(arguments);
        } catch (Error fatal) {
            return ErrorReport.print(err, fatal, false);
        }
    }
}
