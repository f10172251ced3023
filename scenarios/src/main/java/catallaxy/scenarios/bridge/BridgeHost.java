package catallaxy.scenarios.bridge;

import catallaxy.scenarios.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the command line knows and a bridge asks it for. */
public interface BridgeHost {
    /**
     * The file of a scenario.
     *
     * @param scenario as the user calls it
     * @throws UserError if there is none
     */
    Path file(String scenario);

    /**
     * Settings by key.
     *
     * @param words {@code key=value}
     * @throws UserError if one has another form, or a key is there twice
     */
    Map<String, String> settings(List<String> words);

    /** Of the program. */
    String version();

    /** What the other side is told of what went wrong: {@code error} and {@code exitCode}. */
    Map<String, ?> told(Throwable error);
}
