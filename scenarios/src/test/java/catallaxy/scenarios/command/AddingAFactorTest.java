package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.EnvironmentStep;
import catallaxy.environment.api.Observation;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.command.Shell.Outcome;
import catallaxy.scenarios.file.ScenarioReader;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** The page about adding a factor: its file is the one that is compiled here, and its scenario runs and trains. */
final class AddingAFactorTest {
    private static final Path ROOT = Path.of(System.getProperty("catallaxy.root", ".."));
    private static final Pattern JAVA = Pattern.compile("<!-- (\\S+\\.java) -->\n```java\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern SCENARIO = Pattern.compile("<!-- premium.conf -->\n```\n(.*?)```\n", Pattern.DOTALL);

    @TempDir
    static Path work;

    private static String page = "";
    private static Path scenario = Path.of("");

    @BeforeAll
    static void readThePage() throws IOException {
        page = Files.readString(ROOT.resolve("docs/adding-a-factor.md"));
        Matcher written = SCENARIO.matcher(page);
        assertThat(written.find()).isTrue();
        scenario = Files.writeString(work.resolve("premium.conf"), written.group(1));
    }

    @Test
    void thePageShowsTheFileAndTheLineThatAreCompiledHere() throws IOException {
        List<MatchResult> blocks = JAVA.matcher(page).results().toList();
        assertThat(blocks).hasSize(1);
        for (MatchResult block : blocks) {
            assertThat(block.group(2)).as(block.group(1)).isEqualTo(Files.readString(ROOT.resolve(block.group(1))));
        }
        String line = Files.readString(ROOT.resolve(
                "scenarios/src/test/resources/META-INF/services/catallaxy.environment.market.role.FactorKind"));
        assertThat(page).contains("```\n" + line + "```");
        assertThat(line.lines()).hasSize(1);
    }

    @Test
    void nothingElseKnowsOfIt() throws IOException {
        assertThat(MainSources.naming(ROOT, "premiumfactor")).isEmpty();
        assertThat(MainSources.naming(ROOT, "factor(\"premium\"")).isEmpty();
    }

    private static Map<String, ?> run(String name, String... overrides) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("run", scenario.toString(), "--json"));
        arguments.addAll(List.of("--out", work.resolve(name).toString()));
        arguments.addAll(List.of(overrides));
        Outcome outcome = Shell.catallaxy(arguments.toArray(String[]::new));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return JsonText.read(outcome.lastLine());
    }

    @Test
    void whoDoesNotLookAtItDecidesAsBeforeAndTheRunReplays() throws IOException {
        Map<String, ?> seeing = run("seeing");
        assertThat(seeing.get("digest"))
                .isEqualTo(run("blind", "agents.maker.factors=[]").get("digest"));
        Outcome replay = Shell.catallaxy("replay", String.valueOf(seeing.get("runFolder")));
        assertThat(replay.exitCode()).as(replay.out() + replay.err()).isZero();
    }

    @Test
    void itIsObservedAfterWhatTheRoleShows() {
        MarketEnvironment environment =
                new MarketEnvironment(ScenarioReader.read(scenario, Map.of()).market());
        EnvironmentStep first = environment.reset(1);
        Observation seen = first.due().stream()
                .filter(due -> due.agent().equals("maker"))
                .findFirst()
                .orElseThrow()
                .observation();
        List<String> names =
                seen.spec().features().stream().map(each -> each.name()).toList();
        assertThat(names.subList(names.indexOf("ask_exposure") + 1, names.size()))
                .containsExactly(
                        "premium.mainnet-BTC-USDC",
                        "premium.mainnet-ETH-USDC",
                        "premium.rollup-BTC-USDC",
                        "premium.rollup-ETH-USDC",
                        "premium.spot-BTC-USDC",
                        "premium.spot-ETH-USDC",
                        "base_fee.mainnet",
                        "base_fee.rollup");
        assertThat(seen.value("base_fee.mainnet")).isEqualTo(12);
        double sum = seen.value("premium.mainnet-ETH-USDC")
                + seen.value("premium.rollup-ETH-USDC")
                + seen.value("premium.spot-ETH-USDC");
        assertThat(sum).isBetween(-1e-6, 1e-6);
    }

    @Test
    void aLearnerSeesItAndItsCheckpointAsksForIt() throws IOException {
        Outcome trained = Shell.catallaxy(
                "train", scenario.toString(), "--out", work.resolve("trained").toString(), "--json");
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        String checkpoint = ConfigFactory.parseString(trained.lastLine()).getString("checkpoint");
        assertThat(Files.readString(Path.of(checkpoint, "manifest.json")))
                .contains("\"maker/mid_trend\", \"maker/premium.mainnet-BTC-USDC\"");
        String policy = "agents.maker.policy={ kind = checkpoint, path = \"" + checkpoint + "\" }";
        run("seated", policy, "--no-report");
        Outcome blind = Shell.catallaxy("run", scenario.toString(), policy, "agents.maker.factors=[]", "--no-report");
        assertThat(blind.exitCode()).isNotZero();
        assertThat(blind.err()).contains("premium.mainnet-BTC-USDC");
    }

    @Test
    void itDescribesItself() {
        assertThat(Shell.catallaxy("list", "factors").out()).contains("premium").contains("base-fee");
        assertThat(Shell.catallaxy("describe", "premium").out())
                .contains("basis points")
                .contains("agents.NAME.factors = [premium]")
                .contains("premium.rollup-ETH-USDC  [-10000, ∞] in bp");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    agents.maker.factors=[premum]           | agents.maker.factors: expected a factor     | did you mean 'premium'?
                    agents.maker.factors=[premium,premium]  | agents.maker.factors: expected each name once | premium
                    agents.maker.factors=premium            | agents.maker.factors: expected a list       | premium
                    """)
    void itRefusesAWrongName(String override, String expected, String found) {
        Outcome wrong = Shell.catallaxy("validate", scenario.toString(), override);
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains(expected).contains(found);
    }

    @Test
    void aMarketWithoutAnythingOfTheKindIsTold() throws IOException {
        Path small = Files.writeString(work.resolve("small.conf"), """
                quote = USDC
                duration = 1 h
                assets { ETH { decimals = 18 }, USDC { decimals = 6 } }
                world.assets.ETH { kind = diffusion, initial-price = 3000 }
                exchanges.spot {}
                venues.book { kind = book, exchange = spot, base = ETH, quote = USDC }
                agents.mine { role = trader, venues = [book], policy.kind = hold, factors = [premium] }
                """);
        Outcome wrong = Shell.catallaxy("validate", small.toString());
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err())
                .contains("small.conf:7: agents.mine.factors: expected factors that fit the seat")
                .contains("no pair is traded on several venues");
    }
}
