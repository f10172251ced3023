package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.UserError;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class FileNameEncodingTest {
    @Test
    void utf8TakesAnyName() {
        FileNameEncoding encoding = new FileNameEncoding(StandardCharsets.UTF_8, "jürgen");
        assertThatCode(() -> encoding.require(new String[] {"run", "ausgäng", "日本", "\ud83d\ude00"}))
                .doesNotThrowAnyException();
    }

    @Test
    void aNameThatTheLocaleCannotWriteIsOneMessage() {
        FileNameEncoding encoding = new FileNameEncoding(StandardCharsets.US_ASCII, "here");
        assertThatThrownBy(() -> encoding.require(new String[] {"run", "ausg\ufffd\ufffdng"}))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessageStartingWith("cannot read the argument ausg??ng: this JVM takes names as US-ASCII")
                .hasMessageContaining("LC_ALL=C.UTF-8");
    }

    @Test
    void soIsTheFolderInWhichItStarts() {
        assertThatThrownBy(() -> new FileNameEncoding(StandardCharsets.US_ASCII, "j\u00fcrgen").require(new String[0]))
                .hasMessageStartingWith("cannot read the folder j");
    }
}
