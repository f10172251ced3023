package catallaxy.scenarios.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.driver.AgentPlan;
import catallaxy.agents.driver.BatchDriver;
import catallaxy.agents.driver.DriverListener;
import catallaxy.agents.driver.FaultRule;
import catallaxy.environment.api.Action;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.run.AgentPlans;
import catallaxy.scenarios.run.Replay;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run of bull-and-bear whose trader buys for 1000, and holds every third time, in Python. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class BridgedRunTest {
    private static final List<String> SETTINGS = List.of("duration=3 h");

    @TempDir
    Path folder;

    private static Map<String, Object> order(Path out, List<String> settings, String... agents) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("environment", "run");
        order.put("scenario", "bull-and-bear");
        order.put("settings", settings);
        order.put("agents", List.of(agents));
        order.put("seed", 4);
        order.put("out", out.toString());
        order.put("command", "as the test says");
        return order;
    }

    /** Plays so many decisions, or all of them. */
    private static int play(PythonSide python, int most) {
        python.turn();
        int decisions = 0;
        while (python.array("finished").get(SharedBlock.LONG, 0) == 0 && decisions < most) {
            if (decisions % 3 != 0) {
                python.array("actions").set(SharedBlock.DOUBLE, 0, 1000);
                python.array("given").set(ValueLayout.JAVA_BYTE, 0, (byte) 1);
            }
            decisions++;
            python.turn();
        }
        return decisions;
    }

    /** The digest of the same decisions under a driver. */
    private static String driven() {
        Scenario scenario = ScenarioReader.read(
                PythonSide.SCENARIOS.resolve("bull-and-bear.conf"), PythonSide.HOST.settings(SETTINGS));
        List<AgentPlan> plans = AgentPlans.of(scenario, 4, BridgedRunTest.class.getClassLoader()).stream()
                .map(plan -> new AgentPlan(
                        plan.agent(), () -> seen -> seen.epoch() % 3 == 0 ? Action.HOLD : Action.of(1000)))
                .toList();
        return new BatchDriver()
                .run(new MarketEnvironment(scenario.market()), 4, plans, FaultRule.DEFAULT, DriverListener.NONE)
                .digest();
    }

    @Test
    void theRunIsThatOfTheSameDecisionsAndIsReplayedWithoutPython() throws IOException {
        try (PythonSide python = new PythonSide(folder, true)) {
            python.open(order(folder.resolve("runs"), SETTINGS, "trader"));
            assertThat(play(python, Integer.MAX_VALUE)).isEqualTo(19);
            Map<String, ?> summary = python.received();
            assertThat(summary.get("digest")).isEqualTo(driven());
            Path run = Path.of(String.valueOf(summary.get("runFolder")));
            Map<String, ?> agent =
                    PythonSide.object(PythonSide.list(summary.get("agents")).getFirst());
            assertThat(agent.get("policy")).isEqualTo("python");
            assertThat(Files.readString(run.resolve("scenario.conf"))).contains("agents.trader.policy.kind = python");
            assertThat(Files.readString(run.resolve("command.txt"))).isEqualTo("as the test says\n");
            assertThat(Replay.of(run).identical()).isTrue();
        }
    }

    @Test
    void aRunThatPythonLeavesIsInterruptedAndReadable() throws IOException {
        Path runs = folder.resolve("left");
        try (PythonSide python = new PythonSide(folder, false)) {
            python.open(order(runs, SETTINGS, "trader"));
            play(python, 5);
        }
        try (var made = Files.list(runs)) {
            Path run = made.findFirst().orElseThrow();
            Map<String, ?> manifest = JsonText.read(Files.readString(run.resolve("manifest.json")));
            assertThat(manifest.get("status")).isEqualTo("interrupted");
        }
    }

    @Test
    void whatCannotBeSeatedIsToldBeforeAnythingIsWritten() {
        try (PythonSide python = new PythonSide(folder, true)) {
            Path runs = folder.resolve("none");
            assertThatThrownBy(() -> python.open(order(runs, SETTINGS, "tradr")))
                    .hasMessage("agent: expected one of trader, found tradr; did you mean trader?");
            List<String> twice = List.of("agents.trader.policy.kind=random");
            assertThatThrownBy(() -> python.open(order(runs, twice, "trader")))
                    .hasMessage("agents.trader.policy.kind: expected none, since the policy of trader is in Python");
            List<String> alone = List.of("agents.trader.policy.kind=python", "duration=1 h");
            python.open(order(runs, alone));
            assertThat(play(python, 2)).as("a scenario may say it itself").isEqualTo(2);
            assertThat(runs).isNotEmptyDirectory();
        }
    }
}
