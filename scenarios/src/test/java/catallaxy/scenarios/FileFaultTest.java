package catallaxy.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.junit.jupiter.api.Test;

final class FileFaultTest {
    @Test
    void eachIsAClauseForAUser() {
        assertThat(FileFault.text(new NoSuchFileException("a/b"))).isEqualTo("a/b: no such file or folder");
        assertThat(FileFault.text(new AccessDeniedException("a/b"))).isEqualTo("a/b: permission denied");
        assertThat(FileFault.text(new NotDirectoryException("a/b"))).isEqualTo("a/b: not a folder");
        assertThat(FileFault.text(new FileSystemException("a/b", null, "Read-only file system")))
                .isEqualTo("a/b: read-only file system");
        assertThat(FileFault.text(new IOException("No space left on device"))).isEqualTo("no space left on device");
        assertThat(FileFault.text(new IOException(""))).isEqualTo("cannot read or write");
        assertThat(FileFault.text(new IOException())).isEqualTo("cannot read or write");
    }
}
