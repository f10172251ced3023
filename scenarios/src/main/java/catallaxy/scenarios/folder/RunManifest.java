package catallaxy.scenarios.folder;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What made a run and how it ended: the file {@code manifest.json}. Unknown text is empty.
 *
 * @param processor   of the machine
 * @param checkpoints of the trained policies, by agent
 * @param data        what was found in the candle files of replayed assets
 * @param command     the command line that makes the same run again
 */
public record RunManifest(
        @Inline Program program,
        String processor,
        @Inline Subject subject,
        Map<String, Checkpoint> checkpoints,
        List<DataNote> data,
        @Inline Course course,
        String command) {
    /**
     * What is run.
     *
     * @param source       the file of the scenario
     * @param configDigest of the resolved scenario
     */
    public record Subject(String scenario, String source, OptionalLong seed, String driver, String configDigest) {}

    /** Where a trained policy was read from, and the SHA-256 of its manifest. */
    public record Checkpoint(String path, String sha256) {}

    /**
     * How it goes.
     *
     * @param status       {@code running}, {@code completed}, {@code failed}, {@code interrupted}, or empty where unknown
     * @param digest       of the trace; empty unless the run is complete
     * @param started      an instant of ISO 8601, as {@code finished}
     * @param reason       why it failed or was interrupted
     * @param failedAgents that failed at a decision
     */
    public record Course(
            String status, String digest, String started, String finished, String reason, List<String> failedAgents) {
        /** Of a run that begins. */
        public static Course begun(Instant when) {
            return new Course("running", "", when.toString(), "", "", List.of());
        }

        /** Of the run when it is over. */
        public Course ended(String how, String traceDigest, String why, List<String> failed, Instant when) {
            return new Course(how, traceDigest, started, when.toString(), why, failed);
        }
    }

    /** Whether the run says that it reached its end. */
    public boolean completed() {
        return course.status().equals("completed");
    }

    /** The manifest of the same run when it is over. */
    public RunManifest ended(String how, String traceDigest, String why, List<String> failed, Instant when) {
        Course over = course.ended(how, traceDigest, why, failed, when);
        return new RunManifest(program, processor, subject, checkpoints, data, over, command);
    }
}
