package catallaxy.scenarios.command;

import catallaxy.scenarios.JsonText;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** A command that ends with one {@link Answer}, as text or, with {@code --json}, as one JSON object. */
abstract class AnsweringCommand extends Subcommand {
    @Option(names = "--json", description = "Print one JSON object last on standard output.")
    boolean json;

    /** Says something beside the answer, on standard error. */
    final void note(String sentence) {
        err().println("note: " + sentence);
        err().flush();
    }

    /** Does the work. */
    abstract Answer answer();

    @Override
    public final Integer call() {
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
