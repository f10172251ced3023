package catallaxy.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChecksumsTest {
    private static final int LENGTH = 10_000;

    @TempDir
    Path folder;

    private Path large;
    private Path small;
    private byte[] bytes;

    @BeforeEach
    void write() throws IOException {
        bytes = new byte[LENGTH];
        new Random(1).nextBytes(bytes);
        large = Files.write(folder.resolve("large.bin"), bytes);
        small = Files.writeString(folder.resolve("small.txt"), "a line\n");
        Checksums.write(folder, List.of(large, small, folder.resolve("absent")));
    }

    @Test
    void wholeFilesPass() {
        assertThatCode(() -> Checksums.require(folder)).doesNotThrowAnyException();
    }

    @Test
    void aFolderWithoutChecksumsIsNotChecked() throws IOException {
        Checksums.remove(folder);
        Files.delete(large);
        assertThatCode(() -> Checksums.require(folder)).doesNotThrowAnyException();
    }

    @Test
    void aFlippedBitIsFoundInItsBlock() throws IOException {
        bytes[5000] ^= 1;
        Files.write(large, bytes);
        refuses(large + ": damaged between bytes 4096 and 8192: ");
    }

    @Test
    void theLastBlockEndsWithTheFile() throws IOException {
        bytes[LENGTH - 1] ^= 1;
        Files.write(large, bytes);
        refuses(large + ": damaged between bytes 8192 and 10000: ");
    }

    @Test
    void aTruncatedFileEndsTooEarly() throws IOException {
        Files.write(large, Arrays.copyOf(bytes, 9000));
        refuses(large + ": damaged at byte 9000, where it ends before its 10000 bytes");
        Files.write(large, new byte[0]);
        refuses(large + ": damaged at byte 0, where it ends before its 10000 bytes");
    }

    @Test
    void appendedBytesAreBehindTheEnd() throws IOException {
        Files.write(large, Arrays.copyOf(bytes, LENGTH + 3));
        refuses(large + ": damaged at byte 10000, behind which something was added");
    }

    @Test
    void aMissingFileIsRefusedUnlessItMayBe() throws IOException {
        Files.delete(small);
        refuses(small + ": missing");
        assertThatCode(() -> Checksums.requireOfPresent(folder)).doesNotThrowAnyException();
    }

    @Test
    void aFileInAnothersPlaceIsRefused() throws IOException {
        Files.copy(small, large, StandardCopyOption.REPLACE_EXISTING);
        refuses(large.toString());
    }

    @Test
    void everyBitOfTheChecksumsThemselvesCounts() throws IOException {
        Path file = folder.resolve(Checksums.FILE);
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length - 1; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << at % 7);
            Files.write(file, flipped);
            int place = at;
            assertThatThrownBy(() -> Checksums.require(folder))
                    .as(() -> "byte " + place)
                    .isInstanceOfSatisfying(
                            UserError.class,
                            error -> assertThat(error.exitCode()).isEqualTo(ExitCode.CORRUPT));
        }
    }

    @Test
    void everyTruncationOfTheChecksumsIsRefused() throws IOException {
        Path file = folder.resolve(Checksums.FILE);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length - 1; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Checksums.require(folder))
                    .as("%d bytes", length)
                    .isInstanceOf(UserError.class);
        }
    }

    private void refuses(String message) {
        assertThatThrownBy(() -> Checksums.require(folder))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.CORRUPT))
                .hasMessageContaining(message);
    }
}
