package catallaxy.environment.market.conformance;

import java.util.Optional;

/**
 * What the replay of one vector file found.
 *
 * @param file name without folder
 * @param cases rows replayed
 * @param failures rows among them of which a field differed
 * @param firstFailure the first field that differed
 * @param message why the file is unsupported or corrupt; empty if it was checked
 */
public record FileResult(
        String file, long cases, long failures, Status status, Optional<Difference> firstFailure, String message) {
    /** Whether the file was replayed. */
    public enum Status {
        /** Every row was replayed. */
        CHECKED,
        /** No replay knows these columns; nothing was checked. */
        UNSUPPORTED,
        /** The file broke off or holds something that is no vector; rows before that were replayed. */
        CORRUPT;

        /** The name in reports. */
        public String label() {
            return switch (this) {
                case CHECKED -> "checked";
                case UNSUPPORTED -> "unsupported";
                case CORRUPT -> "corrupt";
            };
        }
    }

    /**
     * A field that the engine answered otherwise than the recording.
     *
     * @param line line of the row in the file, from 1
     * @param field column name
     */
    public record Difference(long line, String field, String expected, String actual) {}

    static FileResult unsupported(String file, String message) {
        return new FileResult(file, 0, 0, Status.UNSUPPORTED, Optional.empty(), message);
    }
}
