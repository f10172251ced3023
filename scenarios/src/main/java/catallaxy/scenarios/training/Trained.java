package catallaxy.scenarios.training;

import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.learning.LearnerBinding;
import catallaxy.scenarios.file.text.Problem;
import catallaxy.scenarios.folder.TrainingScore;
import catallaxy.scenarios.folder.TrainingSummary;
import java.nio.file.Path;
import java.util.List;

/** What a checkpoint holds, ready to be scored. */
public abstract sealed class Trained implements AutoCloseable permits TrainedLearner, TrainedMarket {
    /**
     * Loads a checkpoint.
     *
     * @param place       a checkpoint's folder, or a run folder for the one that was to be scored
     * @param stage       what to play in
     * @param userClasses where agents of the user's own are found
     * @throws UserError if there is none, it does not fit the stage, or there is no such device (usage), or it is damaged
     *                   (corrupt)
     */
    public static Trained load(Path place, Stage stage, ClassLoader userClasses) {
        return load(place, stage, userClasses, LearnerBinding.NONE);
    }

    /** Loads a checkpoint of learners that need something, as the other method. */
    public static Trained load(Path place, Stage stage, ClassLoader userClasses, LearnerBinding binding) {
        return TrainedMarket.isAt(place)
                ? TrainedMarket.load(place, stage::market, userClasses, binding)
                : TrainedLearner.load(place, stage, binding);
    }

    /** The checkpoint's folder. */
    public abstract Path folder();

    /** Steps of its training. */
    public abstract long steps();

    /** What it is, as answers begin: learned in that scenario, with that seed of the training or of an evaluation. */
    abstract TrainingSummary.Subject subject(String scenario, long seed);

    /** The scenario's name as the answer of an evaluation has it; empty where the problem says it. */
    abstract String played();

    /** Values of the scenario to play in that may be used but are probably not what is wanted. */
    public List<Problem> warnings() {
        return List.of();
    }

    /** What to say of the machine that it plays on, where it was trained on another one. */
    public abstract List<String> notes();

    /** What it earns in so many episodes, against what is known. */
    public abstract TrainingScore score(int episodes, long seed);

    /** The answer of an evaluation. */
    public TrainingSummary evaluation(int episodes, long seed) {
        return new TrainingSummary(
                subject(played(), seed),
                TrainingSummary.Course.of(steps()),
                List.of(),
                score(episodes, seed),
                TrainingSummary.Place.of(folder().toString()));
    }

    @Override
    public abstract void close();
}
