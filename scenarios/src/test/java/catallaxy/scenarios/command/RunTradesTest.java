package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.command.Shell.Outcome;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that end after so many trades, and what their agents tell of themselves. */
final class RunTradesTest {
    @TempDir
    Path folder;

    private Outcome run(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("run", "execution", "--no-report", "--driver", "batch", "--out", folder.toString()));
        arguments.addAll(Arrays.asList(more));
        return Shell.catallaxy(arguments.toArray(String[]::new));
    }

    @Test
    void theyEndEarlyAndAreTheSameEveryTime() {
        Outcome first = run("--trades", "8", "--json", "methods=l2");
        assertThat(first.exitCode()).as(first.err()).isZero();
        Config summary = ConfigFactory.parseString(first.lastLine());
        assertThat(summary.getDouble("simulatedSeconds")).isPositive().isLessThan(86_400);
        double fills = summary.getConfigList("agents").stream()
                .mapToDouble(agent -> agent.getDouble("fills"))
                .sum();
        assertThat(fills).isBetween(8.0, 16.0);
        Config executor = summary.getConfigList("agents").stream()
                .filter(agent -> agent.getString("id").equals("executor"))
                .findFirst()
                .orElseThrow();
        assertThat(executor.getConfig("figures").root()).containsKey("confidence");
        Outcome other = run("trade-limit=8", "--json", "methods=l2");
        assertThat(ConfigFactory.parseString(other.lastLine()).getString("digest"))
                .isEqualTo(summary.getString("digest"));
    }

    @Test
    void whatAgentsTellIsBelowTheTable() {
        assertThat(run("--trades", "4").out()).contains("figures  executor: ").contains("decisions ");
    }

    @Test
    void oneOfOptionAndSettingIsEnough() {
        Outcome both = run("--trades", "8", "trade-limit=9");
        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.err()).contains("trade-limit: expected one value, found two");
        assertThat(run("--trades", "-1").err()).contains("trade-limit: expected 0 to");
    }
}
