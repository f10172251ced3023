package catallaxy.scenarios.house;

/** A place where the repository breaks one of its rules. */
record Violation(String file, long line, String what) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + what;
    }
}
