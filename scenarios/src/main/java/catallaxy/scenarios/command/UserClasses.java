package catallaxy.scenarios.command;

import catallaxy.scenarios.UserError;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where agents and kinds of venues, roles, factors, learners and charts of the user's own are found. */
final class UserClasses {
    @Option(
            names = "--classpath",
            paramLabel = "JARS",
            description =
                    "Jars with agents, venues, roles, factors, learners and charts of your own, separated as in Java's class"
                            + " path.")
    @Nullable
    String classpath;

    /**
     * Checks that the launcher could put every jar on the class path.
     *
     * @throws UserError naming the first that is absent
     */
    void requireJars() {
        if (classpath == null) {
            return;
        }
        for (String jar : classpath.split(Pattern.quote(File.pathSeparator), -1)) {
            String folder = jar.endsWith("/*") ? jar.substring(0, jar.length() - 2) : jar;
            if (!jar.isEmpty() && !Files.exists(Path.of(folder))) {
                throw UserError.usage("--classpath: no such jar or folder: " + jar);
            }
        }
    }

    /** Loads them. */
    ClassLoader loader() {
        return ClassLoader.getSystemClassLoader();
    }
}
