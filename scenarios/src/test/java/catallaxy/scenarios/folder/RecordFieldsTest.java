package catallaxy.scenarios.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.scenarios.JsonText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RecordFieldsTest {
    private static final VenueTotals POOL =
            new VenueTotals("pool", "uniswap-v2", "ETH", "USDC", 12, 345.5, 3000, Double.NaN, 30, Double.NaN);

    /** The values of a JSON object, absent ones as a run folder's readers take them. */
    private record Values(Map<String, @Nullable Object> json) implements RecordFields.Cells<IllegalStateException> {
        @Override
        public String text(String key) {
            return String.valueOf(json.getOrDefault(key, ""));
        }

        @Override
        public double number(String key) {
            return json.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
        }
    }

    @Test
    void aRecordIsReadBackFromItsFile() throws Exception {
        String line = JsonText.of(RecordFields.of(POOL));
        assertThat(line)
                .isEqualTo(
                        "{\"id\":\"pool\",\"kind\":\"uniswap-v2\",\"base\":\"ETH\",\"quote\":\"USDC\",\"trades\":12,"
                                + "\"volume\":345.5,\"finalPrice\":3000,\"spreadBps\":null,\"takerFeeBps\":30,\"makerFeeBps\":null}");
        assertThat(RecordFields.read(VenueTotals.class, new Values(JsonText.read(line))))
                .isEqualTo(POOL);
    }

    /** Fields of every kind that an object may have. */
    public record All(
            String name,
            double size,
            boolean flag,
            OptionalLong seed,
            List<String> texts,
            List<Part> parts,
            Part part,
            Map<String, Double> numbers,
            Map<String, Part> named,
            @Nullable Part absent) {}

    public record Part(String name, double size) {}

    @Test
    void recordsListsAndMapsAreWritten() {
        Part part = new Part("p", 1.5);
        All all = new All(
                "all",
                2,
                true,
                OptionalLong.of(Long.MAX_VALUE),
                List.of("a"),
                List.of(part),
                part,
                Map.of("n", 3.0),
                Map.of("q", part),
                null);
        String written = "{\"name\":\"p\",\"size\":1.5}";
        assertThat(JsonText.of(RecordFields.of(all)))
                .isEqualTo("{\"name\":\"all\",\"size\":2,\"flag\":true,\"seed\":9223372036854775807,\"texts\":[\"a\"],"
                        + "\"parts\":[" + written + "],\"part\":" + written + ",\"numbers\":{\"n\":3},"
                        + "\"named\":{\"q\":" + written + "}}");
    }

    /** A record whose object holds the entries of others. */
    public record Whole(
            String title, @Inline Part part, @Inline Map<String, Double> rest) {}

    @Test
    void inlineEntriesStandInTheObjectOfTheirRecord() throws Exception {
        Whole whole = new Whole("t", new Part("p", 1.5), Map.of("more", 2.5));
        String line = JsonText.of(RecordFields.of(whole));
        assertThat(line).isEqualTo("{\"title\":\"t\",\"name\":\"p\",\"size\":1.5,\"more\":2.5}");
        JsonObject read = read(line);
        assertThat(read.record(Part.class)).isEqualTo(whole.part());
        assertThat(read.record(Whole.class).rest()).containsEntry("more", 2.5).doesNotContainKey("title");
    }

    @Test
    void whatATrainingCameToIsReadBackFromItsFile() throws Exception {
        for (TrainingScore score : List.of(
                SmallScores.attained(3, 4),
                TrainingScore.of(List.of(SmallScores.learner("maker", 2, -1), SmallScores.learner("fund", 5, 1))))) {
            TrainingSummary summary = SmallScores.summary(score);
            String line = JsonText.of(RecordFields.known(summary));
            assertThat(line).doesNotContain("null", "\"\"", "[]", "{}");
            assertThat(read(line).record(TrainingSummary.class)).isEqualTo(summary);
        }
    }

    @Test
    void whatIsUnknownIsLeftOutAtAnyDepth() {
        All all = new All(
                "",
                Double.NaN,
                false,
                OptionalLong.empty(),
                List.of(),
                List.of(new Part("", 0)),
                new Part("", Double.NaN),
                Map.of("n", Double.NaN),
                Map.of(),
                null);
        assertThat(RecordFields.known(all)).isEqualTo(Map.of("flag", false, "parts", List.of(Map.of("size", 0L))));
    }

    @Test
    void whatIsAbsentIsUnknown() {
        ChainTotals chain = RecordFields.read(ChainTotals.class, new Values(new HashMap<>(Map.of("id", "one"))));
        assertThat(chain.id()).isEqualTo("one");
        assertThat(chain.blocks()).isNaN();
    }

    @Test
    void theSourcesFaultIsThrown() {
        RecordFields.Cells<IllegalArgumentException> broken = new RecordFields.Cells<>() {
            @Override
            public String text(String key) {
                throw new IllegalArgumentException(key);
            }

            @Override
            public double number(String key) {
                throw new IllegalArgumentException(key);
            }
        };
        assertThatThrownBy(() -> RecordFields.read(ChainTotals.class, broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("id");
    }

    private static JsonObject read(String line) throws IOException {
        return JsonObject.parse(Path.of("x.json"), line);
    }
}
