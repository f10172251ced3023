package catallaxy.scenarios.report;

/**
 * Why a run has no figure where runs are compared. Immutable.
 *
 * @param reason in words, of one line; what follows a semicolon, such as the place of a run's checkpoint, is left out
 */
public record Absence(Kind kind, String reason) {
    /** What keeps a figure away. */
    public enum Kind {
        /** The run ended with an error, for example because its training diverged. */
        FAILED("failed"),
        /** The run was interrupted, killed, or still goes on. */
        UNFINISHED("unfinished"),
        /** The run has ended, but its figure is no finite number. */
        UNSCORED("without a score"),
        /** Another of the runs has the same configuration and the same seed. */
        REPEATED("repeated");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As it is shown after a number of runs. */
        public String word() {
            return word;
        }
    }

    public Absence {
        reason = reason.lines().findFirst().orElse("").replaceFirst(";.*", "").strip();
    }

    /** A run that ended with an error. */
    public static Absence failed(String reason) {
        return new Absence(Kind.FAILED, reason);
    }

    /** A run of a sweep that was not begun, or not to its end. */
    public static Absence unfinished() {
        return new Absence(Kind.UNFINISHED, "not begun, or not to its end");
    }

    /** A run whose figure is no finite number. */
    public static Absence unscored(String reason) {
        return new Absence(Kind.UNSCORED, reason);
    }
}
