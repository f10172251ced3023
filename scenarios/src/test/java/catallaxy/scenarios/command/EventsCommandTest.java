package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.command.Shell.Outcome;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code catallaxy events} prints of a run that {@code catallaxy run} made. */
final class EventsCommandTest {
    private static final String SCENARIO =
            ProgramHome.scenarios().resolve("two-chains.conf").toString();

    @TempDir
    static Path out;

    private static Path run = Path.of("");
    private static Path other = Path.of("");

    @BeforeAll
    static void record() throws IOException {
        run = recorded("1");
        other = recorded("2");
    }

    private static Path recorded(String seed) throws IOException {
        Outcome outcome =
                Shell.catallaxy("run", SCENARIO, "duration=20m", "--seed", seed, "--out", out.toString(), "--json");
        return Path.of(String.valueOf(JsonText.read(outcome.lastLine()).get("runFolder")));
    }

    private static Outcome events(String... options) {
        List<String> words = new ArrayList<>(List.of("events", run.toString()));
        words.addAll(Arrays.asList(options));
        return Shell.catallaxy(words.toArray(String[]::new));
    }

    private static List<Map<String, ?>> objects(Outcome outcome) {
        List<Map<String, ?>> objects = new ArrayList<>();
        outcome.out().lines().forEach(line -> objects.add(object(line)));
        return objects;
    }

    private static Map<String, ?> object(String line) {
        try {
            return JsonText.read(line);
        } catch (IOException malformed) {
            throw new AssertionError(line, malformed);
        }
    }

    private static long number(Map<String, ?> object, String key) {
        return ((Number) Objects.requireNonNull(object.get(key), key)).longValue();
    }

    @Test
    void eachEventIsPrintedOnceAndTheLastObjectIsTheSummary() throws IOException {
        Map<String, ?> recorded = JsonText.read(Files.readString(run.resolve("summary.json")));
        Outcome outcome = events("--json");
        List<Map<String, ?>> objects = objects(outcome);
        long count = number(recorded, "traceEvents");
        assertThat(outcome.exitCode()).isZero();
        assertThat(objects.subList(0, objects.size() - 1))
                .extracting(event -> number(event, "event"))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, count).boxed().toList());
        assertThat(objects.getLast())
                .isEqualTo(Map.of(
                        "run",
                        run.toString(),
                        "events",
                        (int) count,
                        "printed",
                        (int) count,
                        "digest",
                        recorded.get("digest")));
    }

    @Test
    void linesAndObjectsAreOfTheSameEvents() {
        List<String> lines = events().out().lines().toList();
        List<Map<String, ?>> objects = objects(events("--json"));
        assertThat(lines).hasSize(objects.size() - 1);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i))
                    .matches(" *" + objects.get(i).get("event") + " +[0-9.]+ s  "
                            + objects.get(i).get("kind") + " .*");
        }
    }

    /** The same fills are told by another writer. */
    @Test
    void theFillsAreThoseOfTheTradesFile() throws IOException {
        List<String> expected = Files.readAllLines(run.resolve("trades.csv")).stream()
                .map(row -> row.split(",", -1))
                .filter(cells -> cells[1].equals("maker"))
                .map(cells -> cells[0] + " " + cells[6] + " " + cells[7] + " " + cells[9])
                .toList();
        List<Map<String, ?>> fills = objects(events("--kind", "order-filled", "--agent", "maker", "--json"));
        assertThat(expected).isNotEmpty();
        assertThat(fills.subList(0, fills.size() - 1))
                .extracting(fill -> fill.get("timeSeconds") + " " + fill.get("quantity") + " " + fill.get("price") + " "
                        + fill.get("maker".equals(fill.get("maker")) ? "makerFee" : "takerFee"))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void aWindowOfTimeIncludesBothItsEndsAndNothingBehindItIsReplayed() {
        List<Map<String, ?>> objects = objects(events("--from", "60s", "--to", "2m", "--json"));
        List<Map<String, ?>> all = objects(events("--json"));
        List<Map<String, ?>> expected = all.subList(0, all.size() - 1).stream()
                .filter(event -> seconds(event) >= 60 && seconds(event) <= 120)
                .toList();
        assertThat(objects.subList(0, objects.size() - 1)).isEqualTo(expected);
        assertThat(expected)
                .first()
                .satisfies(event -> assertThat(seconds(event)).isEqualTo(60));
        assertThat(expected)
                .last()
                .satisfies(event -> assertThat(seconds(event)).isEqualTo(120));
        assertThat(number(objects.getLast(), "events")).isLessThan(all.size() / 5);
    }

    private static double seconds(Map<String, ?> event) {
        return new BigDecimal(String.valueOf(event.get("timeSeconds"))).doubleValue();
    }

    @Test
    void kindsAndTheLimitChoose() {
        Outcome outcome = events("--kind", "pool-swapped,block-produced", "--kind", "order-filled", "--limit", "30");
        assertThat(outcome.out().lines())
                .hasSize(30)
                .allMatch(line -> line.matches(".* s  (pool-swapped|block-produced|order-filled) .*"));
        assertThat(outcome.err()).startsWith("30 of the first ").contains(" events; their digest ");
    }

    @Test
    void anAgentsEventsAreAboutIt() {
        Outcome outcome = events("--agent", "fund", "--limit", "10");
        assertThat(outcome.out().lines()).hasSize(10).allMatch(line -> line.contains(" fund"));
        assertThat(events("--agent", "noise-on-books", "--limit", "1").out()).contains("noise-on-books");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--kind order-fild | no events are called order-fild; did you mean order-filled?",
                "--agent makr | the run has no participant makr; did you mean maker?",
                "--from 60 | --from: expected a duration such as 12h or 90m, found 60, which has no unit",
                "--to soon | --to: expected a duration such as 12h or 90m, found soon",
                "--from -1s | --from: expected a duration such as 12h or 90m, found -1s",
                "--from 1h --to 5m | --to: expected a time from 1h on, as --from says, found 5m",
                "--limit 0 | --limit: expected a number from 1, found 0"
            })
    void wrongOptionsAreOneMessage(String options, String message) {
        Outcome outcome = events(options.split(" "));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("error: ")
                .contains(message);
    }

    @Test
    void whatIsNoRunFolderIsRefused() {
        Outcome outcome = Shell.catallaxy("events", out.toString());
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("expected a run folder");
    }

    @Test
    void aDamagedRunIsCorrupt() throws IOException {
        Path damaged = recorded("3");
        byte[] decisions = Files.readAllBytes(damaged.resolve("decisions.bin"));
        decisions[decisions.length / 2] ^= 1;
        Files.write(damaged.resolve("decisions.bin"), decisions);
        Outcome outcome = Shell.catallaxy("events", damaged.toString());
        assertThat(outcome.exitCode()).isEqualTo(5);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("decisions.bin");
    }

    /** Where checksums are missing, the checkpoints tell. */
    @Test
    void aReplayThatIsNotTheRecordedRunSaysSo() throws IOException {
        Path altered = recorded("4");
        Files.delete(altered.resolve("checksums.json"));
        byte[] checkpoints = Files.readAllBytes(altered.resolve("trace.checkpoints"));
        checkpoints[0] ^= 1;
        Files.write(altered.resolve("trace.checkpoints"), checkpoints);
        Outcome outcome = Shell.catallaxy("events", altered.toString(), "--kind", "regime-changed");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("note: the replay is not the recorded run: their traces part after event 0");
    }

    @Test
    void diffShowsTheSameWords() {
        Outcome outcome = Shell.catallaxy("diff", run.toString(), other.toString());
        List<String> lines = outcome.out().lines().toList();
        String number = lines.get(1).replace("first difference: event ", "");
        String line = events("--limit", number).out().lines().reduce("", (_, last) -> last);
        assertThat(line).startsWith(" ".repeat(9 - number.length()) + number + " ");
        String words = line.strip().replaceFirst("^\\d+ +", "").replaceFirst("  ([a-z-]+) +", " $1: ");
        assertThat(lines.get(2)).isEqualTo("< " + words);
        assertThat(lines.get(3)).startsWith("> ").isNotEqualTo("> " + words);
    }
}
