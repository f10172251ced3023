package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.command.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves behind whose chains replace blocks: what stands in the end. */
final class ReorganisedRunTest {
    private static final String SCENARIO =
            ProgramHome.scenarios().resolve("two-chains.conf").toString();

    @TempDir
    static Path out;

    private static Path run = Path.of("");
    private static Map<String, ?> summary = Map.of();

    @BeforeAll
    static void record() throws IOException {
        Outcome outcome = Shell.catallaxy(
                "run",
                SCENARIO,
                "duration=40m",
                "chains.mainnet.reorganisations.probability=0.2",
                "chains.mainnet.reorganisations.depth=3",
                "chains.rollup.reorganisations.probability=0.1",
                "chains.rollup.reorganisations.depth=2",
                "--out",
                out.toString(),
                "--json");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        run = Path.of(String.valueOf(JsonText.read(outcome.lastLine()).get("runFolder")));
        summary = JsonText.read(Files.readString(run.resolve("summary.json")));
    }

    private static List<Map<?, ?>> objects(String key) {
        return ((List<?>) Objects.requireNonNull(summary.get(key), key))
                .stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList();
    }

    private static long number(Map<?, ?> object, String key) {
        return ((Number) Objects.requireNonNull(object.get(key), key)).longValue();
    }

    @Test
    void tradesAndTotalsAreThoseOfTheBlocksThatStand() throws IOException {
        for (Map<?, ?> agent : objects("agents")) {
            try (Stream<String> lines = Files.lines(run.resolve("trades.csv"))) {
                assertThat(lines.filter(line -> line.contains("," + agent.get("id") + ",")))
                        .hasSize((int) number(agent, "fills"));
            }
        }
        assertThat(number(objects("chains").getFirst(), "blocks")).isEqualTo(40 * 60 / 12);
        assertThat(number(objects("chains").getLast(), "blocks")).isEqualTo(40 * 60 / 2);
        assertThat(objects("chains")).allMatch(chain -> number(chain, "reorganisations") > 10);
        assertThat(number(objects("chains").getFirst(), "deepestReorganisation"))
                .isEqualTo(3);
        assertThat(String.valueOf(summary.get("conservation"))).contains("violations=0");
    }

    @Test
    void itReplaysAndItsReportSaysSo() throws IOException {
        assertThat(Shell.catallaxy("replay", run.toString()).exitCode()).isZero();
        assertThat(Shell.catallaxy("report", run.toString()).exitCode()).isZero();
        assertThat(Files.readString(run.resolve("report.html"))).contains("Reorganisations");
        Outcome events = Shell.catallaxy("events", run.toString(), "--kind", "chain-reorganised");
        assertThat(events.out()).contains("chain mainnet").contains("depth 3");
    }

    @Test
    void anExchangeThatCreditsTooEarlyIsRefused() {
        Outcome outcome = Shell.catallaxy(
                "validate",
                SCENARIO,
                "chains.mainnet.reorganisations.depth=6",
                "chains.mainnet.reorganisations.probability=0.01");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("exchanges.spot.deposit-confirmations: expected more than the depth of reorganisations of"
                        + " mainnet, 6, found '6'");
        Outcome endless = Shell.catallaxy("validate", SCENARIO, "chains.mainnet.reorganisations.probability=0.01");
        assertThat(endless.exitCode()).isEqualTo(2);
        assertThat(endless.err())
                .contains("chains.mainnet.reorganisations.depth")
                .contains("at least 1");
    }
}
