package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.bench.Benchmark;
import catallaxy.scenarios.bench.FigureKind;
import catallaxy.scenarios.bench.MissedEndException;
import catallaxy.scenarios.bench.Stopwatch;
import catallaxy.scenarios.bench.Timing;
import catallaxy.scenarios.bench.Workload;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchAnswerTest {
    private static final String REASON = "the training with seed 2 ended after 100,096 steps by its steps";
    private static final Machine MACHINE = new Machine("Linux 6", "Some Processor", 2, 1, 1, "JDK 25");

    private long now;

    @Test
    void aBenchmarkThatMissesItsEndHasNoFigureAndFails() {
        BenchCommand.BenchAnswer figures = figures(timing("sound", operations -> 7), timing("short", operations -> {
            throw new MissedEndException(REASON);
        }));
        assertThat(figures.exitCode()).isEqualTo(ExitCode.FAILED);
        String printed = printed(figures);
        assertThat(printed.lines().filter(line -> line.startsWith("sound")).toList())
                .hasSize(1);
        assertThat(printed.lines().filter(line -> line.contains("short")).toList())
                .containsExactly("error: short missed its end, and has no figure: " + REASON);
        assertThat(JsonText.of(figures.json()))
                .contains("\"missed\":\"" + REASON + "\"")
                .contains("\"median\":0.001");
    }

    @Test
    void aNameIsOneBenchmarkAndTheFirstWordsOfSeveralAreAll() {
        assertThat(BenchCommand.named("order-book")).extracting(Benchmark::name).containsExactly("order-book");
        assertThat(BenchCommand.named("growth"))
                .extracting(Benchmark::name)
                .containsExactly("growth-memory", "growth-worlds", "growth-accounts", "growth-venues", "growth-rate");
        assertThatThrownBy(() -> BenchCommand.named("growt"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("unknown benchmark: growt");
    }

    @Test
    void theEndHasToBeReachedInEveryRound() {
        int[] runs = {0};
        Timing timing = timing("lucky", operations -> {
            if (++runs[0] == 6) {
                throw new MissedEndException(REASON);
            }
            return 7;
        });
        assertThat(timing).isInstanceOf(Timing.Missed.class);
    }

    @Test
    void soundOnesSucceedAndSayWhatComputed() {
        BenchCommand.BenchAnswer figures = figures(timing("sound", operations -> 7));
        assertThat(figures.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(printed(figures))
                .doesNotContain("error")
                .contains("Some Processor, 2 cores, Linux 6, JDK 25; networks with avx2 instructions");
        assertThat(JsonText.of(figures.json())).doesNotContain("missed").contains("\"instructions\":\"avx2\"");
    }

    private Timing timing(String name, Workload workload) {
        Workload timed = operations -> {
            now += 1_000_000;
            return workload.run(operations);
        };
        Benchmark benchmark = new Benchmark(name, "nothing", FigureKind.SECONDS_PER_OPERATION, "s", 1, () -> timed);
        return Timing.of(benchmark, new Stopwatch(() -> now, 0, 3));
    }

    private static BenchCommand.BenchAnswer figures(Timing... timings) {
        return new BenchCommand.BenchAnswer(List.of(timings), MACHINE, "avx2");
    }

    private static String printed(BenchCommand.BenchAnswer figures) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        figures.print(out);
        out.flush();
        return text.toString();
    }
}
