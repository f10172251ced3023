package catallaxy.scenarios.folder;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the small JSON documents of a run folder ({@code manifest.json}, {@code summary.json}). */
public final class JsonFile {

    private JsonFile() {}

    /**
     * The document in {@code file}; empty, with a note, where the file is absent, empty or cut off.
     *
     * @throws FolderException if the text is not a JSON object
     */
    public static Optional<JsonObject> read(Path file, Consumer<String> notes) throws IOException {
        if (!Files.isRegularFile(file)) {
            notes.accept(file.getFileName() + " is missing");
            return Optional.empty();
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        try {
            return Optional.of(JsonObject.parse(file, text));
        } catch (JsonProcessingException broken) {
            JsonLocation place = Objects.requireNonNullElse(broken.getLocation(), JsonLocation.NA);
            if (!endsEarly(text, place)) {
                throw FolderException.at(file, place.getLineNr(), "a JSON object", broken.getOriginalMessage());
            }
            notes.accept(file.getFileName() + " is cut off at line " + place.getLineNr());
            return Optional.empty();
        }
    }

    /** The record that the document holds; one of which all is unknown where there is none. */
    public static <R extends Record> R record(Path file, Class<R> type, Consumer<String> notes) throws IOException {
        return read(file, notes).orElse(JsonObject.empty(file)).record(type);
    }

    /** Whether the reader stumbled over the end of the file, or over a last word of which a part is missing. */
    private static boolean endsEarly(String text, JsonLocation place) {
        return place.getCharOffset() >= text.length() || !text.stripTrailing().endsWith("}");
    }
}
