package catallaxy.scenarios.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonFileTest {
    private static final String WHOLE = """
            {"seed": 7, "price": "0.1", "ready": true, "names": ["a", "b"],
             "parts": [{"n": 1}, {"n": 2}], "by": {"x": 1.5}, "none": null}
            """;

    @TempDir
    Path work;

    private final List<String> notes = new ArrayList<>();

    private JsonObject read(String text) throws IOException {
        Path file = Files.writeString(work.resolve("summary.json"), text);
        return JsonFile.read(file, notes::add).orElse(JsonObject.empty(file));
    }

    @Test
    void valuesOfEveryKindAreRead() throws IOException {
        JsonObject object = read(WHOLE);
        assertThat(object.integer("seed")).isEqualTo(OptionalLong.of(7));
        assertThat(object.number("price")).as("a number as text").isEqualTo(0.1);
        assertThat(object.flag("ready")).isTrue();
        assertThat(object.texts("names")).containsExactly("a", "b");
        assertThat(object.objects("parts")).extracting(each -> each.number("n")).containsExactly(1.0, 2.0);
        assertThat(object.numbers("by")).isEqualTo(Map.of("x", 1.5));
        assertThat(object.has("none")).isFalse();
        assertThat(object.names()).startsWith("seed", "price").endsWith("none");
        assertThat(notes).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"none", "missing"})
    void whatIsAbsentIsUnknownOrNothing(String key) throws IOException {
        JsonObject object = read(WHOLE);
        assertThat(object.text(key)).isEmpty();
        assertThat(object.number(key)).isNaN();
        assertThat(object.integer(key)).isEmpty();
        assertThat(object.flag(key)).isFalse();
        assertThat(object.texts(key)).isEmpty();
        assertThat(object.objects(key)).isEmpty();
        assertThat(object.object(key).names()).isEmpty();
        assertThat(object.numbers(key)).isEmpty();
    }

    @Test
    void anotherTypeIsToldWithItsKey() throws IOException {
        JsonObject object = read(WHOLE);
        assertThatThrownBy(() -> object.number("names"))
                .isInstanceOf(FolderException.class)
                .hasMessage(work.resolve("summary.json") + ": expected a number under \"names\", found \"[a, b]\"");
        assertThatThrownBy(() -> object.text("by")).hasMessageContaining("expected text under \"by\"");
        assertThatThrownBy(() -> object.integer("price")).hasMessageContaining("expected a whole number");
        assertThatThrownBy(() -> object.objects("seed")).hasMessageContaining("expected a list under \"seed\"");
    }

    @Test
    void wordsThatAreFoundAreShortenedAndOnOneLine() {
        FolderException told = FolderException.at(Path.of("x"), 3, "a number", "7\n" + "y".repeat(200));
        assertThat(told).hasMessage("x:3: expected a number, found \"7·" + "y".repeat(75) + "…\"");
        assertThat(FolderException.at(Path.of("x"), 3, "a number", "y".repeat(80)))
                .hasMessageEndingWith("\"" + "y".repeat(80) + "\"");
    }

    /** A run that is killed leaves a file of which any part may be missing at the end, and no other harm. */
    @Test
    void everyCutIsNotedAndIsNoError() throws IOException {
        String text = WHOLE.strip();
        for (int length = 0; length < text.length(); length++) {
            notes.clear();
            assertThat(read(text.substring(0, length)).names())
                    .as("after %d", length)
                    .isEmpty();
            assertThat(notes)
                    .as("after %d", length)
                    .singleElement()
                    .asString()
                    .startsWith("summary.json is cut off at line ");
        }
    }

    @Test
    void aMissingFileIsNoted() throws IOException {
        assertThat(JsonFile.read(work.resolve("manifest.json"), notes::add)).isEmpty();
        assertThat(notes).containsExactly("manifest.json is missing");
        assertThat(JsonFile.record(work.resolve("manifest.json"), RunManifest.class, notes::add)
                        .completed())
                .isFalse();
    }

    @Test
    void whatIsBrokenInTheMiddleIsAnErrorWithItsLine() {
        assertThatThrownBy(() -> read("{\"a\": 1,\n \"b\": !,\n \"c\": 2}"))
                .isInstanceOf(FolderException.class)
                .hasMessageStartingWith(work.resolve("summary.json") + ":2: expected a JSON object, found ");
    }

    @Test
    void theCopyOfTheValuesIsReadOnly() throws IOException {
        JsonObject object = JsonObject.parse(work, WHOLE);
        assertThatThrownBy(() -> object.values().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
