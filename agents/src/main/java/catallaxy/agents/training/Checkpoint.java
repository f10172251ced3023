package catallaxy.agents.training;

import catallaxy.environment.base.state.CorruptStateException;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A folder from which training goes on bit for bit: {@code tensors.safetensors} with parameters, optimiser and normaliser,
 * {@code state.bin} with all else, and {@code manifest.json}, which says where they come from and holds their checksums and
 * its own. Nothing in the first two depends on the clock or on the machine's names.
 *
 * @param manifest where it comes from and how far it came
 * @param snapshot what training goes on from
 */
public record Checkpoint(CheckpointManifest manifest, Snapshot snapshot) {
    static final String TENSORS = "tensors.safetensors";
    static final String STATE = "state.bin";
    static final String MANIFEST = "manifest.json";

    /** The files of a checkpoint by name. */
    static Map<String, byte[]> files(CheckpointManifest.Origin origin, Snapshot snapshot) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(TENSORS, Safetensors.write(snapshot.tensors()));
        files.put(STATE, snapshot.state());
        Map<String, String> checksums = new LinkedHashMap<>();
        files.forEach((name, bytes) -> checksums.put(name, ChecksummedJson.sha256(bytes)));
        CheckpointManifest manifest = new CheckpointManifest(origin, snapshot.progress());
        files.put(MANIFEST, manifest.write(snapshot.tensors(), checksums));
        return files;
    }

    /**
     * Reads a checkpoint's folder.
     *
     * @throws CorruptStateException in one line: what is wrong with which file
     */
    public static Checkpoint read(Path folder) {
        Config json = manifest(folder);
        CheckpointManifest manifest = CheckpointManifest.of(json);
        byte[] tensors = checked(folder.resolve(TENSORS), json);
        byte[] state = checked(folder.resolve(STATE), json);
        return new Checkpoint(manifest, new Snapshot(manifest.progress(), Safetensors.read(tensors), state));
    }

    /**
     * Reads where a checkpoint comes from, and nothing else of it.
     *
     * @throws CorruptStateException as {@link #read}
     */
    public static CheckpointManifest readManifest(Path folder) {
        return CheckpointManifest.of(manifest(folder));
    }

    private static Config manifest(Path folder) {
        Path file = folder.resolve(MANIFEST);
        byte[] written = bytes(file);
        try {
            return ChecksummedJson.read(written);
        } catch (CorruptStateException damaged) {
            throw new CorruptStateException(file + ": " + damaged.getMessage());
        }
    }

    private static byte[] checked(Path file, Config manifest) {
        byte[] bytes = bytes(file);
        String expected = expectedChecksum(file, manifest);
        if (!ChecksummedJson.sha256(bytes).equals(expected)) {
            throw new CorruptStateException(file + ": its checksum does not fit the manifest: truncated or altered");
        }
        return bytes;
    }

    private static String expectedChecksum(Path file, Config manifest) {
        try {
            return manifest.getConfig("files")
                    .getString(ConfigUtil.quoteString(file.getFileName().toString()));
        } catch (ConfigException absent) {
            throw new CorruptStateException(file + ": the manifest has no checksum of it");
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new CorruptStateException(file + ": " + (Files.exists(file) ? "unreadable" : "missing"));
        }
    }
}
