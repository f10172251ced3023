package catallaxy.scenarios;

/** What the process tells its caller: the exit codes of every command. */
public enum ExitCode {
    OK(0, "done"),
    FAILED(1, "the run failed, or a check found differences"),
    USAGE(2, "wrong usage or invalid scenario"),
    INTERRUPTED(3, "interrupted; the message says what is kept and how to go on"),
    SAFETY_STOP(4, "safety stop of a live run"),
    CORRUPT(5, "corrupt data");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** The number that the process exits with. */
    public int number() {
        return number;
    }

    /** One clause in plain words. */
    public String meaning() {
        return meaning;
    }
}
