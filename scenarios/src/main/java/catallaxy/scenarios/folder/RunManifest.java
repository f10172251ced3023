package catallaxy.scenarios.folder;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What made a run and how it ended: the file {@code manifest.json}. Unknown text is empty.
 *
 * @param checkpoints  of the trained policies, by agent
 * @param data         what was found in the candle files of replayed assets
 * @param configDigest of the resolved scenario
 * @param status       {@code running}, {@code completed}, {@code failed}, {@code interrupted}, or empty where unknown
 * @param digest       of the trace; empty unless the run is complete
 * @param started      an instant of ISO 8601, as {@code finished}
 * @param reason       why it failed or was interrupted
 * @param failedAgents that failed at a decision
 * @param command      the command line that makes the same run again
 */
public record RunManifest(
        String catallaxy,
        String commit,
        String jdk,
        String os,
        String processor,
        String scenario,
        String source,
        OptionalLong seed,
        String driver,
        Map<String, Checkpoint> checkpoints,
        List<DataNote> data,
        String configDigest,
        String status,
        String digest,
        String started,
        String finished,
        String command,
        String reason,
        List<String> failedAgents) {
    /** Where a trained policy was read from, and the SHA-256 of its manifest. */
    public record Checkpoint(String path, String sha256) {}

    /** Whether the run says that it reached its end. */
    public boolean completed() {
        return status.equals("completed");
    }

    /** The manifest of the same run when it is over. */
    public RunManifest ended(String how, String traceDigest, String why, List<String> failed, Instant when) {
        return new RunManifest(
                catallaxy,
                commit,
                jdk,
                os,
                processor,
                scenario,
                source,
                seed,
                driver,
                checkpoints,
                data,
                configDigest,
                how,
                traceDigest,
                started,
                when.toString(),
                command,
                why,
                failed);
    }
}
