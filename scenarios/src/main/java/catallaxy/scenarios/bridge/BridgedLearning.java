package catallaxy.scenarios.bridge;

import catallaxy.agents.learning.LearningTask;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.folder.RecordFields;
import catallaxy.scenarios.training.TrainingProgram;
import catallaxy.scenarios.training.TrainingWatch;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A training, or an evaluation of one, with learners in Python. The first turn begins it; each later one is the answer to what a learner was asked;
 * in the last it is over.
 */
final class BridgedLearning implements Bridged {
    private final LearningOrder order;
    private final String command;
    private final String version;
    private final RemoteLearners learners = new RemoteLearners();
    private final List<String> warnings = new ArrayList<>();
    private @Nullable LearnerCalls calls;
    private MemorySegment finished = MemorySegment.NULL;
    private @Nullable Map<String, Object> summary;

    /**
     * Makes all learners once, to know what Python will be asked.
     *
     * @param command that does the same, for the run folder
     * @param version of the program
     * @param named   agents whose learners Python has; the empty one of a problem
     * @throws UserError if these are others than those that learn in Python there (usage), or nothing can be trained there
     */
    BridgedLearning(LearningOrder order, String command, String version, List<String> named) {
        this.order = order;
        this.command = command;
        this.version = version;
        order.experiment().bound(learners).rehearse(order.seed(), ClassLoader.getSystemClassLoader());
        List<String> wanted = learners.all().stream().map(RemoteLearner::agent).toList();
        if (!new TreeSet<>(wanted).equals(new TreeSet<>(named))) {
            throw UserError.usage("learners: expected " + words(wanted) + ", found " + words(named));
        }
    }

    private static String words(List<String> agents) {
        if (agents.isEmpty()) {
            return "none";
        }
        return agents.equals(List.of("")) ? "the learner of a problem" : "those of " + String.join(", ", agents);
    }

    LearningOrder order() {
        return order;
    }

    @Override
    public Map<String, Object> description() {
        return Map.of(
                "learners", learners.all().stream().map(BridgedLearning::json).toList());
    }

    private static Map<String, Object> json(RemoteLearner learner) {
        LearningTask task = learner.task();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("agent", learner.agent());
        json.put("worlds", task.worlds());
        json.put("totalSteps", task.totalSteps());
        json.put("seed", task.seed());
        json.put("features", BridgeSpecs.features(task.observations()));
        json.put("components", BridgeSpecs.components(task.actions()));
        json.put("maskSize", task.actions().maskSize());
        return json;
    }

    @Override
    public SharedLayout layout() {
        return LearnerCalls.layout(learners.all());
    }

    @Override
    public void attach(SharedBlock block, Turns turns) {
        LearnerCalls connected = new LearnerCalls(learners.all(), block, turns);
        learners.all().forEach(each -> each.attach(connected));
        finished = block.array("finished");
        calls = connected;
    }

    @Override
    public void turn() {
        TrainingProgram program = new TrainingProgram(command, version, ClassLoader.getSystemClassLoader(), learners);
        Map<String, Object> told = new LinkedHashMap<>(RecordFields.known(order.done(program, new Watch())));
        told.put("warnings", warnings);
        summary = told;
        finished.set(SharedBlock.LONG, 0, 1);
    }

    /** Nothing comes after it, well or not. */
    @Override
    public Optional<Map<String, Object>> result() {
        return Optional.of(summary == null ? Map.of() : summary);
    }

    @Override
    public Map<String, Object> answer(String question, Map<String, ?> details) {
        throw Bridged.unknown(question);
    }

    /** Keeps warnings, and stops when Python wants it. */
    private final class Watch implements TrainingWatch {
        private static final String WARNING = "warning: ";

        @Override
        public void note(String sentence) {
            if (sentence.startsWith(WARNING)) {
                warnings.add(sentence.substring(WARNING.length()));
            }
        }

        @Override
        public void progress(
                long steps, long total, double stepsPerSecond, double secondsLeft, Map<String, Double> figures) {}

        @Override
        public boolean interrupted() {
            return Objects.requireNonNull(calls).interrupted();
        }
    }
}
