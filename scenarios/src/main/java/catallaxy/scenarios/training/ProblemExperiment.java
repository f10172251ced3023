package catallaxy.scenarios.training;

import catallaxy.agents.network.Compute;
import catallaxy.agents.training.Course;
import catallaxy.agents.training.ProblemCourse;
import catallaxy.agents.training.TrainingPlan;
import catallaxy.agents.training.TrainingProgress;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.TrainingScenario;
import catallaxy.scenarios.file.learning.LearnerBinding;
import catallaxy.scenarios.file.learning.UnboundLearnerException;
import catallaxy.scenarios.folder.DataNote;
import catallaxy.scenarios.folder.TrainingManifest;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** A learner in a problem. */
final class ProblemExperiment extends Experiment {
    private final TrainingScenario scenario;
    private final LearnerBinding binding;

    ProblemExperiment(TrainingScenario scenario) {
        this(scenario, LearnerBinding.NONE);
    }

    private ProblemExperiment(TrainingScenario scenario, LearnerBinding binding) {
        super(new Said(scenario.name(), scenario.file(), scenario.seed(), scenario.compute(), scenario.finalScore()));
        this.scenario = scenario;
        this.binding = binding;
    }

    @Override
    public ProblemExperiment bound(LearnerBinding chosen) {
        return new ProblemExperiment(scenario.bound(chosen), chosen);
    }

    @Override
    String kind() {
        return TrainingManifest.PROBLEM;
    }

    @Override
    TrainingManifest.Subject subject(long seed) {
        return new TrainingManifest.Subject(
                name(),
                file().source(),
                problem(),
                algorithm(),
                List.of(),
                data(),
                OptionalLong.of(seed),
                file().configDigest());
    }

    @Override
    String algorithm() {
        return scenario.learner().algorithm();
    }

    @Override
    String problem() {
        return scenario.problem().problem();
    }

    @Override
    Course course(long seed, Compute compute, ClassLoader userClasses) {
        try {
            return new ProblemCourse(
                    TrainedLearner.learner(scenario, seed, compute),
                    scenario.problem()::environment,
                    scenario.plan().worlds(),
                    seed);
        } catch (UnboundLearnerException elsewhere) {
            throw UserError.usage("learner: " + elsewhere.getMessage());
        }
    }

    @Override
    TrainingPlan plan(Course course) {
        return scenario.plan();
    }

    @Override
    List<String> idle(Course course) {
        return scenario.learner().idle(scenario.plan().steps(), scenario.plan().worlds()).stream()
                .toList();
    }

    @Override
    Trained trained(Path checkpoint, ClassLoader userClasses) {
        return TrainedLearner.load(checkpoint, Stage.same(), binding);
    }

    @Override
    double rounds(TrainingProgress progress) {
        return Double.NaN;
    }

    @Override
    double worlds() {
        return Double.NaN;
    }

    @Override
    List<DataNote> data() {
        return List.of();
    }
}
