package catallaxy.scenarios.run;

import catallaxy.scenarios.FileFault;
import catallaxy.scenarios.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which run folders appear. It need not exist: the first run makes it.
 *
 * @param path as the user named it
 */
public record RunsFolder(Path path) {
    /** As much as the smallest file of a run needs on the disk. */
    private static final int PROBE_BYTES = 4096;

    /**
     * Why no run folder can appear here, if so. To find out, a file is written to the folder, or to that in which it would be made,
     * and removed.
     */
    public Optional<String> obstacle() {
        Path folder = path.toAbsolutePath().normalize();
        while (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        String reason = Files.isDirectory(folder) ? reason(folder) : folder + " is not a folder";
        return Optional.ofNullable(reason).map(why -> "no run folder can appear in %s: %s".formatted(path, why));
    }

    private static @Nullable String reason(Path folder) {
        try {
            Path probe = Files.createTempFile(folder, ".catallaxy-", ".probe");
            try {
                Files.write(probe, new byte[PROBE_BYTES]);
            } finally {
                Files.delete(probe);
            }
            return null;
        } catch (IOException unwritable) {
            return folder + ": " + FileFault.reason(unwritable);
        }
    }

    /** Bytes that a run may write here. */
    public long usableBytes() {
        Path folder = path.toAbsolutePath().normalize();
        while (!Files.isDirectory(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return folder.toFile().getUsableSpace();
    }

    /**
     * Checks that a run folder can appear here.
     *
     * @throws UserError (failed) saying why not
     */
    public void require() {
        obstacle().ifPresent(why -> {
            throw UserError.failed(why + "\nname another folder with --out");
        });
    }
}
