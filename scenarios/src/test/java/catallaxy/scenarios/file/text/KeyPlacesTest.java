package catallaxy.scenarios.file.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyPlacesTest {
    @TempDir
    Path folder;

    private KeyPlaces places(String text, Map<String, String> overrides) throws IOException {
        return KeyPlaces.of(Files.writeString(folder.resolve("s.conf"), text), overrides);
    }

    @Test
    void aKeyIsWhereItIsWrittenOrWhereItsSectionIs() throws IOException {
        Files.writeString(folder.resolve("part.conf"), "\n\nchains.two { kind = rollup }\n");
        KeyPlaces places = places("""
                include "part.conf"
                seed = 1

                chains {
                  one {
                    kind = l1
                  }
                }
                """, Map.of("duration", "1 h", "chains.one.block-time", "2 s"));
        String file = folder.resolve("s.conf").toString();
        assertThat(places.place("seed")).isEqualTo(file + ":2");
        assertThat(places.place("chains.one.kind")).isEqualTo(file + ":6");
        assertThat(places.place("chains.one.kind.further")).isEqualTo(file + ":6");
        assertThat(places.place("chains.two.kind")).endsWith("part.conf:3");
        assertThat(places.place("chains.two.block-time")).endsWith("part.conf:3");
        assertThat(places.place("absent")).isEqualTo(file + ":1");
        assertThat(places.place("duration")).isEqualTo("command line");
        assertThat(places.place("chains.one.block-time")).isEqualTo("command line");
    }

    @Test
    void aMistakeNamesPlaceAndKey() throws IOException {
        assertThat(places("\nseed = 1\n", Map.of()).problem("seed", "is odd"))
                .isEqualTo(new Problem(folder.resolve("s.conf") + ":2", "seed", "is odd"));
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        Path absent = folder.resolve("absent.conf");
        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() -> KeyPlaces.of(absent, Map.of()))
                .withMessage(absent + ": file: expected a file, found none");
    }
}
