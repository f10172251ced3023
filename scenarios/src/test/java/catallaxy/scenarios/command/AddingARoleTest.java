package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.Action;
import catallaxy.environment.api.AgentStep;
import catallaxy.environment.api.EnvironmentStep;
import catallaxy.environment.api.Observation;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.environment.market.MarketSpec;
import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.command.Shell.Outcome;
import catallaxy.scenarios.file.ScenarioReader;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page about adding a role: its files are those that are compiled here, and its scenario runs and trains. */
final class AddingARoleTest {
    private static final Path ROOT = Path.of(System.getProperty("catallaxy.root", ".."));
    private static final Pattern JAVA = Pattern.compile("<!-- (\\S+\\.java) -->\n```java\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern SCENARIO = Pattern.compile("<!-- saver.conf -->\n```\n(.*?)```\n", Pattern.DOTALL);

    @TempDir
    static Path work;

    private static String page = "";
    private static Path scenario = Path.of("");
    private static Path run = Path.of("");

    @BeforeAll
    static void runThePage() throws IOException {
        page = Files.readString(ROOT.resolve("docs/adding-a-role.md"));
        Matcher written = SCENARIO.matcher(page);
        assertThat(written.find()).isTrue();
        scenario = Files.writeString(work.resolve("saver.conf"), written.group(1));
        Outcome outcome = Shell.catallaxy("run", scenario.toString(), "--out", work.toString(), "--json");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        run = Path.of(String.valueOf(JsonText.read(outcome.lastLine()).get("runFolder")));
    }

    @Test
    void thePageShowsTheFilesAndTheLineThatAreCompiledHere() throws IOException {
        List<MatchResult> blocks = JAVA.matcher(page).results().toList();
        assertThat(blocks).hasSize(3);
        for (MatchResult block : blocks) {
            assertThat(block.group(2)).as(block.group(1)).isEqualTo(Files.readString(ROOT.resolve(block.group(1))));
        }
        String line = Files.readString(ROOT.resolve(
                "scenarios/src/test/resources/META-INF/services/catallaxy.environment.market.role.RoleKind"));
        assertThat(page).contains("```\n" + line + "```");
        assertThat(line.lines()).hasSize(1);
    }

    @Test
    void nothingElseKnowsOfIt() throws IOException {
        assertThat(MainSources.naming(ROOT, "saver")).isEmpty();
    }

    @Test
    void theSummaryAndTheReportShowIt() throws IOException {
        Config summary = ConfigFactory.parseString(Files.readString(run.resolve("summary.json")));
        Config saver = summary.getConfigList("agents").stream()
                .filter(agent -> agent.getString("id").equals("saver"))
                .findFirst()
                .orElseThrow();
        assertThat(saver.getString("role")).isEqualTo("saver");
        assertThat(saver.getLong("fills")).isGreaterThan(5);
        assertThat(saver.getConfig("rewards").root()).containsOnlyKeys("equity_change");
        assertThat(Files.readString(run.resolve("report.html"))).contains("saver<small>saver</small>");
    }

    @Test
    void itsRunReplaysBitForBit() {
        Outcome replay = Shell.catallaxy("replay", run.toString());
        assertThat(replay.exitCode()).as(replay.out() + replay.err()).isZero();
    }

    @Test
    void aLearnerTakesItsSeatAndIsEvaluated() throws IOException {
        Outcome trained = Shell.catallaxy(
                "train", scenario.toString(), "--out", work.resolve("trained").toString(), "--json");
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        Config answer = ConfigFactory.parseString(trained.lastLine());
        assertThat(Files.readString(Path.of(answer.getString("checkpoint"), "manifest.json")))
                .as("features and components by the role's own list")
                .contains("\"saver/price_change\", \"saver/cash_share\"")
                .contains("\"saver/share_spent\"");
        Outcome evaluated = Shell.catallaxy("evaluate", answer.getString("checkpoint"), "--episodes", "1", "--json");
        assertThat(evaluated.exitCode()).as(evaluated.err()).isZero();
        assertThat(evaluated.lastLine()).contains("\"saver\"");
        Outcome seated = Shell.catallaxy(
                "run",
                scenario.toString(),
                "duration=1 h",
                "agents.saver.policy={ kind = checkpoint, path = \"" + answer.getString("checkpoint") + "\" }",
                "--no-report",
                "--out",
                work.resolve("seated").toString());
        assertThat(seated.exitCode()).as(seated.err()).isZero();
    }

    @Test
    void itDescribesItself() {
        assertThat(Shell.catallaxy("list", "roles").out()).contains("saver").contains("Spends its cash on one venue");
        assertThat(Shell.catallaxy("describe", "saver").out())
                .contains("patient  Whether it buys nothing")
                .contains("price.rollup-ETH-USDC")
                .contains("share_spent")
                .contains("equity_change");
        assertThat(Shell.catallaxy("describe", "agents.saver.cadence").out()).contains("default: 5 m");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    agents.saver.patien=true        | agents.saver.patien: expected a key of agents.saver | did you mean 'patient'?
                    agents.saver.venue=nowhere      | agents.saver.venue: expected a venue                | found 'nowhere'
                    agents.saver.max-slippage=2     | agents.saver.max-slippage: expected 0 to 1          | found '2'
                    agents.saver.patient=perhaps    | agents.saver.patient: expected true or false        | found 'perhaps'
                    agents.saver.role=savr          | agents.saver.role: expected one of                  | did you mean 'saver'?
                    agents.saver.policy.kind=closed-form-arbitrage | agents.saver.policy.kind: expected a policy for role saver | arbitrage
                    """)
    void itRefusesAWrongKeyOrValue(String override, String expected, String found) {
        Outcome wrong = Shell.catallaxy("validate", scenario.toString(), override);
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains(expected).contains(found);
    }

    /** Two hours with nobody but a saver and the population. */
    private static MarketSpec market() {
        MarketSpec read = ScenarioReader.read(scenario, Map.of()).market();
        return new MarketSpec(
                "saving",
                7_200_000_000_000L,
                read.engine(),
                read.population(),
                read.agents().stream()
                        .filter(agent -> agent.id().equals("saver"))
                        .toList());
    }

    /** Spends a tenth of its cash whenever it may. */
    private static Action decide(Observation seen) {
        return seen.mask()[0] ? Action.of(0.1) : Action.HOLD;
    }

    private static EnvironmentStep next(MarketEnvironment environment, EnvironmentStep step) {
        Map<String, Action> actions = new LinkedHashMap<>();
        for (AgentStep each : step.due()) {
            actions.put(each.agent(), decide(each.observation()));
        }
        return environment.step(actions);
    }

    private static EnvironmentStep finish(MarketEnvironment environment, EnvironmentStep from) {
        EnvironmentStep step = from;
        while (!step.finished()) {
            step = next(environment, step);
        }
        return step;
    }

    @Test
    void itSavesWhatItSpends() {
        MarketEnvironment environment = new MarketEnvironment(market());
        EnvironmentStep first = environment.reset(1);
        Observation start = first.due().getFirst().observation();
        Observation end = finish(environment, first).due().getFirst().observation();
        assertThat(start.spec().features().stream().map(each -> each.name()))
                .containsExactly("price.rollup-ETH-USDC", "cash", "holding.rollup.ETH");
        assertThat(start.value("cash")).isEqualTo(10_000);
        assertThat(end.value("cash")).isBetween(10_000 * Math.pow(0.9, 25), 10_000 * Math.pow(0.9, 15));
        assertThat(end.value("holding.rollup.ETH")).isGreaterThan(2.5);
        assertThat(environment.market().checkConservation().violations()).isEmpty();
    }

    @Test
    void aForkHasTheOriginalsFuture() {
        MarketEnvironment original = new MarketEnvironment(market());
        EnvironmentStep step = original.reset(2);
        for (int epoch = 0; epoch < 10; epoch++) {
            step = next(original, step);
        }
        MarketEnvironment fork = original.fork();
        finish(fork, step);
        finish(original, step);
        assertThat(fork.digest()).isEqualTo(original.digest());
    }
}
