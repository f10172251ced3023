package catallaxy.scenarios.file;

import catallaxy.agents.algorithm.ReplayLimit;
import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.problem.ProblemSpec;
import catallaxy.agents.training.LearnerKinds;
import catallaxy.agents.training.LearnerSpec;
import catallaxy.agents.training.TrainingPlan;
import catallaxy.evolution.search.SearchKinds;
import catallaxy.scenarios.file.learning.ComputeChoice;
import catallaxy.scenarios.file.learning.FinalScore;
import catallaxy.scenarios.file.learning.LearnerReader;
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
 * Reads scenarios to train in, those with a {@code problem}; {@code training-reference.conf} describes every key. As
 * {@link ScenarioReader}, it looks at the file, the files that it includes and the overrides, and at nothing else.
 */
public final class TrainingReader {
    private final Section root;
    private final Reading reading;

    private TrainingReader(Section root, Reading reading) {
        this.root = root;
        this.reading = reading;
    }

    /**
     * Reads a file.
     *
     * @param overrides key → value, as given on the command line; {@code training.…} there goes over what the learner's own
     *                  section says of training
     * @throws ScenarioException with every mistake that was found, up to twenty
     */
    public static TrainingScenario read(Path file, Map<String, String> overrides) {
        return read(ProblemFile.read(file, overrides));
    }

    /** Reads a text that no file includes into, as {@link #read}. */
    public static TrainingScenario readText(String name, String text, Map<String, String> overrides) {
        return read(ProblemFile.readText(name, text, overrides));
    }

    /**
     * Whether a file describes training: whether it has a {@code problem}.
     *
     * @throws ScenarioException if it cannot be parsed
     */
    public static boolean isTraining(Path file, Map<String, String> overrides) {
        return ProblemFile.written(file, overrides).containsKey("problem");
    }

    /**
     * Whether a file describes a problem that nobody can be trained in, to which solutions can only be evolved.
     *
     * @throws ScenarioException if it cannot be parsed
     */
    public static boolean isForEvolution(Path file, Map<String, String> overrides) {
        return ProblemFile.isEvolvable(ProblemFile.written(file, overrides));
    }

    /** Reads what was parsed; the reading tells afterwards which keys were asked for. */
    static TrainingScenario read(Reading reading, ConfigObject written, String source) {
        return read(ProblemFile.of(reading, written, source));
    }

    /** Reads what was parsed. */
    static TrainingScenario read(ProblemFile written) {
        return new TrainingReader(written.root(), written.reading()).read(written.source());
    }

    private TrainingScenario read(String source) {
        String description = root.get("description", ValueKind.TEXT);
        String name = Values.scenarioName(root, ScenarioReader.baseName(source));
        long seed = root.get("seed", ValueKind.SEED);
        Optional<? extends ProblemSpec> problem =
                root.variant("problem", "templates.problem", "kind").flatMap(this::problem);
        String algorithm = root.kind("learner", reading.manual(), "templates.learner");
        Section settings = learners().named(algorithm, "templates.learner." + algorithm);
        Section training = root.section("training", settings, "training");
        Optional<? extends LearnerSpec<?>> learner = LearnerReader.read(algorithm, settings);
        problem.ifPresent(known -> requireActions(algorithm, known));
        problem.ifPresent(known -> learner.ifPresent(spec -> requireRoom(settings, spec, known)));
        Optional<FinalScore> finalScore = RecordReader.PLAIN.read(training, FinalScore.class);
        Optional<ComputeChoice> compute = RecordReader.PLAIN.read(training, ComputeChoice.class);
        Optional<TrainingPlan> plan = RecordReader.PLAIN.read(training, TrainingPlan.class);
        reading.problems().throwIfAny();
        return new TrainingScenario(
                ScenarioFile.of(source, description, reading),
                name,
                seed,
                problem.orElseThrow(),
                learner.orElseThrow(),
                plan.orElseThrow(),
                finalScore.orElseThrow(),
                compute.orElseThrow());
    }

    private Optional<ProblemSpec> problem(Section.Variant variant) {
        if (SearchKinds.problems().names().contains(variant.kind())) {
            variant.section()
                    .reject("kind", "a problem to train in; solutions to this one are evolved: catallaxy evolve");
            return Optional.empty();
        }
        return ProblemKinds.read(variant);
    }

    /** Refuses an algorithm that cannot give the actions of the problem. */
    private void requireActions(String algorithm, ProblemSpec problem) {
        VectorEnvironment one = problem.environment(1);
        List<String> suitable = LearnerKinds.registered().suiting(ActionSpace.of(one.actionSpec()), players(one));
        if (!suitable.contains(algorithm)) {
            root.reject("learner", "one of " + String.join(", ", suitable) + ", since " + why(algorithm, problem, one));
        }
    }

    private static int players(VectorEnvironment one) {
        return one.game().map(game -> game.first().playerCount()).orElse(0);
    }

    private static String why(String algorithm, ProblemSpec problem, VectorEnvironment one) {
        if (players(one) == 2) {
            return problem.problem() + " is a game against oneself";
        }
        if (LearnerKinds.registered()
                .kind(algorithm)
                .filter(kind -> !kind.suits(players(one)))
                .isPresent()) {
            return problem.problem() + " is no game for it to plan on";
        }
        boolean choices = ActionSpace.of(one.actionSpec()) instanceof ActionSpace.Discrete;
        return "the actions of " + problem.problem() + " are " + (choices ? "choices" : "quantities");
    }

    /** Refuses a memory that no checkpoint could hold. */
    private static void requireRoom(Section settings, LearnerSpec<?> learner, ProblemSpec problem) {
        VectorEnvironment one = problem.environment(1);
        int most = ReplayLimit.transitions(one.observationSpec(), one.actionSpec());
        if (learner.bufferSize() > most) {
            settings.reject("buffer-size", "at most " + most + ", since a checkpoint holds the memory");
        }
    }

    /** The section of all learners, after a look at those that are not chosen. */
    private Section learners() {
        Section aside = root.aside().open("learners");
        for (String name : aside.names()) {
            if (reading.manual().kinds("templates.learner").contains(name)) {
                LearnerReader.read(name, aside.named(name, "templates.learner." + name));
            } else {
                aside.rejectName(name, reading.manual().expectedOf("templates.learner"));
            }
        }
        return root.open("learners");
    }
}
