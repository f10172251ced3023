package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.command.Shell.Outcome;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about adding a venue: its files are those that are compiled here, and its scenario runs. */
final class AddingAVenueTest {
    private static final Path ROOT = Path.of(System.getProperty("catallaxy.root", ".."));
    private static final Pattern JAVA = Pattern.compile("<!-- (\\S+\\.java) -->\n```java\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern SCENARIO = Pattern.compile("<!-- kiosk.conf -->\n```\n(.*?)```\n", Pattern.DOTALL);

    @TempDir
    static Path work;

    private static String page = "";
    private static Path scenario = Path.of("");
    private static Path run = Path.of("");

    @BeforeAll
    static void runThePage() throws IOException {
        page = Files.readString(ROOT.resolve("docs/adding-a-venue.md"));
        Matcher written = SCENARIO.matcher(page);
        assertThat(written.find()).isTrue();
        scenario = Files.writeString(work.resolve("kiosk.conf"), written.group(1));
        Outcome outcome = Shell.catallaxy("run", scenario.toString(), "--out", work.toString(), "--json");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        run = Path.of(String.valueOf(JsonText.read(outcome.lastLine()).get("runFolder")));
    }

    @Test
    void thePageShowsTheFilesAndTheLineThatAreCompiledHere() throws IOException {
        List<MatchResult> blocks = JAVA.matcher(page).results().toList();
        assertThat(blocks).hasSize(4);
        for (MatchResult block : blocks) {
            assertThat(block.group(2)).as(block.group(1)).isEqualTo(Files.readString(ROOT.resolve(block.group(1))));
        }
        String line = Files.readString(ROOT.resolve(
                "scenarios/src/test/resources/META-INF/services/catallaxy.environment.market.contract.Kind"));
        assertThat(page).contains("```\n" + line + "```");
        assertThat(line.lines()).hasSize(1);
    }

    @Test
    void nothingElseKnowsOfIt() throws IOException {
        assertThat(MainSources.naming(ROOT, "kiosk")).isEmpty();
    }

    private static long trades(String who) {
        return Shell.catallaxy("events", run.toString(), "--kind", "pool-swapped")
                .out()
                .lines()
                .filter(line -> line.contains("venue corner, participant " + who + ","))
                .count();
    }

    @Test
    void thePopulationAndTheArbitrageurTradeOnIt() {
        assertThat(trades("noise-at-the-corner")).isGreaterThan(20);
        assertThat(trades("informed-at-the-corner")).isPositive();
        assertThat(trades("arb")).isPositive();
    }

    @Test
    void theSummaryAndTheReportShowIt() throws IOException {
        Map<String, ?> summary = JsonText.read(Files.readString(run.resolve("summary.json")));
        assertThat(String.valueOf(summary.get("venues"))).contains("corner").contains("kiosk");
        Outcome report = Shell.catallaxy("report", run.toString());
        assertThat(report.exitCode()).as(report.err()).isZero();
        assertThat(Files.readString(run.resolve("report.html")))
                .contains("corner")
                .contains("kiosk");
    }

    @Test
    void itsRunReplaysBitForBit() {
        Outcome replay = Shell.catallaxy("replay", run.toString(), "--classpath", ROOT.toString());
        assertThat(replay.exitCode()).as(replay.out() + replay.err()).isZero();
    }

    @Test
    void aForkAndARestoredSnapshotHaveTheOriginalsFuture() {
        Scenario read = ScenarioReader.read(scenario, Map.of());
        MarketEnvironment environment = new MarketEnvironment(read.market());
        environment.reset(3);
        for (int i = 0; i < 2_000; i++) {
            environment.market().engine().advance();
        }
        MarketEngine original = environment.market().engine();
        MarketEngine fork = original.copy();
        StateWriter out = new StateWriter();
        original.save(out);
        MarketEngine restored = original.restored(new StateReader(out.toBytes()));
        for (int i = 0; i < 2_000; i++) {
            original.advance();
            fork.advance();
            restored.advance();
        }
        int corner = read.market().engine().venue("corner");
        assertThat(fork.log().digest().checkpoint())
                .isEqualTo(original.log().digest().checkpoint());
        assertThat(restored.log().digest().checkpoint())
                .isEqualTo(original.log().digest().checkpoint());
        assertThat(fork.price(corner)).isEqualTo(original.price(corner));
        assertThat(original.checkConservation().violations()).isEmpty();
    }

    @Test
    void itDescribesItselfAndRefusesAWrongKey() {
        assertThat(Kinds.registered().venue("kiosk")).isPresent();
        assertThat(Shell.catallaxy("list", "venues").out()).contains("kiosk").contains("A dealer with a posted price");
        assertThat(Shell.catallaxy("describe", "kiosk").out())
                .contains("stock-base")
                .contains("price moves a step");
        Outcome wrong = Shell.catallaxy("validate", scenario.toString(), "venues.corner.stock-bas=3");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("stock-bas").contains("stock-base");
        Outcome negative = Shell.catallaxy("validate", scenario.toString(), "venues.corner.fee-bps=-1");
        assertThat(negative.exitCode()).isEqualTo(2);
        assertThat(negative.err()).contains("fee-bps").contains("0 to 1000");
    }
}
