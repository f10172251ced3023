package catallaxy.scenarios;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as maps, to and fro: one line of JSON made of maps, collections, strings, numbers and booleans, and of the text of
 * anything else. A number that JSON lacks becomes null; as a word it can be read.
 */
public final class JsonText {
    private static final int DEEPEST = 64;

    private static final JSON TEXT = JSON.builder(JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .addDecorator((_, generator) -> new Finite(generator))
                    .build())
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
