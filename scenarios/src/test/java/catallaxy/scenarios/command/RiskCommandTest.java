package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.scenarios.command.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RiskCommandTest {
    @TempDir
    static Path folder;

    /** 701 candles of a price whose returns are normal with standard deviation 1 %. */
    @BeforeAll
    static void writesCandles() throws IOException {
        RandomStream random = RandomStream.of(1, "candles");
        StringBuilder text = new StringBuilder("day;open;high;low;close\n");
        double price = 100;
        for (int i = 0; i <= 700; i++) {
            String cell = ";" + price;
            text.append(i * 86_400L).append(cell.repeat(4)).append('\n');
            price *= 1 + 0.01 * random.nextGaussian();
        }
        Files.writeString(candles(), text.toString());
    }

    private static Path candles() {
        return folder.resolve("candles.csv");
    }

    private static Outcome risk(String... more) {
        String[] arguments = {
            "risk", candles().toString(), "delimiter=;", "time-column=day", "time-format=epoch-seconds"
        };
        String[] all = new String[arguments.length + more.length];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return Shell.catallaxy(all);
    }

    /** 1 % of z = 2.326 is 0.0233; with 500 returns the standard error is about 4 %. */
    @Test
    void printsARowForEachMethodHorizonAndLevel() {
        Outcome outcome = risk("--method", "parametric,garch", "--level", "0.99,0.95", "--horizon", "1,4", "--json");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.lastLine())
                .contains("\"candles\":701,\"returns\":700,\"gaps\":0,\"returnsOverGaps\":0,\"returnsLeftOut\":0")
                .contains("{\"method\":\"parametric\",\"horizon\":1,\"level\":0.99,\"valueAtRisk\":0.02")
                .contains("\"forecasts\":200")
                .contains("{\"method\":\"garch\",\"horizon\":4,\"level\":0.95,\"valueAtRisk\":0.03")
                .contains("\"forecasts\":50");
    }

    @Test
    void printsATable() {
        Outcome outcome = risk("--method", "historical", "--horizon", "1");
        assertThat(outcome.out()).contains("701 candles, 700 returns").contains("p independence");
        assertThat(outcome.out().lines().filter(line -> line.startsWith("historical")))
                .hasSize(2);
        assertThat(risk("--method", "historical", "--horizon", "1").out()).isEqualTo(outcome.out());
    }

    /** Five-day weeks whose moves fall on Mondays: −10 % each, and nothing on other days. */
    private static Path weeks() throws IOException {
        StringBuilder text = new StringBuilder("Date;Open;High;Low;Close\n");
        double price = 1e6;
        for (int i = 0; i < 300; i++) {
            price *= i % 5 == 0 ? 0.9 : 1;
            String cell = ";" + price;
            LocalDate day = LocalDate.of(2020, 1, 6).plusDays(i / 5 * 7L + i % 5);
            text.append(day).append(cell.repeat(4)).append('\n');
        }
        return Files.writeString(folder.resolve("weeks.csv"), text);
    }

    private static Outcome weekly(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("risk", weeks().toString(), "candles.time-column=date"));
        arguments.addAll(List.of("--window", "100", "--method", "historical", "--horizon", "1"));
        if (!List.of(more).contains("--level")) {
            arguments.addAll(List.of("--level", "0.95"));
        }
        arguments.addAll(List.of(more));
        return Shell.catallaxy(arguments.toArray(String[]::new));
    }

    @Test
    void countsWhatHappensOverWeekendsUnlessItIsLeftOut() throws IOException {
        Outcome all = weekly("--json");
        assertThat(all.exitCode()).as(all.err()).isZero();
        assertThat(all.lastLine())
                .contains("\"returns\":299,\"gaps\":59,\"returnsOverGaps\":59,\"returnsLeftOut\":0")
                .contains("\"period\":\"1 d\",\"timeFormat\":\"iso\",\"timeFormatDetected\":true")
                .contains("\"valueAtRisk\":0.");
        assertThat(weekly().out()).contains("59 returns over gaps included, close to close (--leave-out-gaps");
        assertThat(weekly("--leave-out-gaps", "--json").lastLine())
                .contains("\"returns\":240,\"gaps\":59,\"returnsOverGaps\":59,\"returnsLeftOut\":59");
        assertThat(weekly("--leave-out-gaps").out()).contains("59 returns over gaps left out");
    }

    /** Nothing happens between Mondays: without them the forecast is zero, with them a tenth at 90 % and above. */
    @Test
    void mondaysAreInForecastAndBacktest() throws IOException {
        assertThat(weekly("--level", "0.9", "--json").lastLine())
                .containsPattern("\"valueAtRisk\":0\\.(1|09999)[0-9]*,\"expectedShortfall\":0\\.(1|09999)");
        Outcome without = weekly("--leave-out-gaps", "--level", "0.9", "--json");
        assertThat(without.lastLine())
                .contains("\"valueAtRisk\":0.0,\"expectedShortfall\":0.0")
                .contains("\"shortfallRatio\":null")
                .contains("\"noShortfallFigure\":\"no loss exceeded the VaR\"");
        assertThat(weekly("--leave-out-gaps").out())
                .contains("– in historical, horizon 1, level 0.95: no loss exceeded the VaR")
                .doesNotContain("-0.0000")
                .doesNotContain("Infinity");
    }

    @Test
    void saysWhichTimeWasMeant() throws IOException {
        Outcome hours = weekly("time-format=yyyy-MM-dd hh:mm:ss");
        assertThat(hours.exitCode()).isEqualTo(2);
        assertThat(hours.err())
                .contains("candles.time-format: expected H for the hour of the day")
                .contains("did you mean yyyy-MM-dd HH:mm:ss?");
        assertThat(weekly("time_column=x").err()).contains("did you mean 'time-column'");
        assertThat(weekly("timeColumn=x").err()).contains("did you mean 'time-column'");
        assertThat(weekly("interval=1 monht").err()).contains("a calendar period such as 1 month, 1 quarter or 1 year");
        assertThat(weekly("interval=1 week").err()).contains("line 3").contains("1 week or more after");
    }

    @Test
    void explainsWhatIsWrong() {
        assertThat(risk("--window", "900").err()).contains("returns: expected at least");
        assertThat(risk("--level", "1.5").err()).contains("level: expected 0.5 to 0.9999, found 1.5");
        assertThat(risk("close-colum=last").err()).contains("did you mean 'close-column'");
        assertThat(risk("close-column=last").exitCode()).isEqualTo(2);
        assertThat(Shell.catallaxy("risk", folder.resolve("absent.csv").toString())
                        .err())
                .contains("there is no such file");
    }
}
