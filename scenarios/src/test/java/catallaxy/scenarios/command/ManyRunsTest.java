package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.scenarios.command.Shell.Outcome;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep of a short market: two settings on five days, and what is said of it. */
final class ManyRunsTest {
    @TempDir
    static Path out;

    private static Config sweep = ConfigFactory.empty();

    @BeforeAll
    static void sweeps() {
        Outcome outcome = sweep("seed=1..5", "agents.maker.policy.gamma=0.0005,0.05", "--json", "--quiet");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        sweep = ConfigFactory.parseString(outcome.lastLine());
    }

    private static Outcome sweep(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("sweep", "two-chains", "duration=10 m", "--out", out.toString()));
        arguments.addAll(List.of(more));
        return Shell.catallaxy(arguments.toArray(String[]::new));
    }

    private static Config figure(Config group, String agent, String figure) {
        return group.getConfigList("agents").stream()
                .filter(each -> each.getString("id").equals(agent)
                        && each.getString("figure").equals(figure))
                .findFirst()
                .orElseThrow();
    }

    private static Config paired(Config of, String agent, String figure) {
        return of.getConfigList("paired").stream()
                .filter(each -> each.getString("agent").equals(agent)
                        && each.getString("figure").equals(figure))
                .findFirst()
                .orElseThrow();
    }

    private static double summed(Config run) {
        return ConfigFactory.parseFile(Path.of(run.getString("runFolder"))
                        .resolve("summary.json")
                        .toFile())
                .getConfigList("agents")
                .stream()
                .filter(agent -> agent.getString("id").equals("maker"))
                .mapToDouble(agent -> agent.getDouble("pnl"))
                .sum();
    }

    @Test
    void aMarketWithLearnersIsSimulated() {
        assertThat(sweep.getConfigList("runs"))
                .hasSize(10)
                .allSatisfy(run -> assertThat(run.getString("digest")).hasSize(32));
        assertThat(sweep.getConfigList("groups"))
                .extracting(group -> group.getString("group") + " n=" + group.getInt("n"))
                .containsExactly("agents.maker.policy.gamma=0.0005 n=5", "agents.maker.policy.gamma=0.05 n=5");
        assertThat(sweep.getStringList("failures")).isEmpty();
    }

    @Test
    void theMeansAreThoseOfTheRunFolders() {
        List<? extends Config> runs = sweep.getConfigList("runs");
        for (int group = 0; group < 2; group++) {
            double sum = 0;
            for (int seed = 0; seed < 5; seed++) {
                sum += summed(runs.get(2 * seed + group));
            }
            Config pnl = figure(sweep.getConfigList("groups").get(group), "maker", "pnl");
            assertThat(pnl.getDouble("mean")).isEqualTo(sum / 5, within(1e-6));
            assertThat(pnl.getDouble("mean")).isBetween(pnl.getDouble("low"), pnl.getDouble("high"));
            assertThat(pnl.getInt("n")).isEqualTo(5);
            assertThat(pnl.root()).containsKeys("iqm", "sd", "seeds");
        }
    }

    /** The parts of the PnL are figures like others, and their means sum as they do. */
    @Test
    void whereTheMoneyCameFromIsInTheTable() {
        Config group = sweep.getConfigList("groups").getFirst();
        double parts = group.getConfigList("agents").stream()
                .filter(each -> each.getString("id").equals("maker")
                        && each.getString("figure").startsWith("attribution."))
                .mapToDouble(each -> each.getDouble("mean"))
                .sum();
        assertThat(parts).isEqualTo(figure(group, "maker", "pnl").getDouble("mean"), within(1e-3));
    }

    @Test
    void pairingTakesTheDaysOut() {
        Config pnl = paired(sweep, "maker", "pnl");
        assertThat(pnl.getInt("n")).isEqualTo(5);
        assertThat(pnl.getString("base.\"agents.maker.policy.gamma\"")).isEqualTo("0.0005");
        assertThat(pnl.getString("settings.\"agents.maker.policy.gamma\"")).isEqualTo("0.05");
        assertThat(pnl.getLong("seedsUnpaired")).isGreaterThan(pnl.getLong("seedsPaired"));
    }

    @Test
    void resumeOfWhatHasEndedSaysTheSame() {
        Outcome again = Shell.catallaxy("resume", sweep.getString("folder"), "--json", "--quiet");
        assertThat(ConfigFactory.parseString(again.lastLine())).isEqualTo(sweep);
        Outcome text = Shell.catallaxy("resume", sweep.getString("folder"), "--quiet");
        assertThat(text.out())
                .contains("agent", "pnlOverHolding", "differences to agents.maker.policy.gamma=0.0005, seed by seed")
                .contains("seeds not shared", "folder  ", "report  ");
    }

    @Test
    void theReportHasTheTable() throws IOException {
        assertThat(Path.of(sweep.getString("report")))
                .content()
                .contains("10 runs of two-chains", "Figures over the seeds", "Differences on the same seeds")
                .contains(">pnlOverHolding<", ">attribution.spread<", "agents.maker.policy.gamma=0.05");
        Path again = out.resolve("again.html");
        Outcome report = Shell.catallaxy("report", sweep.getString("folder"), "--out", again.toString(), "--json");
        assertThat(ConfigFactory.parseString(report.lastLine()).getConfigList("paired"))
                .isEqualTo(sweep.getConfigList("paired"));
        assertThat(Files.readString(again)).isEqualTo(Files.readString(Path.of(sweep.getString("report"))));
    }

    @Test
    void aWidthMayBeWantedLater() {
        Outcome report = Shell.catallaxy(
                "report",
                sweep.getString("folder"),
                "--width",
                "pnl=100000",
                "--json",
                "--out",
                out.resolve("width.html").toString());
        Config wide = ConfigFactory.parseString(report.lastLine());
        assertThat(paired(wide, "maker", "pnl").getInt("seedsPaired")).isEqualTo(2);
        assertThat(paired(wide, "maker", "fills").getInt("seedsPaired"))
                .isEqualTo(paired(sweep, "maker", "fills").getInt("seedsPaired"));
    }

    @Test
    void reportGroupsRunFoldersThatAreGivenByHand() {
        List<String> arguments = new ArrayList<>(List.of("report"));
        sweep.getConfigList("runs").forEach(run -> arguments.add(run.getString("runFolder")));
        arguments.addAll(List.of("--out", out.resolve("hand.html").toString(), "--json"));
        Config report = ConfigFactory.parseString(
                Shell.catallaxy(arguments.toArray(String[]::new)).lastLine());
        assertThat(report.getConfigList("groups")).isEqualTo(sweep.getConfigList("groups"));
        assertThat(report.getConfigList("paired")).isEqualTo(sweep.getConfigList("paired"));
    }

    @Test
    void reportDoesNotCompareDifferentDays() {
        List<? extends Config> runs = sweep.getConfigList("runs");
        String small = runs.getFirst().getString("runFolder");
        String great = runs.getLast().getString("runFolder");
        Path page = out.resolve("days.html");
        Outcome report = Shell.catallaxy("report", great, "--compare", small, "--out", page.toString());
        assertThat(report.exitCode()).isZero();
        assertThat(report.out())
                .contains("note: not compared: agents.maker.policy.gamma=0.05 with agents.maker.policy.gamma=0.0005")
                .contains("luck is not told from merit")
                .doesNotContain("seed by seed");
        assertThat(page).content().contains("they are not compared").doesNotContain("<td>difference</td>");
    }

    @Test
    void runsOfOneConfigurationDifferByLuck() {
        List<? extends Config> runs = sweep.getConfigList("runs");
        Outcome report = Shell.catallaxy(
                "report",
                runs.get(2).getString("runFolder"),
                "--compare",
                runs.getFirst().getString("runFolder"),
                "--out",
                out.resolve("luck.html").toString());
        assertThat(report.err()).contains("note: the runs have one configuration: what they differ by is luck");
    }

    @Test
    void theBaseAndTheWidthAreThoseThatWereAskedFor() {
        Outcome outcome = sweep(
                "seed=1..4",
                "agents.maker.policy.gamma=0.0005,0.05",
                "--base",
                "agents.maker.policy.gamma=0.05",
                "--width",
                "pnl=10000",
                "--json",
                "--quiet");
        Config other = ConfigFactory.parseString(outcome.lastLine());
        Config pnl = paired(other, "maker", "pnl");
        assertThat(pnl.getString("base.\"agents.maker.policy.gamma\"")).isEqualTo("0.05");
        assertThat(pnl.getInt("seedsPaired")).isEqualTo(2);
        Outcome again = Shell.catallaxy("resume", other.getString("folder"), "--json", "--quiet");
        assertThat(ConfigFactory.parseString(again.lastLine())).isEqualTo(other);
    }

    @Test
    void aRunThatFailsIsCountedWithItsReason() {
        Outcome outcome = sweep(
                "seed=1,2",
                "agents.maker.policy={kind=avellaneda-stoikov},{kind=class,class=x.Y}",
                "--json",
                "--quiet");
        assertThat(outcome.exitCode()).isEqualTo(1);
        Config failed = ConfigFactory.parseString(outcome.lastLine());
        assertThat(failed.getConfigList("failures"))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.getString("reason")).contains("x.Y"));
        assertThat(failed.getConfigList("groups").getLast().getInt("n")).isZero();
        assertThat(failed.getConfigList("groups").getLast().getInt("runs")).isEqualTo(2);
        assertThat(failed.getConfigList("groups")
                        .getLast()
                        .getStringList("absences")
                        .getFirst())
                .startsWith("2 failed: ")
                .contains("x.Y");
    }

    @Test
    void mistakesAreWrongUsageBeforeAnythingIsRun() {
        assertThat(sweep("agents.maker.policy.gama=1,2").err()).contains("did you mean 'gamma'?");
        assertThat(sweep("seed=1..3,2").err()).contains("found one run twice");
        assertThat(sweep("seed=3..1").err()).contains("expected a range from the least to the greatest");
        assertThat(sweep("seed=1..20000").err()).contains("at most 10000 combinations");
        assertThat(sweep("seed=1,2", "--base", "seed=1").err()).contains("--base: expected the settings of one group");
        assertThat(sweep("seed=1,2", "--width", "-3").err()).contains("--width: expected a positive number");
        assertThat(sweep("seed=1,2", "--jobs", "0").err()).contains("--jobs: expected 1 to 256, found 0");
        assertThat(sweep("seed=1,2", "--train", "--width", "3").err())
                .contains("--base and --width: expected a sweep of simulations");
        Outcome wrong = sweep("seed=1,2", "--base", "gamma=1");
        assertThat(wrong.exitCode()).isEqualTo(2);
    }
}
