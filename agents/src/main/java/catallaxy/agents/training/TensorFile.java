package catallaxy.agents.training;

import catallaxy.agents.learning.TensorStore;
import catallaxy.environment.base.state.CorruptStateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Named tensors in one file of the safetensors format, which is written whole or not at all. */
public final class TensorFile {
    private TensorFile() {}

    /** Writes tensors, in place of what was there. */
    public static void write(Path file, TensorStore tensors) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path whole = Files.createTempFile(folder, ".tensors", null);
        try {
            Files.write(whole, Safetensors.write(tensors));
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /**
     * The tensors of a file.
     *
     * @throws CorruptStateException if it is none of the format
     */
    public static TensorStore read(Path file) throws IOException {
        return Safetensors.read(Files.readAllBytes(file));
    }
}
