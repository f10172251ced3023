package catallaxy.scenarios.command;

import java.nio.file.Path;

/** The checkout that the launcher started from. */
final class ProgramHome {
    private ProgramHome() {}

    /** The checkout's root folder; the working directory where no launcher named one. */
    static Path root() {
        return Path.of(System.getProperty("catallaxy.root", ""))
                .toAbsolutePath()
                .normalize();
    }

    /** Where the shipped scenario files lie. */
    static Path scenarios() {
        return root().resolve("scenarios");
    }

    /** Where recorded market data and protocol vectors may lie, beside the checkout; often absent. */
    static Path recordings() {
        return root().resolveSibling("shared");
    }
}
