package catallaxy.scenarios.command;

import catallaxy.environment.market.population.GroupSpec;
import catallaxy.environment.market.world.candle.CandleReport;
import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.file.EvolutionReader;
import catallaxy.scenarios.file.EvolutionScenario;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.file.TrainingReader;
import catallaxy.scenarios.file.TrainingScenario;
import catallaxy.scenarios.file.text.KeyPlaces;
import catallaxy.scenarios.file.text.Problem;
import catallaxy.scenarios.file.text.ScenarioException;
import catallaxy.scenarios.training.Fit;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code catallaxy validate}: would this scenario run? */
@Command(
        name = "validate",
        description =
                "Check that a scenario can be run, trained or evolved: every mistake with its line, key and what was expected.",
        footer = {
            "",
            "Example:",
            "  catallaxy validate my.conf duration=2h",
            "  catallaxy validate my.conf --resolved    every key with its value"
        })
final class ValidateCommand extends AnsweringCommand {
    @Mixin
    ScenarioArguments arguments;

    @Mixin
    UserClasses classes = new UserClasses();

    @Option(
            names = "--for",
            paramLabel = "PURPOSE",
            defaultValue = "all",
            description = "What it is to be good for: ${COMPLETION-CANDIDATES} (default: all).")
    Purpose purpose = Purpose.all;

    /** What a scenario is checked for. */
    enum Purpose {
        run,
        all
    }

    @Option(names = "--resolved", description = "Print every key with the value it has in the end.")
    boolean resolved;

    @Override
    Answer answer() {
        classes.requireJars();
        try {
            if (TrainingReader.isForEvolution(arguments.file(), arguments.overrides())) {
                return evolution();
            }
            return TrainingReader.isTraining(arguments.file(), arguments.overrides()) ? training() : market();
        } catch (ScenarioException invalid) {
            if (json) {
                return new Invalid(invalid.problems());
            }
            throw invalid;
        }
    }

    private Answer market() {
        Scenario scenario = ScenarioReader.read(arguments.file(), arguments.overrides());
        require(Fit.of(scenario, purpose != Purpose.run, places(), classes.loader()));
        return resolved ? new Resolved(scenario.file().resolved()) : new Valid(scenario);
    }

    private Answer training() {
        TrainingScenario scenario = TrainingReader.read(arguments.file(), arguments.overrides());
        require(Fit.of(scenario, places()));
        return resolved ? new Resolved(scenario.file().resolved()) : new ValidTraining(scenario);
    }

    private Answer evolution() {
        EvolutionScenario scenario = EvolutionReader.read(arguments.file(), arguments.overrides());
        return resolved ? new Resolved(scenario.file().resolved()) : new ValidEvolution(scenario);
    }

    private KeyPlaces places() {
        return KeyPlaces.of(arguments.file(), arguments.overrides());
    }

    private static void require(List<Problem> none) {
        if (!none.isEmpty()) {
            throw new ScenarioException(none);
        }
    }

    private record ValidEvolution(EvolutionScenario scenario) implements Answer {

        @Override
        public void print(PrintWriter out) {
            out.println("valid: " + scenario.name() + ", " + scenario.file().description());
            out.println("problem: " + scenario.subject().problem());
            out.println("method: " + scenario.spec().method().kind().name());
            out.println("evaluations: " + scenario.spec().plan().evaluations());
            out.println("config digest: " + scenario.file().configDigest());
        }

        @Override
        public Map<String, ?> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("valid", true);
            json.put("scenario", scenario.name());
            json.put("configDigest", scenario.file().configDigest());
            json.put("problem", scenario.subject().problem());
            json.put("method", scenario.spec().method().kind().name());
            json.put("evaluations", scenario.spec().plan().evaluations());
            json.put("problems", List.of());
            return json;
        }
    }

    private record ValidTraining(TrainingScenario scenario) implements Answer {

        @Override
        public void print(PrintWriter out) {
            out.println("valid: " + scenario.name() + ", " + scenario.file().description());
            out.println("problem: " + scenario.problem().problem());
            out.println("learner: " + scenario.learner().algorithm());
            out.println("steps: " + scenario.plan().steps() + " in "
                    + scenario.plan().worlds() + " worlds");
            out.println("config digest: " + scenario.file().configDigest());
        }

        @Override
        public Map<String, ?> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("valid", true);
            json.put("scenario", scenario.name());
            json.put("configDigest", scenario.file().configDigest());
            json.put("problem", scenario.problem().problem());
            json.put("learner", scenario.learner().algorithm());
            json.put("steps", scenario.plan().steps());
            json.put("problems", List.of());
            return json;
        }
    }

    private record Valid(Scenario scenario) implements Answer {

        @Override
        public void print(PrintWriter out) {
            out.println("valid: " + scenario.market().name() + ", "
                    + scenario.file().description());
            TextTable table = TextTable.of("part", "number", "names");
            counts().forEach((part, names) -> table.row(part, names.size(), String.join(", ", names)));
            table.print(out);
            out.println("simulated time: " + Duration.ofNanos(scenario.market().durationNanos()));
            out.println("config digest: " + scenario.file().configDigest());
            scenario.candles().forEach(candles -> out.println(candles.summary()));
            scenario.file().warnings().forEach(warning -> out.println("warning: " + warning));
        }

        private Map<String, List<String>> counts() {
            Map<String, List<String>> counts = new LinkedHashMap<>();
            var engine = scenario.market().engine();
            counts.put(
                    "assets",
                    engine.assets().stream().map(each -> each.symbol()).toList());
            counts.put("chains", engine.chains().stream().map(each -> each.id()).toList());
            counts.put(
                    "exchanges",
                    engine.exchanges().stream().map(each -> each.id()).toList());
            counts.put("venues", engine.venues().stream().map(each -> each.id()).toList());
            counts.put(
                    "bridges", engine.bridges().stream().map(each -> each.id()).toList());
            var market = scenario.market();
            counts.put("population", crowds(market.population()));
            counts.put("agents", market.agents().stream().map(each -> each.id()).toList());
            return counts;
        }

        /** The entries of the population, those of many participants with their number. */
        private static List<String> crowds(List<GroupSpec> population) {
            Map<String, Integer> members = new LinkedHashMap<>();
            population.forEach(each -> members.merge(each.group().crowd(), 1, Integer::sum));
            return members.entrySet().stream()
                    .map(each -> each.getValue() == 1 ? each.getKey() : each.getKey() + " (" + each.getValue() + ")")
                    .toList();
        }

        @Override
        public Map<String, ?> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("valid", true);
            json.put("scenario", scenario.market().name());
            json.put("configDigest", scenario.file().configDigest());
            json.put("simulatedSeconds", scenario.market().durationNanos() / 1e9);
            json.putAll(counts());
            json.put(
                    "candles",
                    scenario.candles().stream().map(CandleReport::summary).toList());
            json.put(
                    "warnings",
                    scenario.file().warnings().stream().map(Problem::toString).toList());
            json.put("problems", List.of());
            return json;
        }
    }

    private record Resolved(String text) implements Answer {

        @Override
        public void print(PrintWriter out) {
            out.print(text);
        }

        @Override
        public Map<String, ?> json() {
            return Map.of("valid", true, "resolved", text);
        }
    }

    private record Invalid(List<Problem> problems) implements Answer {

        @Override
        public ExitCode exitCode() {
            return ExitCode.USAGE;
        }

        @Override
        public void print(PrintWriter out) {
            problems.forEach(out::println);
        }

        @Override
        public Map<String, ?> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("valid", false);
            json.put("problems", problems.stream().map(Invalid::json).toList());
            return json;
        }

        private static Map<String, ?> json(Problem problem) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("place", problem.place());
            json.put("key", problem.key());
            json.put("message", problem.message());
            return json;
        }
    }
}
