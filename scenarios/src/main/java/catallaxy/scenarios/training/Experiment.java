package catallaxy.scenarios.training;

import catallaxy.agents.network.Compute;
import catallaxy.agents.training.Course;
import catallaxy.agents.training.TrainingPlan;
import catallaxy.agents.training.TrainingProgress;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.ScenarioFile;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.file.TrainingReader;
import catallaxy.scenarios.file.learning.ComputeChoice;
import catallaxy.scenarios.file.learning.FinalScore;
import catallaxy.scenarios.file.learning.LearnerBinding;
import catallaxy.scenarios.folder.DataNote;
import catallaxy.scenarios.folder.TrainingManifest;
import catallaxy.scenarios.folder.TrainingSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What a scenario has to train: one learner in a problem, or all learners of a market. Immutable. */
public abstract sealed class Experiment permits ProblemExperiment, MarketExperiment {
    private final Said said;

    /** What every scenario to train in says; the components are those of the methods. */
    record Said(String name, ScenarioFile file, long seed, ComputeChoice compute, FinalScore finalScore) {}

    Experiment(Said said) {
        this.said = said;
    }

    /**
     * Reads a scenario.
     *
     * @param settings that replace the scenario's
     * @throws UserError if it is no valid scenario, or has nobody to train (usage)
     */
    public static Experiment read(Path file, Map<String, String> settings) {
        return TrainingReader.isTraining(file, settings)
                ? new ProblemExperiment(TrainingReader.read(file, settings))
                : new MarketExperiment(ScenarioReader.read(file, settings));
    }

    /** The same with learners that have all that they need. */
    public abstract Experiment bound(LearnerBinding binding);

    /**
     * Makes all learners once, at their beginning, and closes them.
     *
     * @throws UserError if a learner or an agent does not fit its seat, or there is no such device (usage)
     */
    public final void rehearse(long seed, ClassLoader userClasses) {
        requireAgents(userClasses);
        try (Compute compute = TrainingRecord.compute(compute())) {
            course(seed, compute, userClasses).close();
        }
    }

    /** The scenario of a run folder's record. */
    static Experiment of(TrainingRecord record) {
        Path scenario = record.folder().files().scenario();
        if (record.isOf(TrainingManifest.MARKET)) {
            return new MarketExperiment(ScenarioReader.read(scenario, Map.of()));
        }
        record.requireKind(TrainingManifest.PROBLEM);
        return new ProblemExperiment(TrainingReader.read(scenario, Map.of()));
    }

    /** The scenario's, in results. */
    public final String name() {
        return said.name();
    }

    /** That says what is trained. */
    public final ScenarioFile file() {
        return said.file();
    }

    /** Of all chance, where the command line gives none. */
    public final long seed() {
        return said.seed();
    }

    final ComputeChoice compute() {
        return said.compute();
    }

    final FinalScore finalScore() {
        return said.finalScore();
    }

    /** Kind of run, as manifests have it. */
    abstract String kind();

    /** As manifests have it. */
    abstract TrainingManifest.Subject subject(long seed);

    /** The algorithms, as checkpoints have them. */
    abstract String algorithm();

    /** What is learned, as checkpoints have it. */
    abstract String problem();

    /** @throws UserError if an agent does not fit its seat (usage) */
    void requireAgents(ClassLoader userClasses) {}

    /**
     * Learners at their beginning.
     *
     * @throws UserError if a learner does not fit its seat (usage)
     */
    abstract Course course(long seed, Compute compute, ClassLoader userClasses);

    abstract TrainingPlan plan(Course course);

    /** Why which learners would learn nothing. */
    abstract List<String> idle(Course course);

    /** Trains under whatever watch its agents need. */
    TrainingSummary watched(Compute compute, Supplier<TrainingSummary> training) {
        return training.get();
    }

    /** What was learned, in the scenario that it was trained in. */
    abstract Trained trained(Path checkpoint, ClassLoader userClasses);

    /** How often it plays its worlds, in rounds; {@code NaN} where it does not. */
    abstract double rounds(TrainingProgress progress);

    /** In how many worlds it plays rounds; {@code NaN} where it does not. */
    abstract double worlds();

    /** What was found in the candle files of replayed assets. */
    abstract List<DataNote> data();
}
