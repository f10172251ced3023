package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.command.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about adding a chart: its file is the one that is compiled here, and the report of a run shows it. */
final class AddingAChartTest {
    private static final Path ROOT = Path.of(System.getProperty("catallaxy.root", ".."));
    private static final Pattern JAVA = Pattern.compile("<!-- (\\S+\\.java) -->\n```java\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern DATA = Pattern.compile("id=\"data\">(.*?)</script>", Pattern.DOTALL);

    @TempDir
    static Path work;

    private static String page = "";
    private static Path run = Path.of("");

    @BeforeAll
    static void runAScenario() throws IOException {
        page = Files.readString(ROOT.resolve("docs/adding-a-chart.md"));
        Outcome outcome = Shell.catallaxy("run", "two-chains", "duration=30m", "--out", work.toString(), "--json");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        run = Path.of(String.valueOf(JsonText.read(outcome.lastLine()).get("runFolder")));
    }

    @Test
    void thePageShowsTheFileAndTheLineThatAreCompiledHere() throws IOException {
        List<MatchResult> blocks = JAVA.matcher(page).results().toList();
        assertThat(blocks).hasSize(1);
        MatchResult block = blocks.getFirst();
        assertThat(block.group(2)).isEqualTo(Files.readString(ROOT.resolve(block.group(1))));
        String line = Files.readString(
                ROOT.resolve("scenarios/src/test/resources/META-INF/services/catallaxy.scenarios.report.ChartKind"));
        assertThat(page).contains("```\n" + line + "```");
        assertThat(line.lines()).hasSize(1);
    }

    @Test
    void nothingElseKnowsOfIt() throws IOException {
        assertThat(MainSources.naming(ROOT, "turnoverchart")).isEmpty();
    }

    @Test
    void theReportThatTheRunWroteDrawsWhatItsTradesSumTo() throws IOException {
        String html = Files.readString(run.resolve("report.html"));
        assertThat(html).containsSubsequence("id=\"run-fills\"", "Cumulative volume", ">Turnover per venue</h3>");
        Map<String, Double> drawn = new TreeMap<>();
        for (Map<?, ?> line : lines(html)) {
            List<?> values = (List<?>) Objects.requireNonNull(line.get("values"));
            drawn.put(String.valueOf(line.get("name")), ((Number) values.getLast()).doubleValue());
        }
        Map<String, Double> traded = traded();
        assertThat(drawn.keySet()).hasSizeGreaterThan(1).isEqualTo(traded.keySet());
        traded.forEach((venue, sum) -> assertThat(drawn.get(venue)).as(venue).isCloseTo(sum, within(1e-6 * sum)));
    }

    private static List<Map<?, ?>> lines(String html) throws IOException {
        String data = DATA.matcher(html).results().findFirst().orElseThrow().group(1);
        List<?> charts = (List<?>) Objects.requireNonNull(JsonText.read(data).get("charts"));
        return charts.stream()
                .map(chart -> (Map<?, ?>) chart)
                .filter(chart -> "Turnover per venue".equals(chart.get("title")))
                .flatMap(chart -> ((List<?>) Objects.requireNonNull(chart.get("lines"))).stream())
                .<Map<?, ?>>map(line -> (Map<?, ?>) line)
                .toList();
    }

    /** Notionals by venue, as the file has them: all quotes of this scenario are the run's quote asset. */
    private static Map<String, Double> traded() throws IOException {
        Map<String, Double> sums = new TreeMap<>();
        for (String row :
                Files.readAllLines(run.resolve("trades.csv")).stream().skip(1).toList()) {
            String[] cells = row.split(",", -1);
            if (!cells[11].equals("maker")) {
                sums.merge(cells[2], Double.parseDouble(cells[8]), Double::sum);
            }
        }
        return sums;
    }

    @Test
    void itDescribesItself() {
        assertThat(Shell.catallaxy("list", "charts").out()).contains("turnover").contains("Turnover per venue");
        assertThat(Shell.catallaxy("describe", "turnover").out())
                .contains("turnover (charts): Turnover per venue (quote asset)")
                .contains("Sum of the notionals")
                .contains("section: Fills");
    }

    @Test
    void aJarOfOnesOwnIsNamedWhereAReportIsWrittenAgain() {
        Outcome absent = Shell.catallaxy("report", run.toString(), "--classpath", "no-such.jar");
        assertThat(absent.exitCode()).isEqualTo(2);
        assertThat(absent.err()).contains("no such jar or folder: no-such.jar");
        Outcome again = Shell.catallaxy("report", run.toString(), "--classpath", ROOT.toString());
        assertThat(again.exitCode()).as(again.err()).isZero();
    }
}
