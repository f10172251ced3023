package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderGuardTest {
    @TempDir
    Path parent;

    private Path folder = Path.of("");
    private Path growing = Path.of("");

    @BeforeEach
    void files() throws IOException {
        folder = Files.createDirectory(parent.resolve("run"));
        growing = Files.writeString(folder.resolve("metrics.jsonl"), "{}\n");
    }

    private FolderGuard guard() throws IOException {
        return FolderGuard.of(folder, List.of(growing));
    }

    private static void assertGone(Path file, ThrowingCallable check) {
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(check)
                .withMessage(file + ": removed or replaced while it was being written");
    }

    @Test
    void growthAndOtherFilesAreNoChange() throws IOException {
        FolderGuard guard = guard();
        Files.writeString(growing, "{}\n", StandardOpenOption.APPEND);
        Files.writeString(folder.resolve("other"), "x");
        assertThatCode(guard::require).doesNotThrowAnyException();
        assertThatCode(guard::requireFolder).doesNotThrowAnyException();
    }

    @Test
    void aFileThatWasRemovedIsNamed() throws IOException {
        FolderGuard guard = guard();
        Files.delete(growing);
        assertGone(growing, guard::require);
        assertThatCode(guard::requireFolder).doesNotThrowAnyException();
    }

    @Test
    void anotherFileOfTheSameNameAndTextIsNotTheFile() throws IOException {
        FolderGuard guard = guard();
        Path other = Files.writeString(folder.resolve("other"), "{}\n");
        Files.move(other, growing, StandardCopyOption.REPLACE_EXISTING);
        assertGone(growing, guard::require);
    }

    @Test
    void anotherFolderInItsPlaceIsNotTheFolder() throws IOException {
        FolderGuard guard = guard();
        Files.move(folder, parent.resolve("moved"));
        assertGone(folder, guard::requireFolder);
        Files.createDirectory(folder);
        Files.move(parent.resolve("moved/metrics.jsonl"), growing);
        assertGone(folder, guard::requireFolder);
        assertGone(folder, guard::require);
    }

    @Test
    void whatIsNotThereCannotBeGuarded() {
        Path absent = folder.resolve("absent");
        assertGone(absent, () -> FolderGuard.of(folder, List.of(absent)));
    }
}
