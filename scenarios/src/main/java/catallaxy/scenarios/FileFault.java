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
        boolean named = fault instanceof FileSystemException system && system.getFile() != null && hasReason(system);
        return named ? ((FileSystemException) fault).getFile() + ": " + reason(fault) : reason(fault);
    }

    private static boolean hasReason(FileSystemException fault) {
        return fault.getReason() != null
                || fault instanceof NoSuchFileException
                || fault instanceof AccessDeniedException
                || fault instanceof NotDirectoryException;
    }

    /** The reason alone, in lower case. */
    public static String reason(IOException fault) {
        String message = fault.getMessage() == null || fault.getMessage().isEmpty()
                ? "cannot read or write"
                : fault.getMessage();
        return switch (fault) {
            case NoSuchFileException _ -> "no such file or folder";
            case AccessDeniedException _ -> "permission denied";
            case NotDirectoryException _ -> "not a folder";
            case FileSystemException other
            when other.getReason() != null -> other.getReason().toLowerCase(Locale.ROOT);
            default -> message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
        };
    }
}
