package catallaxy.scenarios.file;

import catallaxy.agents.evolution.EvolvedProblem;
import catallaxy.evolution.search.EvolutionPlan;
import catallaxy.evolution.search.EvolvableKind;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.SearchKinds;
import catallaxy.scenarios.file.section.Reading;
import catallaxy.scenarios.file.section.RecordReader;
import catallaxy.scenarios.file.section.Section;
import catallaxy.scenarios.file.section.Values;
import catallaxy.scenarios.file.text.ScenarioException;
import catallaxy.scenarios.file.value.ValueKind;
import com.typesafe.config.ConfigObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads scenarios to evolve in, those with a {@code problem} and an {@code evolution}; {@code training-reference.conf} describes every
 * key. The problem may be one that learners are trained in: then what controls it is evolved.
 */
public final class EvolutionReader {
    private static final String METHOD = "templates.method";

    private final Section root;
    private final Reading reading;

    private EvolutionReader(Section root, Reading reading) {
        this.root = root;
        this.reading = reading;
    }

    /**
     * Reads a file.
     *
     * @param overrides key → value, as given on the command line
     * @throws ScenarioException with every mistake that was found, up to twenty
     */
    public static EvolutionScenario read(Path file, Map<String, String> overrides) {
        ProblemFile written = ProblemFile.read(file, overrides);
        return new EvolutionReader(written.root(), written.reading()).read(written.source());
    }

    /** Reads a text that no file includes into, as {@link #read}. */
    public static EvolutionScenario readText(String name, String text, Map<String, String> overrides) {
        ProblemFile written = ProblemFile.readText(name, text, overrides);
        return new EvolutionReader(written.root(), written.reading()).read(name);
    }

    /** Reads what was parsed; the reading tells afterwards which keys were asked for. */
    static EvolutionScenario read(Reading reading, ConfigObject written, String source) {
        return new EvolutionReader(ProblemFile.of(reading, written, source).root(), reading).read(source);
    }

    private EvolutionScenario read(String source) {
        String description = root.get("description", ValueKind.TEXT);
        String name = Values.scenarioName(root, ScenarioReader.baseName(source));
        long seed = root.get("seed", ValueKind.SEED);
        Optional<EvolvableProblem> problem =
                root.variant("problem", "templates.problem", "kind").flatMap(EvolutionReader::problem);
        Section section = root.section("evolution");
        Optional<? extends EvolutionScenario.Method<?>> method = method(section);
        problem.ifPresent(posed -> method.ifPresent(chosen -> requireFit(section, chosen.kind(), posed)));
        Optional<EvolutionPlan> plan = RecordReader.PLAIN.read(section, EvolutionPlan.class);
        Optional<EvolutionScenario.Settings> settings =
                RecordReader.PLAIN.read(section, EvolutionScenario.Settings.class);
        reading.problems().throwIfAny();
        return new EvolutionScenario(
                ScenarioFile.of(source, description, reading),
                name,
                seed,
                problem.orElseThrow(),
                method.orElseThrow(),
                plan.orElseThrow(),
                settings.orElseThrow());
    }

    private static Optional<EvolvableProblem> problem(Section.Variant variant) {
        Optional<EvolvableKind<?>> kind = SearchKinds.problems().kind(variant.kind());
        return kind.isPresent()
                ? RecordReader.PLAIN
                        .read(variant.section(), kind.get().config())
                        .map(EvolvableProblem.class::cast)
                : ProblemKinds.read(variant).map(EvolvedProblem::of);
    }

    private Optional<? extends EvolutionScenario.Method<?>> method(Section section) {
        List<String> names = SearchKinds.methods().names();
        Section settings = root.open("methods");
        settings.names().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> settings.rejectName(name, reading.manual().expectedOf(METHOD)));
        String name = section.kind("method", reading.manual(), METHOD);
        return SearchKinds.methods()
                .kind(name)
                .flatMap(kind -> method(kind, settings.named(name, METHOD + "." + name)));
    }

    private static <S extends Record> Optional<EvolutionScenario.Method<S>> method(
            SearchKind<S> kind, Section section) {
        return RecordReader.PLAIN
                .read(section, kind.config())
                .map(settings -> new EvolutionScenario.Method<>(kind, settings));
    }

    /** Refuses a method that cannot search for what the problem wants. */
    private static void requireFit(Section section, SearchKind<?> method, EvolvableProblem problem) {
        method.misfit(problem).ifPresent(expected -> {
            List<String> fitting = SearchKinds.methods().all().stream()
                    .filter(other -> other.misfit(problem).isEmpty())
                    .<String>map(SearchKind::name)
                    .toList();
            section.reject(
                    "method",
                    "one of " + String.join(", ", fitting) + ", since " + method.name() + " wants " + expected);
        });
    }
}
