package catallaxy.scenarios.sweep;

import catallaxy.scenarios.UserError;
import catallaxy.scenarios.folder.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Does one run of a sweep after the other, on any thread.
 *
 * @param <S> what a run comes to
 */
public interface SweepWorker<S extends Record & RunResult> {
    /**
     * What is to be done.
     *
     * @param settings that replace the scenario's
     * @param parent   folder below which the run folder is made
     */
    record Task(Path scenario, Map<String, String> settings, Path parent) {}

    /**
     * What a new run comes to.
     *
     * @throws UserError if it was interrupted, by which the sweep ends, or has failed
     */
    S begin(Task task) throws IOException;

    /**
     * What a run comes to that was begun before and has not ended.
     *
     * @param folder that it has left
     * @throws UserError if it was interrupted, by which the sweep ends, or has failed
     */
    S goOn(Task task, Path folder) throws IOException;
}
