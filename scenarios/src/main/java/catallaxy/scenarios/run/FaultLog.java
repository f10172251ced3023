package catallaxy.scenarios.run;

import catallaxy.agents.driver.AgentFailedException;
import catallaxy.agents.driver.AgentFault;
import catallaxy.agents.driver.Thrown;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Writes {@code faults.log}: a line for each fault of an agent, with the stack trace where the agent threw at a place where it had
 * not thrown before. There is no file without a fault, and each is on the disk before the run goes on.
 */
public final class FaultLog {
    private static final int TRACES = 100;
    private static final int LONGEST = 100_000;

    private final Path file;
    private final Set<String> known = new HashSet<>();

    FaultLog(Path file) {
        this.file = file;
    }

    void failed(AgentFault fault) throws IOException {
        String kind = fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String line = RunDecimals.seconds(fault.timeNanos()) + " s, agent " + fault.agent() + ", epoch " + fault.epoch()
                + ": " + kind + ": " + fault.message() + "\n";
        Throwable thrown = fault.thrown();
        append(file, thrown != null && isNew(fault.agent(), thrown) ? line + trace(thrown) : line);
    }

    private boolean isNew(String agent, Throwable thrown) {
        StackTraceElement[] stack = thrown.getStackTrace();
        String place = stack.length == 0 ? "" : stack[0].toString();
        return known.size() < TRACES
                && known.add(agent + " " + thrown.getClass().getName() + " " + place);
    }

    /** Adds a failure that ended the run. */
    public static void ended(Path file, AgentFailedException failure) throws IOException {
        append(file, trace(failure));
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        try {
            thrown.printStackTrace(new PrintWriter(text, true));
        } catch (RuntimeException | StackOverflowError unprintable) {
            return Thrown.text(thrown) + "\n\tno trace, as printing it throws " + Thrown.text(unprintable) + "\n";
        }
        return text.getBuffer().length() <= LONGEST
                ? text.toString()
                : text.getBuffer().substring(0, LONGEST) + "…\n";
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
