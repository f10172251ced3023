package catallaxy.scenarios;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/** Why a file could not be read or written, in words for the user. */
public final class FileFault {
    private FileFault() {}

    /** Names the file where the system did, and the reason; starts in lower case or with the file. */
    public static String text(IOException fault) {
        String message = fault.getMessage() == null || fault.getMessage().isEmpty()
                ? "cannot read or write"
                : fault.getMessage();
        return switch (fault) {
            case NoSuchFileException absent -> absent.getFile() + ": no such file or folder";
            case AccessDeniedException denied -> denied.getFile() + ": permission denied";
            case NotDirectoryException other -> other.getFile() + ": not a folder";
            case FileSystemException other
            when other.getReason() != null ->
                other.getFile() + ": " + other.getReason().toLowerCase(Locale.ROOT);
            default -> message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
        };
    }
}
