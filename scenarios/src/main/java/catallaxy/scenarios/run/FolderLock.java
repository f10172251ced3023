package catallaxy.scenarios.run;

import catallaxy.scenarios.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a folder for one writer at a time. The operating system takes the lock back when its process ends, however it ends. */
public final class FolderLock implements AutoCloseable {
    private final FileChannel file;

    private FolderLock(FileChannel file) {
        this.file = file;
    }

    /**
     * Takes the lock of a folder.
     *
     * @throws UserError if another has it (usage)
     */
    public static FolderLock of(Path folder) throws IOException {
        FileChannel file =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!taken(file)) {
            file.close();
            throw UserError.usage(folder + ": is being worked on already, maybe by a process that outlived its sweep");
        }
        return new FolderLock(file);
    }

    private static boolean taken(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException heldHere) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
