package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunsFolderTest {
    @TempDir
    Path folder;

    @Test
    void aFolderIsTakenWhetherItExistsOrNot() {
        assertThat(new RunsFolder(folder).obstacle()).isEmpty();
        assertThat(new RunsFolder(folder.resolve("a b/ä/c")).obstacle()).isEmpty();
        assertThat(new RunsFolder(folder.resolve("a/../b")).obstacle()).isEmpty();
        assertThat(folder).as("what looking leaves behind").isEmptyDirectory();
    }

    @Test
    void aFileIsNoFolderNorIsWhatIsBelowIt() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(new RunsFolder(file).obstacle())
                .hasValue("no run folder can appear in " + file + ": " + file + " is not a folder");
        assertThat(new RunsFolder(file.resolve("a/b")).obstacle())
                .hasValue("no run folder can appear in " + file.resolve("a/b") + ": " + file + " is not a folder");
        assertThat(new RunsFolder(Path.of("/dev/full")).obstacle()).isPresent();
    }

    @Test
    void aLinkIsWhatItPointsTo() throws IOException {
        Path good = Files.createSymbolicLink(folder.resolve("good"), Files.createDirectory(folder.resolve("real")));
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("nowhere"));
        assertThat(new RunsFolder(good.resolve("new")).obstacle()).isEmpty();
        assertThat(new RunsFolder(dangling).obstacle().orElseThrow()).endsWith(dangling + " is not a folder");
    }

    @Test
    void aFolderThatTakesNoFilesIsRefused() {
        Path kernels = Path.of("/proc");
        assumeTrue(Files.isDirectory(kernels));
        assertThatThrownBy(() -> new RunsFolder(kernels.resolve("runs")).require())
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.FAILED))
                .hasMessageStartingWith("no run folder can appear in /proc/runs: /proc: ")
                .hasMessageEndingWith("\nname another folder with --out");
    }

    @Test
    void aReadOnlyFolderIsRefusedToWhoeverMayNotWriteIt() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeTrue(!Files.isWritable(folder), "the tests run as one who may write everywhere");
        assertThat(new RunsFolder(folder).obstacle())
                .hasValue("no run folder can appear in " + folder + ": " + folder + ": permission denied");
    }

    @Test
    void whereNothingCanAppearNothingIsLeft() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> ShortRun.of(ShortRun.twoChains("1 m"), 1, file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is not a folder");
        assertThat(folder.toFile().list()).containsExactly("file");
    }

    @Test
    void usableBytesAreThoseOfTheFolderThatExists() {
        assertThat(new RunsFolder(folder.resolve("a/b")).usableBytes()).isPositive();
    }
}
