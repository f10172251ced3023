package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.market.random.RandomStream;
import catallaxy.scenarios.command.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                .contains("\"candles\":701,\"returns\":700,\"gaps\":0,\"window\":500")
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
