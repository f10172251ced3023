package catallaxy.scenarios.folder;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.JsonText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file's record holds comes back from the text of the file, so that no two of its values share a key. */
final class EveryRecordTest {
    private static final int SEEDS = 200;

    static Stream<Class<? extends Record>> documents() {
        return Stream.of(
                RunManifest.class,
                RunSummary.class,
                TrainingManifest.class,
                TrainingSummary.class,
                TrainingScore.class,
                EvolutionSummary.class,
                EvolvedSolution.class,
                AgentTotals.class,
                ChainTotals.class,
                VenueTotals.class,
                DataNote.class,
                Program.class);
    }

    static Stream<Class<? extends Record>> rows() {
        return Stream.of(EquityRow.class, InterventionRow.class, TradeRow.class);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void comesBackFromItsText(Class<? extends Record> type) throws Exception {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Record written = new RandomRecords(seed).of(type);
            String text = JsonText.of(RecordFields.of(written));
            JsonObject read = JsonObject.parse(Path.of("x.json"), text);
            assertThat((Record) read.record(type)).as("seed %d: %s", seed, text).isEqualTo(written);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whatIsKnownComesBackAlike(Class<? extends Record> type) throws Exception {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Record written = new RandomRecords(seed).of(type);
            String text = JsonText.of(RecordFields.known(written));
            JsonObject read = JsonObject.parse(Path.of("x.json"), text);
            assertThat((Record) read.record(type)).as("seed %d: %s", seed, text).isEqualTo(written);
        }
    }

    /** The cells of a row under the names of its components, as texts. */
    private record Texts(Map<String, String> cells) implements RecordFields.Cells<IllegalStateException> {
        @Override
        public String text(String key) {
            return Objects.requireNonNull(cells.get(key), key);
        }

        @Override
        public double number(String key) {
            return Double.parseDouble(text(key));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRowComesBackFromItsCells(Class<? extends Record> type) throws Exception {
        List<String> names = RecordFields.names(type);
        for (long seed = 1; seed <= SEEDS; seed++) {
            Record written = new RandomRecords(seed).of(type);
            Map<String, String> cells = new LinkedHashMap<>();
            List<Object> values = ((Row) written).cells();
            for (int i = 0; i < values.size(); i++) {
                cells.put(names.get(i), String.valueOf(values.get(i)));
            }
            assertThat((Record) RecordFields.read(type, new Texts(cells)))
                    .as("seed %d", seed)
                    .isEqualTo(written);
        }
    }

    /** A second key of one name would take the place of the first. */
    @Test
    void aRecordWhoseValuesShareAKeyDoesNotComeBack() throws Exception {
        Shared written = new Shared("a", new Inner("b"));
        String text = JsonText.of(RecordFields.of(written));
        JsonObject read = JsonObject.parse(Path.of("x.json"), text);
        assertThat(read.record(Shared.class)).isNotEqualTo(written);
    }

    public record Shared(String name, @Inline Inner inner) {}

    public record Inner(String name) {}
}
