package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.run.DriverKind;
import catallaxy.scenarios.run.RunRequest;
import catallaxy.scenarios.run.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a maker of a perpetual holds is its position, which is no asset. */
final class InventoryChartTest {
    @TempDir
    private Path work;

    private RunFolder run() throws IOException {
        Path scenario = Path.of(System.getProperty("catallaxy.root"), "scenarios", "perp-squeeze.conf");
        RunRequest request = new RunRequest(
                ScenarioReader.read(scenario, Map.of("duration", "10 m")),
                3,
                DriverKind.BATCH,
                work,
                "catallaxy run",
                "test",
                InventoryChartTest.class.getClassLoader(),
                OptionalLong.empty());
        return RunFolder.read(
                Path.of(Simulation.run(request, timeNanos -> {}).subject().runFolder()));
    }

    @Test
    void aMakersPositionIsALineInTheChartOfItsAsset() throws IOException {
        RunFolder run = run();
        Chart ether = new InventoryChart()
                .charts(run).stream()
                        .filter(chart -> chart.unit().equals("ETH"))
                        .findFirst()
                        .orElseThrow();
        assertThat(ether.lines()).extracting(Chart.Line::name).containsExactly("maker", "maker on eth-perp");
        assertThat(ether.lines().getFirst().samples().isZero())
                .as("it owns none")
                .isTrue();
        Samples position = ether.lines().getLast().samples();
        assertThat(position.firstValue()).isZero();
        double bought = 0;
        for (String row : Files.readAllLines(run.path().resolve("trades.csv"))) {
            String[] cells = row.split(",", -1);
            double sign = cells[3].equals("buy") ? 1 : -1;
            bought += cells[1].equals("maker") ? sign * Double.parseDouble(cells[6]) : 0;
        }
        assertThat(bought).isNotZero();
        assertThat(position.lastValue()).isCloseTo(bought, within(1e-9));
    }
}
