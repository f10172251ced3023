package catallaxy.scenarios.folder;

/** What a run of any kind came to; a record of one of the files {@code summary.json}. */
public interface RunResult {
    /** The folder that the run left. */
    String runFolder();
}
