package catallaxy.scenarios.file;

import catallaxy.agents.evolution.EvolvedProblem;
import catallaxy.agents.evolution.LearnerSettings;
import catallaxy.agents.evolution.Stretch;
import catallaxy.agents.training.LearnerSpec;
import catallaxy.evolution.search.EvolvableKind;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.SearchKinds;
import catallaxy.scenarios.file.evolution.EvolutionSection;
import catallaxy.scenarios.file.evolution.EvolutionSpec;
import catallaxy.scenarios.file.section.Reading;
import catallaxy.scenarios.file.section.RecordReader;
import catallaxy.scenarios.file.section.Section;
import catallaxy.scenarios.file.section.Values;
import catallaxy.scenarios.file.text.ScenarioException;
import catallaxy.scenarios.file.value.ValueKind;
import com.typesafe.config.ConfigObject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads scenarios to evolve in: those with a {@code problem}, to whose solutions evolution leads, whose controllers it finds or whose
 * learner's settings; and those with a market, for one of whose seats. {@code training-reference.conf} describes {@code evolution}.
 */
public final class EvolutionReader {
    private final ProblemFile written;
    private final Section root;
    private final Reading reading;

    private EvolutionReader(ProblemFile written) {
        this.written = written;
        root = written.root();
        reading = written.reading();
    }

    /**
     * Reads a file.
     *
     * @param overrides key → value, as given on the command line
     * @throws ScenarioException with every mistake that was found, up to twenty
     */
    public static EvolutionScenario read(Path file, Map<String, String> overrides) {
        return TrainingReader.isTraining(file, overrides)
                ? new EvolutionReader(ProblemFile.read(file, overrides)).read()
                : market(
                        ScenarioReader.read(file, overrides), more -> ScenarioReader.read(file, with(overrides, more)));
    }

    /** Reads the text of a problem that no file includes into, as {@link #read}. */
    public static EvolutionScenario readText(String name, String text, Map<String, String> overrides) {
        return new EvolutionReader(ProblemFile.readText(name, text, overrides)).read();
    }

    /** Reads what was parsed; the reading tells afterwards which keys were asked for. */
    static EvolutionScenario read(Reading reading, ConfigObject parsed, String source) {
        return new EvolutionReader(ProblemFile.of(reading, parsed, source)).read();
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        Map<String, String> both = new HashMap<>(some);
        both.putAll(more);
        return both;
    }

    private static EvolutionScenario market(Scenario scenario, Function<Map<String, String>, Scenario> variant) {
        EvolutionSpec spec = scenario.evolution()
                .orElseThrow(() -> new ScenarioException(
                        scenario.file().source(), "evolution.method", "expected a method of evolution, found nothing"));
        return new EvolutionScenario(
                scenario.file(),
                scenario.market().name(),
                scenario.seed(),
                new EvolutionScenario.Seated(scenario, variant),
                spec);
    }

    private EvolutionScenario read() {
        EvolutionSection section = new EvolutionSection(root.section("evolution"), root.open("methods"), false);
        Optional<EvolutionSpec> spec = section.read();
        boolean tuned = spec.map(EvolutionSpec::subject).equals(Optional.of(EvolutionSpec.Subject.SETTINGS));
        return tuned ? tuned(spec.orElseThrow()) : posed(spec);
    }

    private EvolutionScenario posed(Optional<EvolutionSpec> spec) {
        String description = root.get("description", ValueKind.TEXT);
        String name = Values.scenarioName(root, ScenarioReader.baseName(written.source()));
        long seed = root.get("seed", ValueKind.SEED);
        Optional<EvolvableProblem> problem =
                root.variant("problem", "templates.problem", "kind").flatMap(EvolutionReader::problem);
        reading.problems().throwIfAny();
        return new EvolutionScenario(
                ScenarioFile.of(written.source(), description, reading),
                name,
                seed,
                new EvolutionScenario.Posed(problem.orElseThrow()),
                spec.orElseThrow());
    }

    private static Optional<EvolvableProblem> problem(Section.Variant variant) {
        Optional<EvolvableKind<?>> kind = SearchKinds.problems().kind(variant.kind());
        return kind.isPresent()
                ? RecordReader.PLAIN
                        .read(variant.section(), kind.get().config())
                        .map(EvolvableProblem.class::cast)
                : ProblemKinds.read(variant).map(EvolvedProblem::of);
    }

    /** The settings of the learner that the scenario trains. */
    private EvolutionScenario tuned(EvolutionSpec spec) {
        if (spec.space().size() == 0) {
            root.section("evolution").reject("space", "settings to search, such as learning-rate { kind = real, … }");
        }
        TrainingScenario training = TrainingReader.read(written);
        long horizon = training.plan().steps();
        Stretch stretch = new Stretch(
                Math.min(spec.stretch(), horizon),
                horizon,
                training.plan().worlds(),
                training.plan().evaluationEpisodes());
        LearnerSettings settings = chosen -> learner(training.learner().algorithm(), chosen);
        return new EvolutionScenario(
                ScenarioFile.of(written.source(), training.file().description(), reading),
                training.name(),
                training.seed(),
                new EvolutionScenario.Tuned(training.problem(), settings, stretch, training.compute()),
                spec);
    }

    private LearnerSpec<?> learner(String algorithm, Map<String, String> chosen) {
        Map<String, String> keys = new HashMap<>();
        chosen.forEach((key, value) -> keys.put("learners." + algorithm + "." + key, value));
        try {
            return TrainingReader.read(written.again(keys)).learner();
        } catch (ScenarioException refused) {
            throw new IllegalArgumentException(refused.getMessage(), refused);
        }
    }
}
