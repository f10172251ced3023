package catallaxy.scenarios.folder;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A run folder that cannot be read, told in one sentence: which file and line, what was expected, what was found.
 * Thrown for corrupt data only; a file that merely stops early, as after a crash, is reported and not an error.
 */
public final class FolderException extends IOException {

    private static final long serialVersionUID = 1L;

    /** With the sentence. */
    public FolderException(String message) {
        super(message);
    }

    /** A fault in line {@code line} (from 1) of {@code file}. */
    public static FolderException at(Path file, long line, String expected, String found) {
        return new FolderException(file + ":" + line + ": expected " + expected + ", found " + shortened(found));
    }

    /** A fault of the value under {@code key} in the JSON file {@code file}. */
    public static FolderException atKey(Path file, String key, String expected, Object found) {
        return new FolderException(
                file + ": expected " + expected + " under \"" + key + "\", found " + shortened(String.valueOf(found)));
    }

    private static String shortened(String found) {
        String line = found.replaceAll("\\p{Cntrl}", "·");
        return line.length() <= 80 ? "\"" + line + "\"" : "\"" + line.substring(0, 77) + "…\"";
    }
}
