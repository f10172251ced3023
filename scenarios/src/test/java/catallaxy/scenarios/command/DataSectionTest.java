package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.scenarios.command.Shell.Outcome;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run says of the candles that it was made of: on the terminal, in summary, manifest and report. */
class DataSectionTest {
    private static final long START = 1_700_000_040L;

    @TempDir
    static Path folder;

    /** Minute candles; twenty hours are missing after the first two, a row is bad, another has a high of 10¹² times the price. */
    private static Path damaged() throws IOException {
        List<String> lines = new ArrayList<>(List.of("close_time,open,high,low,close"));
        RandomStream random = RandomStream.of(1, "test/candles");
        for (int minute = 0; minute < 240; minute++) {
            double price = 100 + 0.01 * random.nextDouble();
            long time = START + 60L * minute + (minute < 120 ? 0 : 20 * 3_600);
            double high = minute == 30 ? price * 1e12 : price;
            String close = minute == 5 ? "none" : text(price);
            lines.add(time + "," + text(price) + "," + text(high) + "," + text(price) + "," + close);
        }
        return Files.write(folder.resolve("damaged.csv"), lines);
    }

    private static Path clean() throws IOException {
        List<String> lines = new ArrayList<>(List.of("time,open,high,low,close"));
        for (int minute = 0; minute < 90; minute++) {
            lines.add(START + 60L * minute + ",100,100,100,100");
        }
        return Files.write(folder.resolve("clean.csv"), lines);
    }

    private static String text(double price) {
        return String.format(Locale.ROOT, "%.4f", price);
    }

    private static Path scenario(Path candles, String column) throws IOException {
        return Files.writeString(folder.resolve("tiny.conf"), """
                duration = 10 m
                quote = USD
                assets { ASSET { decimals = 8 }, GAS { decimals = 18 }, USD { decimals = 6 } }
                candles { file = "%s", time-column = "%s", time-format = epoch-seconds, max-bad-rows = 3 }
                world { step = 1 m, assets { ASSET { kind = replay }, GAS { kind = diffusion, initial-price = 1000 } } }
                chains.one { kind = l1, gas-asset = GAS }
                exchanges.spot {}
                venues.book { kind = book, exchange = spot, base = ASSET, quote = USD }
                population.ladder { kind = book-provider, venues = [book] }
                agents.dice { role = trader, venues = [book], cadence = 5 m, holdings { spot { USD = 1000 } }, policy.kind = random }
                """.formatted(candles, column));
    }

    private static Outcome run(Path scenario, String out, String... more) {
        List<String> words = new ArrayList<>(
                List.of("run", scenario.toString(), "--out", folder.resolve(out).toString()));
        words.addAll(List.of(more));
        return Shell.catallaxy(words.toArray(String[]::new));
    }

    private static Path only(String out) throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve(out))) {
            return runs.findFirst().orElseThrow();
        }
    }

    private static Config entry(Path file) {
        return ConfigFactory.parseFile(file.toFile()).getConfigList("data").getFirst();
    }

    @Test
    void allFourSayWhatWasWrongWithTheData() throws IOException {
        Outcome outcome = run(scenario(damaged(), "close_time"), "damaged");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        List<String> expected = List.of(
                "2 gaps (1 in the span used), 1,201 candles missing, the longest from 2023-11-15T00:14:00Z to"
                        + " 2023-11-15T20:14:00Z (1,200); the last price holds in them",
                "1 bad row left out, the first in line 7: column",
                "1 suspicious move, the largest at 2023-11-14T22:44:00Z from 100.0",
                "the times look like the ends of candles and are read as when a candle opens");
        assertThat(outcome.out())
                .contains("data    ASSET: 239 candles of 1 m, 2023-11-14T22:14:00Z to 2023-11-14T22:24:00Z, times")
                .contains(expected);
        Path run = only("damaged");
        String report = Files.readString(run.resolve("report.html"));
        assertThat(report)
                .contains(">Data</h2>")
                .contains("2 gaps (1 in the span used)")
                .contains("1 suspicious move");
        for (String file : List.of("summary.json", "manifest.json")) {
            saysWhatWasWrong(entry(run.resolve(file)));
        }
    }

    private static void saysWhatWasWrong(Config data) {
        assertThat(data.getString("asset")).isEqualTo("ASSET");
        assertThat(data.getInt("rows")).isEqualTo(239);
        assertThat(data.getString("first")).isEqualTo("2023-11-14T22:14:00Z");
        assertThat(data.getString("end")).isEqualTo("2023-11-15T22:14:00Z");
        assertThat(data.getString("usedFrom")).isEqualTo("2023-11-14T22:14:00Z");
        assertThat(data.getString("usedTo")).isEqualTo("2023-11-14T22:24:00Z");
        assertThat(data.getString("read")).contains("epoch-seconds", "close_time", "when a candle opens");
        assertThat(data.getInt("gaps.number")).isEqualTo(2);
        assertThat(data.getInt("gaps.used")).isEqualTo(1);
        assertThat(data.getLong("gaps.missing")).isEqualTo(1_201);
        assertThat(data.getLong("gaps.longest.missing")).isEqualTo(1_200);
        assertThat(data.getString("gaps.policy")).isEqualTo("hold");
        assertThat(data.getInt("dropped.bad")).isEqualTo(1);
        assertThat(data.getConfigList("dropped.badRows").getFirst().getInt("line"))
                .isEqualTo(7);
        assertThat(data.getInt("suspiciousMoves.number")).isEqualTo(1);
        assertThat(data.getConfigList("suspiciousMoves.largest").getFirst().getDouble("price"))
                .isBetween(0.99e14, 1.01e14);
        assertThat(data.getStringList("remarks")).hasSize(4);
    }

    @Test
    void aTrainingSaysItInAllFourToo() throws IOException {
        Path scenario = scenario(damaged(), "close_time");
        Files.writeString(scenario, """
                learners.dice { algorithm = ppo, settings { rollout-length = 2, minibatch-size = 2, epochs = 1 } }
                training { rounds = 1, worlds = 1, evaluation-episodes = 0, final-episodes = 1, selection = last }
                """, StandardOpenOption.APPEND);
        Outcome outcome = Shell.catallaxy(
                "train",
                scenario.toString(),
                "--quiet",
                "--out",
                folder.resolve("trained").toString());
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("data    ASSET: 239 candles of 1 m, 2023-11-14T22:14:00Z to 2023-11-14T22:24:00Z, times")
                .contains("2 gaps (1 in the span used), 1,201 candles missing");
        Path run = only("trained");
        assertThat(Shell.catallaxy("report", run.toString()).exitCode()).isZero();
        assertThat(Files.readString(run.resolve("report.html")))
                .contains(">Data</h2>")
                .contains("1 suspicious move");
        for (String file : List.of("summary.json", "manifest.json")) {
            saysWhatWasWrong(entry(run.resolve(file)));
        }
    }

    @Test
    void soundDataHaveOneLineAndNoRemarks() throws IOException {
        Outcome outcome = run(scenario(clean(), "time"), "clean");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("data    ASSET: 90 candles of 1 m")
                .doesNotContain("gap", "suspicious", "look like");
        assertThat(entry(only("clean").resolve("manifest.json")).getStringList("remarks"))
                .isEmpty();
    }

    @Test
    void aMovedWindowAndSkippedGapsAreSeenInTheSpan() throws IOException {
        Outcome outcome = run(
                scenario(damaged(), "close_time"),
                "moved",
                "world.replay.start=2023-11-15T00:04:00Z",
                "world.replay.gaps=skip",
                "duration=30 m",
                "--no-report");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        Config data = entry(only("moved").resolve("summary.json"));
        assertThat(data.getString("usedFrom")).isEqualTo("2023-11-15T00:04:00Z");
        assertThat(data.getString("usedTo")).as("20 hours are left out").isEqualTo("2023-11-15T20:34:00Z");
        assertThat(data.getInt("gaps.used")).isEqualTo(1);
        assertThat(outcome.out()).contains("their time is left out");
    }

    @Test
    void aSimulatedWorldHasNoSuchSection() throws IOException {
        Outcome outcome = run(
                scenario(clean(), "time"),
                "simulated",
                "world.assets.ASSET.kind=diffusion",
                "world.assets.ASSET.initial-price=5");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out()).doesNotContain("data  ");
        assertThat(ConfigFactory.parseFile(
                                only("simulated").resolve("manifest.json").toFile())
                        .getList("data"))
                .isEmpty();
        assertThat(Files.readString(only("simulated").resolve("report.html"))).doesNotContain(">Data</h2>");
    }
}
