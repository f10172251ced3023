package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The files of a run are those that {@code docs/run-folder.md} describes, and agree with each other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RunFolderTest {
    private static final long SECONDS = 7_200;

    @TempDir
    static Path place;

    private String manual;
    private ShortRun run;
    private Config summary;

    @BeforeAll
    void runOnce() throws IOException {
        manual = Files.readString(Path.of(System.getProperty("catallaxy.root"), "docs", "run-folder.md"));
        Scenario scenario = ShortRun.twoChains("2 h", "agents.risk.policy.value-at-risk=0.0001");
        run = ShortRun.of(scenario, 2, place.resolve("out"));
        summary = run.summary();
    }

    private static Config json(Path file) {
        return ConfigFactory.parseFile(
                file.toFile(), ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON));
    }

    @Test
    void nothingIsWrittenElsewhere() throws IOException {
        assertThat(names(place)).containsExactly("out");
        assertThat(names(place.resolve("out")))
                .containsExactly(run.folder().getFileName().toString());
    }

    @Test
    void everyFileIsInTheManual() throws IOException {
        assertThat(names(run.folder()))
                .containsExactlyInAnyOrder(
                        "manifest.json",
                        "scenario.conf",
                        "command.txt",
                        "metrics.jsonl",
                        "equity.csv",
                        "attribution.csv",
                        "trades.csv",
                        "interventions.csv",
                        "decisions.bin",
                        "trace.checkpoints",
                        "summary.json",
                        "checksums.json")
                .allMatch(name -> manual.contains("`" + name + "`"));
        for (Path table :
                List.of(run.files().equity(), run.files().trades(), run.files().interventions())) {
            assertThat(manual).contains("`" + Files.readAllLines(table).getFirst() + "`");
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void everyKeyIsInTheManual() throws IOException {
        Set<String> keys = summary.root().keySet();
        assertThat(keys)
                .contains("scenario", "seed", "driver", "digest", "simulatedSeconds", "events", "wallSeconds")
                .contains("conservation", "agents", "runFolder")
                .allMatch(this::inManual);
        for (Config agent : summary.getConfigList("agents")) {
            assertThat(agent.root().keySet())
                    .contains("id", "role", "initialEquity", "finalEquity", "pnl", "sharpe", "maxDrawdown")
                    .contains("fills", "feesPaid", "gasPaid")
                    .allMatch(this::inManual);
        }
        for (Config chain : summary.getConfigList("chains")) {
            assertThat(chain.root().keySet()).allMatch(this::inManual);
        }
        assertThat(json(run.files().manifest()).root().keySet()).allMatch(this::inManual);
    }

    private boolean inManual(String key) {
        return manual.contains("`" + key) || manual.contains("." + key + "`");
    }

    @Test
    void everyMetricIsInTheManual() throws IOException {
        List<String> lines = Files.readAllLines(run.files().metrics());
        assertThat(lines).hasSize((int) (SECONDS / 60) + 1);
        Config last = ConfigFactory.parseString(lines.getLast());
        Set<String> kinds = last.root().keySet().stream()
                .map(key -> key.replaceFirst("^(chain|venue|bridge|agent)/[^/]+/", "$1/<id>/")
                        .replaceFirst("^world/[A-Z]+/", "world/<asset>/")
                        .replaceFirst("inventory/[A-Z]+$", "inventory/<ASSET>"))
                .collect(Collectors.toSet());
        assertThat(kinds).hasSize(12).allMatch(kind -> manual.contains("`" + kind + "`"));
        assertThat(last.getDouble("timeSeconds")).isEqualTo(SECONDS);
    }

    @Test
    void theSummarySaysWhatWasRunAndThatTheLedgersBalance() {
        assertThat(summary.getString("scenario")).isEqualTo("two-chains");
        assertThat(summary.getLong("seed")).isEqualTo(2);
        assertThat(summary.getString("digest")).matches("[0-9a-f]{32}");
        assertThat(summary.getDouble("simulatedSeconds")).isEqualTo(SECONDS);
        assertThat(summary.getLong("conservation.checks")).isPositive();
        assertThat(summary.getLong("conservation.violations")).isZero();
        assertThat(Path.of(summary.getString("runFolder"))).isEqualTo(run.folder());
    }

    @Test
    void profitAndDrawdownAreThoseOfTheEquity() throws IOException {
        for (Config agent : summary.getConfigList("agents")) {
            List<String[]> samples = rows(run.files().equity(), 1, agent.getString("id"));
            double first = Double.parseDouble(samples.getFirst()[2]);
            double last = Double.parseDouble(samples.getLast()[2]);
            assertThat(samples.getFirst()[0]).isEqualTo("0.0");
            assertThat(samples.getLast()[0]).isEqualTo(SECONDS + ".0");
            assertThat(agent.getDouble("pnl")).isCloseTo(last - first, within(1e-6));
            assertThat(agent.getDouble("initialEquity")).isEqualTo(first);
            assertThat(agent.getDouble("finalEquity")).isEqualTo(last);
            double deepest = samples.stream()
                    .mapToDouble(row -> Double.parseDouble(row[3]))
                    .max()
                    .orElseThrow();
            assertThat(agent.getDouble("maxDrawdown")).isEqualTo(deepest);
        }
    }

    @Test
    void fillsFeesAndRewardsAddUp() throws IOException {
        for (Config agent : summary.getConfigList("agents")) {
            List<String[]> fills = rows(run.files().trades(), 1, agent.getString("id"));
            assertThat(fills).hasSize(agent.getInt("fills"));
            double gas = fills.stream()
                    .mapToDouble(row -> Double.parseDouble(row[10]))
                    .sum();
            assertThat(gas).isLessThanOrEqualTo(1.001 * agent.getDouble("gasPaid"));
            if (agent.hasPath("rewards.costs")) {
                double rewards = agent.getDouble("rewards.pnl") + agent.getDouble("rewards.costs");
                assertThat(rewards).isCloseTo(agent.getDouble("pnl"), within(1e-3));
            }
        }
    }

    /** Runs of less than 30 days are not annualised. */
    @Test
    void theSharpeRatioIsThatOfTheSamples() throws IOException {
        Config arbitrageur = summary.getConfigList("agents").getFirst();
        double[] equity = rows(run.files().equity(), 1, arbitrageur.getString("id")).stream()
                .mapToDouble(row -> Double.parseDouble(row[2]))
                .toArray();
        double[] returns = new double[equity.length - 1];
        Arrays.setAll(returns, i -> equity[i + 1] / equity[i] - 1);
        double mean = Arrays.stream(returns).average().orElseThrow();
        double variance =
                Arrays.stream(returns).map(r -> (r - mean) * (r - mean)).sum() / (returns.length - 1);
        assertThat(arbitrageur.getDouble("sharpe")).isCloseTo(mean / Math.sqrt(variance), within(1e-9));
        assertThat(arbitrageur.getBoolean("sharpeAnnualised")).isFalse();
    }

    @Test
    void interventionsAreOfKnownKinds() throws IOException {
        List<String[]> rows = rows(run.files().interventions(), 1, "risk");
        assertThat(rows).isNotEmpty();
        for (String[] row : rows) {
            double from = Double.parseDouble(row[4]);
            double to = Double.parseDouble(row[5]);
            assertThat(row[3]).isEqualTo(to == 0 ? "halt" : to < from ? "reduce" : "raise");
        }
    }

    @Test
    void theRunCanBeMadeAgainFromItsScenario(@TempDir Path elsewhere) throws IOException {
        Scenario again = ScenarioReader.read(run.files().scenario(), Map.of());
        Config manifest = json(run.files().manifest());
        assertThat(again.file().configDigest()).isEqualTo(manifest.getString("configDigest"));
        assertThat(manifest.getString("status")).isEqualTo("completed");
        assertThat(manifest.getString("digest")).isEqualTo(run.digest());
        assertThat(Files.readString(run.files().command())).isEqualTo("catallaxy run\n");
        assertThat(ShortRun.of(again, 2, elsewhere).digest()).isEqualTo(run.digest());
    }

    private static List<String[]> rows(Path table, int column, String value) throws IOException {
        return Files.readAllLines(table).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(row -> row[column].equals(value))
                .toList();
    }

    @Test
    void appearsWithWhatItBeginsWithOrNotAtAll(@TempDir Path parent) throws IOException {
        Instant now = Instant.parse("2026-01-01T12:00:00Z");
        RunFiles.Beginning beginning = made -> {
            assertThat(made.folder().getFileName().toString()).startsWith(".");
            made.writeText(made.command(), "run x");
        };
        RunFiles first = RunFiles.create(parent, now, "a b", "0123abcd", beginning);
        assertThat(first.folder()).isEqualTo(parent.resolve("20260101T120000Z_a-b_0123abcd"));
        RunFiles second = RunFiles.create(parent, now, "a b", "0123abcd", beginning);
        assertThat(second.folder()).isEqualTo(parent.resolve("20260101T120000Z_a-b_0123abcd-2"));
        assertThat(second.command()).hasContent("run x");
        assertThatThrownBy(() -> RunFiles.create(parent, now, "a b", "0123abcd", made -> {
                    made.writeText(made.command(), "run x");
                    throw new IOException("disk full");
                }))
                .isInstanceOf(IOException.class);
        assertThat(parent).isDirectoryContaining("glob:**_0123abcd").isDirectoryContaining("glob:**_0123abcd-2");
        try (Stream<Path> folders = Files.list(parent)) {
            assertThat(folders).hasSize(2);
        }
    }
}
