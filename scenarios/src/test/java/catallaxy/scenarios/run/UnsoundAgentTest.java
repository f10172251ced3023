package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.report.Report;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a run says of a user's agent that is wrong at every decision: the same under both drivers, in every file. */
final class UnsoundAgentTest {
    @TempDir
    Path folder;

    private Scenario scenario(String way, String... settings) throws IOException {
        String shipped = Files.readString(ShortRun.SCENARIOS.resolve("two-chains.conf"));
        Path file = folder.resolve("unsound.conf");
        Files.writeString(
                file, shipped + """

                agents.mine {
                  role = trader
                  cadence = 30 s
                  venues = [spot-ETH-USDC]
                  max-trade = 5000000
                  holdings { spot { ETH = 2, USDC = 5000 } }
                  policy = { kind = class, class = "%s", settings { way = "%s" } }
                }
                faults.max-consecutive-faults = 3
                %s
                """.formatted(UnsoundAgent.class.getName(), way, String.join("\n", settings)));
        return ScenarioReader.read(file, Map.of("duration", "5 m"));
    }

    private ShortRun run(Scenario scenario, DriverKind driver) {
        return ShortRun.of(scenario, 1, driver, OptionalLong.empty(), folder.resolve("out-" + driver.id()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            throws    | threw          | IllegalStateException: no idea
            overflows | threw          | StackOverflowError
            throws lines | threw       | IllegalStateException: one two\uFFFD[31m
            throws what throws | threw | Unspeakable: its message cannot be read, as that throws IllegalStateException
            nan       | invalid_action | trade.spot-ETH-USDC: expected a number in [-5000000.0, 5000000.0] quote, found NaN
            infinite  | invalid_action | trade.spot-ETH-USDC: expected a number in [-5000000.0, 5000000.0] quote, found Infinity
            oversized | invalid_action | trade.spot-ETH-USDC: expected a number in [-5000000.0, 5000000.0] quote, found 1.0E12
            short     | invalid_action | expected 1 action components, found 0
            long      | invalid_action | expected 1 action components, found 2
            null values        | threw | InvalidValueException: values: expected an array, found nothing
            null list          | threw | InvalidValueException: commands: expected a list, found nothing
            null command       | threw | InvalidValueException: commands[1]: expected a command, found nothing
            null side          | threw | InvalidValueException: side: expected BUY or SELL, found nothing
            null time in force | threw | InvalidValueException: timeInForce: expected GTC, IOC, FOK or POST_ONLY, found nothing
            null amount        | threw | InvalidValueException: amount: expected an amount, found nothing
            null call          | threw | InvalidValueException: call: expected a call, found nothing
            null in batch      | threw | InvalidValueException: calls[1]: expected a call, found nothing
            null pool          | threw | InvalidValueException: pools[1]: expected a venue, found nothing
            """)
    void everyWayIsSaidTheSameWayUnderBothDrivers(String way, String kind, String message) throws IOException {
        Scenario scenario = scenario(way);
        ShortRun batch = run(scenario, DriverKind.BATCH);
        ShortRun actors = run(scenario, DriverKind.ACTORS);
        assertThat(batch.digest()).isEqualTo(actors.digest());
        for (ShortRun run : List.of(batch, actors)) {
            Config mine = run.agent("mine");
            assertThat(mine.getLong("faults." + kind)).isEqualTo(4);
            assertThat(mine.getLong("faults.retired")).isEqualTo(1);
            assertThat(mine.getLong("failedDecisions")).isEqualTo(4);
            assertThat(mine.getLong("decisions")).as("until it was retired").isEqualTo(4);
            assertThat(mine.getDouble("firstFailureSeconds")).isZero();
            assertThat(mine.getDouble("retiredSeconds")).isEqualTo(90);
            assertThat(mine.getString("failure"))
                    .isEqualTo("4 of 4 decisions failed, the first at 0.0 s: " + message + "; it holds since 90.0 s");
            assertThat(mine.getString("policy")).isEqualTo("class " + UnsoundAgent.class.getName());
            assertThat(manifest(run).getStringList("failedAgents")).containsExactly("mine");
            assertThat(run.agent("maker").getString("failure")).isEmpty();
            assertThat(run.agent("maker").getIsNull("retiredSeconds")).isTrue();
        }
        assertThat(faultLines(batch)).hasSize(5).isEqualTo(faultLines(actors));
        assertThat(faultLines(batch).getFirst())
                .isEqualTo("0.0 s, agent mine, epoch 0: " + kind.replace('_', '-') + ": " + message);
    }

    @ParameterizedTest
    @EnumSource(DriverKind.class)
    void aMessageOfAMillionCharactersFillsNoFile(DriverKind driver) throws IOException {
        ShortRun run = run(scenario("throws a book"), driver);
        assertThat(run.agent("mine").getString("failure"))
                .startsWith("4 of 4 decisions failed, the first at 0.0 s: IllegalStateException: xxx")
                .endsWith("x… (1000000 characters); it holds since 90.0 s")
                .hasSizeLessThan(700);
        assertThat(Files.size(run.files().faults())).isBetween(100_000L, 110_000L);
        assertThat(Files.size(run.files().interventions())).isLessThan(5_000);
    }

    private static List<String> faultLines(ShortRun run) throws IOException {
        return Files.readAllLines(run.files().faults()).stream()
                .filter(line -> line.contains(" s, agent mine, epoch "))
                .toList();
    }

    private static Config manifest(ShortRun run) {
        return ConfigFactory.parseFile(run.files().manifest().toFile());
    }

    @ParameterizedTest
    @EnumSource(DriverKind.class)
    void theTraceOfWhatItThrewIsInTheRunFolderOnce(DriverKind driver) throws IOException {
        ShortRun run = run(scenario("throws"), driver);
        List<String> log = Files.readAllLines(run.files().faults());
        assertThat(log.get(1)).isEqualTo("java.lang.IllegalStateException: no idea");
        assertThat(log.get(2)).startsWith("\tat ").contains(UnsoundAgent.class.getName() + ".decide");
        assertThat(log.stream().filter(line -> line.contains("UnsoundAgent.decide")))
                .as("thrown four times at the same place")
                .hasSize(1);
    }

    @Test
    void aRunWithoutFaultsHasNoFaultLog() throws IOException {
        ShortRun run = run(scenario("holds"), DriverKind.BATCH);
        assertThat(run.files().faults()).doesNotExist();
        assertThat(run.agent("mine").getLong("decisions")).isEqualTo(11);
        assertThat(run.agent("mine").getString("failure")).isEmpty();
        assertThat(manifest(run).hasPath("failedAgents")).isFalse();
        assertThat(report(run)).doesNotContain("Agents failed in this run.");
    }

    private String report(ShortRun run) throws IOException {
        Path page = folder.resolve("report.html");
        Report.write(List.of(run.folder()), Optional.empty(), page);
        return Files.readString(page);
    }

    @Test
    void theReportBeginsWithABanner() throws IOException {
        String page = report(run(scenario("nan"), DriverKind.BATCH));
        assertThat(page)
                .contains("Agents failed in this run.")
                .contains("mine (class " + UnsoundAgent.class.getName()
                        + "): 4 of 4 decisions failed, the first at 0.0 s")
                .contains("it holds since 90.0 s.");
        assertThat(page.indexOf("Agents failed in this run.")).isLessThan(page.indexOf("Equity and drawdown"));
    }

    @ParameterizedTest
    @EnumSource(DriverKind.class)
    void oneThatHangsFailsTheRunAndIsNamed(DriverKind driver) throws IOException {
        Scenario scenario = scenario("hangs", "faults.decision-timeout = 200 ms");
        UserError failed = catchThrowableOfType(UserError.class, () -> run(scenario, driver));
        assertThat(failed.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(failed.explanation())
                .startsWith("agent mine hangs: it did not decide at its epoch 0, 0 s, within 0.2 s of wall-clock time "
                        + "(faults.decision-timeout); trace: ");
        RunFiles files;
        try (var folders = Files.list(folder.resolve("out-" + driver.id()))) {
            files = new RunFiles(folders.findFirst().orElseThrow());
        }
        Config manifest = ConfigFactory.parseFile(files.manifest().toFile());
        assertThat(manifest.getString("status")).isEqualTo("failed");
        assertThat(manifest.getString("reason")).isEqualTo(failed.explanation());
        assertThat(files.summary()).doesNotExist();
        assertThat(Files.readString(files.faults())).contains(UnsoundAgent.class.getName() + ".hang(");
    }

    @ParameterizedTest
    @EnumSource(DriverKind.class)
    void whatHappenedBeforeAHangIsKeptAndCanBeReported(DriverKind driver) throws IOException {
        Scenario scenario = scenario("trades and hangs", "faults.decision-timeout = 200 ms");
        UserError failed = catchThrowableOfType(UserError.class, () -> run(scenario, driver));
        RunFiles files;
        try (var folders = Files.list(folder.resolve("out-" + driver.id()))) {
            files = new RunFiles(folders.findFirst().orElseThrow());
        }
        assertThat(failed.explanation())
                .startsWith("agent mine hangs: it did not decide at its epoch 4, 120 s, within 0.2 s")
                .endsWith("\nwhat happened before is kept: catallaxy report " + files.folder() + " shows it");
        ShortRun whole =
                ShortRun.of(scenario("trades always"), 1, driver, OptionalLong.empty(), folder.resolve("whole"));
        for (Path kept : List.of(files.trades(), files.equity(), files.metrics())) {
            List<String> all =
                    Files.readAllLines(whole.folder().resolve(kept.getFileName().toString()));
            List<String> lines = Files.readAllLines(kept);
            assertThat(lines).as(kept + "").hasSizeGreaterThan(1).hasSizeLessThan(all.size());
            assertThat(all.subList(0, lines.size()))
                    .as("the course without the hang")
                    .isEqualTo(lines);
        }
        assertThat(Files.readString(files.trades())).contains(",mine,");
        Path page = folder.resolve("kept.html");
        Report.write(List.of(files.folder()), Optional.empty(), page);
        assertThat(Files.readString(page)).contains("agent mine hangs");
    }

    @ParameterizedTest
    @EnumSource(DriverKind.class)
    void whatAMaskForbidsHasNoEffectAndIsCounted(DriverKind driver) throws IOException {
        Config mine = run(
                        scenario(
                                "trades always",
                                "agents.mine { cadence = 1 s, venues = [mainnet-ETH-USDC] }",
                                "agents.mine.holdings.mainnet { ETH = 1, USDC = 50000 }"),
                        driver)
                .agent("mine");
        long masked = mine.getLong("maskedDecisions");
        assertThat(masked).as("while its transaction waits for its block").isBetween(100L, 290L);
        assertThat(mine.getLong("failedDecisions")).isZero();
        assertThat(mine.getLong("fills")).isPositive().isLessThanOrEqualTo(mine.getLong("decisions") - masked);
    }

    /** It owns 2 ETH and 5,000 USDC and asks for 5,000,000 at each of its eleven decisions. */
    @ParameterizedTest
    @CsvSource({"buys beyond its means, 5000", "sells beyond its means, 6100"})
    void tradesBeyondItsMeansAreCutCountedAndShown(String way, double most) throws IOException {
        ShortRun run = run(scenario(way), DriverKind.BATCH);
        Config mine = run.agent("mine");
        assertThat(mine.getLong("beyondMeans")).isEqualTo(11);
        assertThat(mine.getDouble("traded")).isPositive().isLessThan(most);
        assertThat(mine.getLong("failedDecisions")).isZero();
        assertThat(report(run)).contains("Beyond its means, cut or not sent");
    }
}
