package catallaxy.scenarios.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.statistics.Estimate;
import catallaxy.agents.statistics.ScoreSample;
import catallaxy.agents.statistics.StudentisedBootstrap;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.scenarios.report.AgentFigures;
import catallaxy.scenarios.report.TableChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often the intervals hold the mean where the law is that of a market's agents: many runs, of which few are drawn. */
final class MarketCoverageTest {
    private static final int REPETITIONS = 1_000;
    private static final Path SCENARIO = Path.of(System.getProperty("catallaxy.root"), "scenarios", "two-chains.conf");

    @TempDir
    Path out;

    @Tag("long")
    @Test
    void holdsWhatTheAgentsOfTwoChainsEarn() throws IOException {
        SimulationSweep kind = new SimulationSweep();
        SweepPlan plan = SweepPlan.of(
                kind, SCENARIO, 2, TableChoice.NONE, Map.of("seed", "1..200", "duration", "30 m"), _ -> {});
        Simulating worker = new Simulating("test", MarketCoverageTest.class.getClassLoader(), () -> false);
        List<AgentFigures> runs = Sweep.create(plan, kind, out).run(worker, _ -> {}).stream()
                .map(run -> run.result().orElseThrow())
                .map(AgentFigures::of)
                .toList();
        for (String figure : List.of("pnl")) {
            for (String agent : List.of("maker", "fund", "arb")) {
                double[] pool =
                        runs.stream().mapToDouble(run -> run.of(agent, figure)).toArray();
                for (int n : new int[] {5, 10, 20}) {
                    double coverage = coverage(pool, n, agent + "/" + figure);
                    System.out.printf(Locale.ROOT, "%-6s %-15s n=%-3d %.1f %%%n", agent, figure, n, 100 * coverage);
                    assertThat(coverage).as("%s %s of %d", agent, figure, n).isBetween(0.93, 0.99);
                }
            }
        }
    }

    private static double coverage(double[] pool, int n, String name) {
        RandomStream random = RandomStream.of(15, "test/market/" + name);
        double truth = Arrays.stream(pool).average().orElseThrow();
        int held = 0;
        for (int i = 0; i < REPETITIONS; i++) {
            double[] drawn = new double[n];
            Arrays.setAll(drawn, _ -> pool[random.nextInt(pool.length)]);
            Estimate mean = StudentisedBootstrap.STANDARD.mean(ScoreSample.of(drawn));
            held += mean.low() <= truth && truth <= mean.high() ? 1 : 0;
        }
        return held / (double) REPETITIONS;
    }
}
