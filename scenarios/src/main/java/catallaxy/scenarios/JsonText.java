package catallaxy.scenarios;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as maps, to and fro: one line of JSON made of maps, collections, strings, numbers and booleans, and of the text of
 * anything else. A number that JSON lacks becomes null; as a word it can be read.
 */
public final class JsonText {
    private static final int DEEPEST = 64;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .addDecorator((_, generator) -> new Finite(generator))
            .build();

    private static final JSON TEXT = JSON.builder(FACTORY)
            .enable(JSON.Feature.WRITE_NULL_PROPERTIES)
            .disable(JSON.Feature.HANDLE_JAVA_BEANS, JSON.Feature.FAIL_ON_DUPLICATE_MAP_KEYS)
            .build();

    private JsonText() {}

    /** The object as one line. */
    public static String of(Map<String, ?> object) {
        try {
            return TEXT.asString(object);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * The entries of the object in a text, in its order.
     *
     * @throws IOException if there is no JSON object in it: a {@code JsonProcessingException} with the place
     */
    @SuppressWarnings("NullAway") // the library says nothing of the nulls in it
    public static Map<String, @Nullable Object> read(String text) throws IOException {
        return TEXT.mapFrom(text);
    }

    /** What is told of an object's entries, in its order. */
    public interface Entries {
        /** A number. */
        void number(String name, double value);

        /** A text. */
        void text(String name, String value);
    }

    /**
     * Tells of the numbers and texts of the object in a text, and passes over what else is in it.
     *
     * @throws IOException if there is no JSON object in it, as {@link #read}; some entries may have been told by then
     */
    public static void tell(String text, Entries entries) throws IOException {
        try (JsonParser in = FACTORY.createParser(text)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(in, "expected an object");
            }
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                JsonToken value = in.nextToken();
                if (value.isNumeric()) {
                    entries.number(name, in.getDoubleValue());
                } else if (value == JsonToken.VALUE_STRING) {
                    entries.text(name, in.getText());
                } else {
                    in.skipChildren();
                }
            }
            if (in.currentToken() != JsonToken.END_OBJECT) {
                throw new JsonParseException(in, "the object does not end");
            }
        }
    }

    /** Objects, one a line, entry by entry. Owned by one thread. */
    public static final class Lines implements Closeable {
        private final JsonGenerator out;

        /** Writes to {@code out}, which it closes. */
        public Lines(Writer out) throws IOException {
            this.out = FACTORY.createGenerator(out).setRootValueSeparator(null);
        }

        /** Begins an object. */
        public void begin() throws IOException {
            out.writeStartObject();
        }

        /** A number; null where JSON lacks it. */
        public void number(String name, double value) throws IOException {
            out.writeNumberField(name, value);
        }

        /** A whole number. */
        public void number(String name, long value) throws IOException {
            out.writeNumberField(name, value);
        }

        /** A text. */
        public void text(String name, String value) throws IOException {
            out.writeStringField(name, value);
        }

        /** Ends the object and its line. */
        public void end() throws IOException {
            out.writeEndObject();
            out.writeRaw('\n');
        }

        /** Hands on what was written so far. */
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** Writes numbers as doubles, and null for those that JSON lacks. */
    private static final class Finite extends JsonGeneratorDelegate {
        Finite(JsonGenerator generator) {
            super(generator, false);
        }

        @Override
        public void writeNumber(float number) throws IOException {
            writeNumber((double) number);
        }

        @Override
        public void writeNumber(double number) throws IOException {
            if (Double.isFinite(number)) {
                super.writeNumber(number);
            } else {
                writeNull();
            }
        }
    }
}
