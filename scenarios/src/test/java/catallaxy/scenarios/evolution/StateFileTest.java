package catallaxy.scenarios.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.state.CorruptStateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
    @TempDir
    Path folder;

    private StateFile written() throws IOException {
        StateFile state = new StateFile(folder.resolve("evolution.state"));
        state.write(out -> out.int64(7).text("seven"));
        return state;
    }

    @Test
    void readsWhatItWrote() throws IOException {
        StateFile state = written();
        assertThat(state.exists()).isTrue();
        state.read(in -> {
            assertThat(in.int64()).isEqualTo(7);
            assertThat(in.text()).isEqualTo("seven");
        });
        assertThat(folder.toFile().list()).containsExactly("evolution.state");
    }

    @Test
    void everyChangedByteIsSeen() throws IOException {
        StateFile state = written();
        byte[] bytes = Files.readAllBytes(state.file());
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            Files.write(state.file(), changed);
            assertThatThrownBy(() -> state.read(in -> {
                        in.int64();
                        in.text();
                    }))
                    .as("byte %d", i)
                    .isInstanceOf(CorruptStateException.class);
        }
    }

    @Test
    void whatIsCutOffOrReadOnlyInPartIsSeen() throws IOException {
        StateFile state = written();
        assertThatThrownBy(() -> state.read(in -> assertThat(in.int64()).isEqualTo(7)))
                .isInstanceOf(CorruptStateException.class);
        Files.write(state.file(), new byte[] {1, 2, 3});
        assertThatThrownBy(() -> state.read(_ -> {})).isInstanceOf(CorruptStateException.class);
    }
}
