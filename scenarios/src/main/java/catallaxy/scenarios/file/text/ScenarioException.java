package catallaxy.scenarios.file.text;

import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.UserError;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A scenario that cannot be used; the message has one line for each {@link Problem}. */
public final class ScenarioException extends UserError {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * Of a scenario with these problems; its exit code is {@link ExitCode#USAGE}.
     *
     * @param problems at least one, in the order of the file
     */
    public ScenarioException(List<Problem> problems) {
        super(ExitCode.USAGE, problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Of a scenario with one problem. */
    public ScenarioException(String place, String key, String message) {
        this(List.of(new Problem(place, key, message)));
    }

    /** The mistakes, in the order in which they were found. */
    public List<Problem> problems() {
        return problems;
    }
}
