package catallaxy.scenarios.file.text;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The folders from which a scenario may include files: the two topmost folders of its path with all that lies in
 * them, such as a user's home, or the working folder where that holds the scenario and is larger. Links do not lead out of it.
 *
 * @param root its topmost folder
 */
record Tree(Path root) {
    private static final int TOP = 2;

    /** The tree of a scenario in this folder. */
    static Tree around(Path folder) {
        Path own = folder.toAbsolutePath().normalize();
        Path working = Path.of("").toAbsolutePath();
        Path top = own.getNameCount() <= TOP
                ? own
                : own.getRoot() == null ? own : own.getRoot().resolve(own.subpath(0, TOP));
        return new Tree(top.startsWith(working) && working.getNameCount() > 0 ? working : top);
    }

    /** Whether a file that exists lies in it. */
    boolean holds(Path file) throws IOException {
        return file.toRealPath().startsWith(root.toRealPath());
    }
}
