package catallaxy.scenarios.command;

import catallaxy.scenarios.JsonText;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that ends with one {@link Answer}, as text or, with {@code --json}, as one JSON object. */
abstract class AnsweringCommand extends Subcommand {
    @Option(names = "--json", description = "Print one JSON object last on standard output.")
    boolean json;

    @Option(names = "--quiet", description = "Show no progress; notes and errors remain.")
    boolean quiet;

    private @Nullable Interruption interruption;

    /** Says something beside the answer, on standard error. */
    final void note(String sentence) {
        err().println("note: " + sentence);
        err().flush();
    }

    /** The writer for how the work goes on, which {@code --quiet} silences. */
    final PrintWriter progress() {
        return quiet ? new PrintWriter(Writer.nullWriter()) : err();
    }

    /** Does the work. */
    abstract Answer answer();

    /** How long a command that keeps something may take to stop, s; 0 where it ends at once. */
    long patienceSeconds() {
        return 0;
    }

    /** The signal that asks this command to stop. */
    final Interruption interruption() {
        return Objects.requireNonNull(interruption, "the command is not at work");
    }

    @Override
    public final Integer call() {
        try (Interruption signal = patienceSeconds() > 0
                ? Interruption.inOrder(err(), patienceSeconds())
                : Interruption.atOnce(err(), "interrupted: nothing was written; begin again: " + commandLine())) {
            interruption = signal;
            return signal.guarded(this::answered, debug);
        }
    }

    private int answered() {
        Answer answer = answer();
        PrintWriter out = out();
        if (json) {
            out.println(JsonText.of(answer.json()));
        } else {
            answer.print(out);
        }
        out.flush();
        return answer.exitCode().number();
    }
}
