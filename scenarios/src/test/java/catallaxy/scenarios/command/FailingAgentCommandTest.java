package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.run.UnsoundAgent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user reads on the terminal about an agent that fails, and what the process exits with. */
class FailingAgentCommandTest {
    @TempDir
    Path folder;

    private Path scenario;

    @BeforeEach
    void write() throws IOException {
        Path shipped = Path.of(System.getProperty("catallaxy.root"), "scenarios", "two-chains.conf");
        scenario = folder.resolve("mine.conf");
        Files.writeString(scenario, Files.readString(shipped) + """

                duration = 5 m
                agents.mine {
                  role = trader
                  cadence = 30 s
                  venues = [spot-ETH-USDC]
                  max-trade = 5000000
                  holdings { spot { ETH = 2, USDC = 5000 } }
                  policy = { kind = class, class = "%s", settings { way = throws } }
                }
                """.formatted(UnsoundAgent.class.getName()));
    }

    private Shell.Outcome run(String... more) {
        String[] arguments = new String[more.length + 4];
        arguments[0] = "run";
        arguments[1] = scenario.toString();
        arguments[2] = "--out";
        arguments[3] = folder.resolve("out").toString();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Shell.catallaxy(arguments);
    }

    @Test
    void isLoudOnStandardError() {
        Shell.Outcome outcome = run("--no-report");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err())
                .contains("warning: agent mine (class " + UnsoundAgent.class.getName()
                        + "): 4 of 4 decisions failed, the first at 0.0 s: IllegalStateException: no idea; it holds since "
                        + "90.0 s; traces: ")
                .contains("/faults.log")
                .doesNotContain("agent maker");
        assertThat(outcome.out()).containsPattern("mine .*FAILED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            settings.way=cannot begin  | the constructor of catallaxy.scenarios.run.UnsoundAgent failed: IllegalStateException: no start
            class=com.example.Nowhere  | there is no class com.example.Nowhere on the class path; add its jar with --classpath
            """)
    void neitherARunNorATrainingBeginsWithOneThatCannotBeMade(String setting, String message) {
        for (String command : new String[] {"run", "train"}) {
            Shell.Outcome outcome = Shell.catallaxy(
                    command,
                    scenario.toString(),
                    "--out",
                    folder.resolve("none").toString(),
                    "agents.mine.policy." + setting);
            assertThat(outcome.err()).as(command).contains("error: agent mine: " + message + "\n");
            assertThat(outcome.exitCode()).as(command).isEqualTo(2);
            assertThat(folder.resolve("none")).as(command).doesNotExist();
        }
    }

    @Test
    void strictExitsWithOneAndTheRunGoesToItsEnd() throws IOException {
        Shell.Outcome outcome = run("--strict", "--driver", "batch");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("warning: agent mine");
        assertThat(outcome.out()).contains("digest  ");
        try (var runs = Files.list(folder.resolve("out"))) {
            assertThat(runs.findFirst().orElseThrow().resolve("report.html")).exists();
        }
    }

    @Test
    void strictIsOkWhereNobodyFails() {
        assertThat(run("--strict", "--no-report", "agents.mine.policy.settings.way=holds")
                        .exitCode())
                .isZero();
    }

    @Test
    void withJsonTheWarningStaysOffStandardOutput() {
        Shell.Outcome outcome = run("--json", "--no-report");
        assertThat(outcome.out().lines()).hasSize(1);
        assertThat(outcome.lastLine()).contains("\"failedDecisions\":4");
        assertThat(outcome.err()).contains("warning: agent mine");
    }

    @Test
    void oneThatHangsIsOneMessageAndExitCodeOne() {
        Shell.Outcome outcome =
                run("agents.mine.policy.settings.way=hangs", "faults.decision-timeout=200 ms", "--driver", "batch");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("error: agent mine hangs: it did not decide at its epoch 0, 0 s, within 0.2 s")
                .doesNotContain("fault of Catallaxy")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            throws | error: agent mine failed at its epoch 0, 0 s: IllegalStateException: no idea; trace:
            hangs  | error: agent mine hangs: it did not decide at its epoch 0, 0 s, within 0.2 s of wall-clock time
            """)
    void besideLearnersItIsOneMessageAndExitCodeOne(String way, String message) {
        Shell.Outcome outcome = Shell.catallaxy(
                "train",
                scenario.toString(),
                "duration=2 m",
                "faults.decision-timeout=200 ms",
                "agents.mine.policy.settings.way=" + way,
                "learners.fund=null",
                "learners.risk=null",
                "learners.maker.settings.rollout-length=12",
                "training.rounds=1",
                "training.worlds=2",
                "--quiet",
                "--out",
                folder.resolve("out").toString());
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .startsWith(message)
                .contains("there is no checkpoint from before")
                .doesNotContain("fault of Catallaxy")
                .doesNotContain("\tat ");
    }

    @Test
    void refusedCommandsAreALineOfTheAnswerWithTheirReason() throws IOException {
        Shell.Outcome outcome = run("agents.mine.policy.settings.way=cancels where there is no book");
        assertThat(outcome.out()).contains("refused  mine: 11 × CancelOrder UNKNOWN_BOOK\n");
        try (Stream<Path> runs = Files.list(folder.resolve("out"))) {
            Path run = runs.findFirst().orElseThrow();
            assertThat(Files.readString(run.resolve("report.html"))).contains(">Cancel order unknown book<");
        }
    }

    @Test
    void tradesBeyondItsMeansAreALineOfTheAnswer() {
        Shell.Outcome outcome = run("--no-report", "agents.mine.policy.settings.way=buys beyond its means");
        assertThat(outcome.out()).contains("refused  mine: 11 × beyond its means, cut or not sent");
    }
}
