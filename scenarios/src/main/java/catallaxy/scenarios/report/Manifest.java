package catallaxy.scenarios.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What produced a run and how it ended: the file {@code manifest.json}. Unknown text is empty. Immutable.
 *
 * @param status {@code running}, {@code completed}, {@code failed}, {@code interrupted}, or empty where unknown
 * @param reason why it failed or was interrupted
 * @param data what was found in the candle files of replayed assets
 * @param command the command line that makes the same run again
 */
public record Manifest(
        String catallaxy,
        String commit,
        String jdk,
        String os,
        String scenario,
        String seed,
        String driver,
        String configDigest,
        String status,
        String digest,
        String started,
        String finished,
        String reason,
        List<DataFile> data,
        String command) {
    public Manifest {
        data = List.copyOf(data);
    }

    static Manifest of(Optional<JsonObject> document, Path file) throws ReportException {
        JsonObject json = document.orElse(JsonObject.empty(file));
        return new Manifest(
                json.text("catallaxy"),
                json.text("commit"),
                json.text("jdk"),
                json.text("os"),
                json.text("scenario"),
                json.text("seed"),
                json.text("driver"),
                json.text("configDigest"),
                json.text("status"),
                json.text("digest"),
                json.text("started"),
                json.text("finished"),
                json.text("reason"),
                DataFile.of(json),
                json.text("command"));
    }

    /** Whether the run says that it reached its end. */
    public boolean completed() {
        return status.equals("completed");
    }
}
