package catallaxy.scenarios.run;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Notices when a folder that is being written, or a file that grows in it, was removed or has another in its place. To the program
 * that writes, such a file looks as ever: what goes into it is lost.
 */
public final class FolderGuard {
    private final Path folder;
    private final Map<Path, Object> keys = new LinkedHashMap<>();

    private FolderGuard(Path folder) {
        this.folder = folder;
    }

    /** Remembers a folder and files of it as they are. */
    public static FolderGuard of(Path folder, List<Path> files) throws IOException {
        FolderGuard guard = new FolderGuard(folder);
        guard.keys.put(folder, guard.key(folder));
        for (Path file : files) {
            guard.keys.put(file, guard.key(file));
        }
        return guard;
    }

    /**
     * Checks the folder.
     *
     * @throws FileSystemException if it is not the one that was remembered
     */
    public void requireFolder() throws IOException {
        require(folder);
    }

    /**
     * Checks the folder and its files.
     *
     * @throws FileSystemException if one of them is not the one that was remembered
     */
    public void require() throws IOException {
        for (Path each : keys.keySet()) {
            require(each);
        }
    }

    private void require(Path path) throws IOException {
        if (!Objects.equals(key(path), keys.get(path))) {
            throw gone(path);
        }
    }

    /** What tells a file from another of the same name; the same for all where the system has no such thing. */
    private Object key(Path path) throws IOException {
        try {
            @Nullable
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return key == null ? "present" : key;
        } catch (IOException absent) {
            throw gone(path);
        }
    }

    private static FileSystemException gone(Path path) {
        return new FileSystemException(path.toString(), null, "removed or replaced while it was being written");
    }
}
