package catallaxy.scenarios.command;

import catallaxy.scenarios.UserError;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Entry point of the process. */
public final class Main {
    /** Above which level SLF4J speaks of itself, such as of what was logged by one thread while another set it up. */
    private static final String LOGGING = "slf4j.internal.verbosity";

    private Main() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "ERROR");
        }
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(arguments, out, err));
    }

    private static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        try {
            FileNameEncoding.ofThisProcess().require(arguments);
            return Catallaxy.commandLine(out, err, arguments).execute(arguments);
        } catch (UserError | Error fatal) {
            return ErrorReport.print(err, fatal, false);
        }
    }
}
