package catallaxy.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    private static final List<String> TEXTS = List.of("", "a\nb", "\"quoted\"", "back\\slash", "é€😀", "null", "1");
    private static final List<Double> NUMBERS =
            List.of(0.0, -0.0, 0.1, 1e-300, Double.MIN_VALUE, Double.MAX_VALUE, -12345678.9);

    @Test
    void anObjectIsOneLineInItsOrder() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("z", 1L);
        object.put("a", List.of("x\ny", true));
        object.put("m", Map.of("inner", 0.5));
        assertThat(JsonText.of(object)).isEqualTo("{\"z\":1,\"a\":[\"x\\ny\",true],\"m\":{\"inner\":0.5}}");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aNumberThatJsonLacksIsWrittenAsNull(double number) throws IOException {
        assertThat(JsonText.of(Map.of("a", number))).isEqualTo("{\"a\":null}");
        assertThat(JsonText.of(Map.of("a", (float) number))).isEqualTo("{\"a\":null}");
        StringWriter text = new StringWriter();
        try (JsonText.Lines lines = new JsonText.Lines(text)) {
            lines.begin();
            lines.number("a", number);
            lines.end();
        }
        assertThat(text).hasToString("{\"a\":null}\n");
    }

    @Test
    void aNumberThatJsonLacksIsReadAsAWord() throws IOException {
        assertThat(JsonText.read("{\"a\": NaN, \"b\": Infinity, \"c\": -Infinity}")
                        .values()
                        .toString())
                .isEqualTo("[NaN, Infinity, -Infinity]");
        assertThat(told("{\"a\": NaN, \"b\": -Infinity}")).containsExactly("a = NaN", "b = -Infinity");
    }

    /** What is written entry by entry is told entry by entry, and is what the same map would be. */
    @Test
    void linesAreToldAndReadAsTheyWereWritten() throws IOException {
        for (long seed = 0; seed < 50; seed++) {
            List<Map<String, Object>> objects = objects(new Random(seed));
            StringWriter written = new StringWriter();
            try (JsonText.Lines lines = new JsonText.Lines(written)) {
                for (Map<String, Object> object : objects) {
                    write(lines, object);
                }
            }
            List<String> each = written.toString().lines().toList();
            assertThat(each).as("seed %d", seed).hasSameSizeAs(objects);
            for (int i = 0; i < each.size(); i++) {
                assertThat(each.get(i)).as("seed %d", seed).isEqualTo(JsonText.of(objects.get(i)));
                assertThat(told(each.get(i))).as("seed %d", seed).isEqualTo(entries(objects.get(i)));
            }
        }
    }

    private static List<Map<String, Object>> objects(Random random) {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Map<String, Object> object = new LinkedHashMap<>();
            for (int entry = random.nextInt(5); entry > 0; entry--) {
                object.put("k" + random.nextInt(100) + TEXTS.get(random.nextInt(TEXTS.size())), value(random));
            }
            objects.add(object);
        }
        return objects;
    }

    private static Object value(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextLong();
            case 1 -> Double.longBitsToDouble(random.nextLong() & ~(1L << 62));
            case 2 -> NUMBERS.get(random.nextInt(NUMBERS.size()));
            default -> TEXTS.get(random.nextInt(TEXTS.size()));
        };
    }

    private static void write(JsonText.Lines lines, Map<String, Object> object) throws IOException {
        lines.begin();
        for (Map.Entry<String, Object> entry : object.entrySet()) {
            switch (entry.getValue()) {
                case Long whole -> lines.number(entry.getKey(), whole.longValue());
                case Double number -> lines.number(entry.getKey(), number.doubleValue());
                default -> lines.text(entry.getKey(), entry.getValue().toString());
            }
        }
        lines.end();
    }

    private static List<String> entries(Map<String, Object> object) {
        return object.entrySet().stream()
                .map(entry -> entry.getKey() + " = "
                        + (entry.getValue() instanceof Number number ? number.doubleValue() : "'" + entry.getValue()))
                .toList();
    }

    private static List<String> told(String text) throws IOException {
        List<String> told = new ArrayList<>();
        JsonText.tell(text, new JsonText.Entries() {
            @Override
            public void number(String name, double value) {
                told.add(name + " = " + value);
            }

            @Override
            public void text(String name, String value) {
                told.add(name + " = '" + value);
            }
        });
        return told;
    }

    @Test
    void whatIsNeitherNumberNorTextIsPassedOverWithAllThatIsInIt() throws IOException {
        assertThat(told("{\"a\":{\"x\":1,\"y\":[2]},\"b\":1,\"c\":[3,{\"z\":4}],\"d\":null,\"e\":true,\"f\":\"g\"}"))
                .containsExactly("b = 1.0", "f = 'g");
        assertThat(told("{}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "[]", "1", "\"a\"", "null", "{", "{\"a\":1", "{\"a\":", "{\"a\":[1", "{\"a\" 1}", "x"})
    void textWithoutAWholeObjectIsRefused(String text) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> told(text));
    }

    @Test
    void nestingIsLimited() throws IOException {
        assertThat(JsonText.read("{\"a\":" + "[".repeat(60) + "]".repeat(60) + "}"))
                .containsOnlyKeys("a");
        String deep = "{\"a\":" + "[".repeat(70) + "]".repeat(70) + "}";
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> JsonText.read(deep));
    }
}
