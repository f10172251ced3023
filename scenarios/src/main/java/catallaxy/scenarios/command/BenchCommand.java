package catallaxy.scenarios.command;

import catallaxy.agents.network.Kernels;
import catallaxy.environment.base.check.NearestWord;
import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.bench.Benchmark;
import catallaxy.scenarios.bench.Benchmarks;
import catallaxy.scenarios.bench.Measurement;
import catallaxy.scenarios.bench.Stopwatch;
import catallaxy.scenarios.bench.Timing;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code catallaxy bench}: how fast is this machine? The only command that measures itself with a clock. */
@Command(
        name = "bench",
        description = "Run benchmarks on this machine; without names, all of them.",
        footer = {
            "",
            "Examples:",
            "  catallaxy bench mul-div --rounds 20 --json",
            "  catallaxy bench --jmh ledger event-queue"
        })
final class BenchCommand extends AnsweringCommand {
    private static final double NANOS_PER_SECOND = 1e9;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "See: catallaxy list benchmarks. The first words of several names are all of them: growth.")
    List<String> names = new ArrayList<>();

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "10", description = "Timed rounds (default: 10).")
    int rounds;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "2",
            description = "Shortest warm-up of each benchmark (default: 2).")
    double warmUpSeconds;

    @Option(
            names = "--jmh",
            description =
                    "Measure smaller parts under JMH instead, in two JVMs each (see CONTRIBUTING.md); NAME is one of them.")
    boolean jmh;

    @Override
    Answer answer() {
        requirePlausible();
        return jmh ? measuredByJmh() : measured();
    }

    private Answer measuredByJmh() {
        JmhModule module = new JmhModule(ProgramHome.root());
        String pattern = module.pattern(names);
        return new JmhAnswer(new JmhRun(module, progress()).figures(pattern, rounds, warmUpSeconds), Machine.current());
    }

    private Answer measured() {
        List<Benchmark> chosen = names.isEmpty()
                ? Benchmarks.all()
                : names.stream()
                        .flatMap(name -> named(name).stream())
                        .distinct()
                        .toList();
        Stopwatch stopwatch = new Stopwatch(System::nanoTime, (long) (warmUpSeconds * NANOS_PER_SECOND), rounds);
        List<Timing> timings = new ArrayList<>();
        Progress progress = new Progress(progress(), "benchmarks", chosen.size());
        for (Benchmark benchmark : chosen) {
            progress.at(timings.size(), benchmark::name);
            timings.add(Timing.of(benchmark, stopwatch));
        }
        progress.done();
        return new BenchAnswer(timings, Machine.current(), Kernels.current().instructions());
    }

    private void requirePlausible() {
        if (rounds < 1 || rounds > 10_000) {
            throw UserError.usage("--rounds: expected 1 to 10000, found " + rounds);
        }
        if (!(warmUpSeconds >= 0 && warmUpSeconds <= 3600)) {
            throw UserError.usage("--warm-up: expected 0 to 3600 seconds, found " + warmUpSeconds);
        }
    }

    /** The benchmark of a name, else those whose names begin with it and a hyphen. */
    static List<Benchmark> named(String name) {
        List<Benchmark> all = Benchmarks.all();
        List<Benchmark> exact =
                all.stream().filter(each -> each.name().equals(name)).toList();
        List<Benchmark> found = exact.isEmpty()
                ? all.stream()
                        .filter(each -> each.name().startsWith(name + "-"))
                        .toList()
                : exact;
        if (found.isEmpty()) {
            throw UserError.usage("unknown benchmark: " + name
                    + NearestWord.question(name, all.stream().map(Benchmark::name)));
        }
        return found;
    }

    /**
     * What was measured, and on what.
     *
     * @param instructions that compute networks
     */
    record BenchAnswer(List<Timing> timings, Machine machine, String instructions) implements Answer {
        @Override
        public ExitCode exitCode() {
            return timings.stream().anyMatch(Timing.Missed.class::isInstance) ? ExitCode.FAILED : ExitCode.OK;
        }

        @Override
        public void print(PrintWriter out) {
            TextTable table = TextTable.of("benchmark", "median", "min", "max", "unit", "rounds", "workload");
            for (Timing timing : timings) {
                if (timing instanceof Timing.Measured(Measurement measured)) {
                    row(table, measured);
                }
            }
            table.print(out);
            for (Timing timing : timings) {
                if (timing instanceof Timing.Missed(Benchmark benchmark, String reason)) {
                    out.printf("%nerror: %s missed its end, and has no figure: %s%n", benchmark.name(), reason);
                }
            }
            out.printf(
                    Locale.ROOT,
                    "%n%s, %d cores, %s, %s; networks with %s instructions%n",
                    machine.processor(),
                    machine.cores(),
                    machine.system(),
                    machine.jdk(),
                    instructions);
        }

        private static void row(TextTable table, Measurement measured) {
            Benchmark benchmark = measured.benchmark();
            table.row(
                    benchmark.name(),
                    figure(measured.median()),
                    figure(measured.min()),
                    figure(measured.max()),
                    benchmark.unit(),
                    measured.values().size(),
                    benchmark.description());
        }

        private static String figure(double value) {
            return String.format(Locale.ROOT, value >= 1000 ? "%,.0f" : "%.3f", value);
        }

        @Override
        public Map<String, ?> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("benchmarks", timings.stream().map(Timing::json).toList());
            json.put("machine", machine.json());
            json.put("instructions", instructions);
            return json;
        }
    }
}
