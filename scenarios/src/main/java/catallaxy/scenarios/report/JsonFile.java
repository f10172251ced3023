package catallaxy.scenarios.report;

import catallaxy.scenarios.JsonText;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the small JSON documents of a run folder ({@code manifest.json}, {@code summary.json}). */
final class JsonFile {

    /** Shared by all readers of the report; accepts {@code NaN} and infinities, bounds nesting. Thread-safe. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(64).build())
            .build();

    private JsonFile() {}

    /**
     * The document in {@code file}; empty, with a note, where the file is absent, empty or cut off.
     *
     * @throws ReportException if the text is not a JSON object
     */
    static Optional<JsonObject> read(Path file, Consumer<String> notes) throws IOException {
        if (!Files.isRegularFile(file)) {
            notes.accept(file.getFileName() + " is missing");
            return Optional.empty();
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        try (JsonParser parser = FACTORY.createParser(text)) {
            return Optional.of(document(file, parser));
        } catch (JsonProcessingException broken) {
            JsonLocation place = Objects.requireNonNullElse(broken.getLocation(), JsonLocation.NA);
            if (!endsEarly(text, place)) {
                throw ReportException.at(file, place.getLineNr(), "JSON", broken.getOriginalMessage());
            }
            notes.accept(file.getFileName() + " is cut off at line " + place.getLineNr());
            return Optional.empty();
        }
    }

    /** Whether the reader stumbled over the end of the file, or over a last word of which a part is missing. */
    private static boolean endsEarly(String text, JsonLocation place) {
        return place.getCharOffset() >= text.length() || !text.stripTrailing().endsWith("}");
    }

    private static JsonObject document(Path file, JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new JsonParseException(parser, "empty file");
        }
        if (first != JsonToken.START_OBJECT) {
            throw ReportException.at(file, 1, "a JSON object", parser.getText());
        }
        return new JsonObject(file, JsonText.object(parser));
    }
}
