package catallaxy.scenarios.folder;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a training came to, or an evaluation of what it learned: the file {@code summary.json} of its folder, and the answer of the
 * commands. Unknown numbers are {@code NaN}, unknown text is empty, and neither is written.
 *
 * @param data one for each asset whose price is replayed from candles
 */
public record TrainingSummary(
        @Inline Subject subject,
        @Inline Course course,
        List<DataNote> data,
        @Inline TrainingScore score,
        @Inline Place place)
        implements RunResult {
    /**
     * What was trained.
     *
     * @param algorithm that learned a problem; empty in a market
     * @param problem   kind of problem; empty in a market
     * @param scenario  its name
     * @param seed      of the training, or of the episodes of an evaluation
     */
    public record Subject(String algorithm, String problem, String scenario, OptionalLong seed) {}

    /**
     * How long it took; of an evaluation the steps alone.
     *
     * @param steps       transitions of all learners
     * @param end         why it ended, in a word
     * @param rounds      of a market
     * @param worlds      of a market
     * @param wallSeconds over all its sessions
     */
    public record Course(
            double steps, String end, double rounds, double worlds, double wallSeconds, double stepsPerSecond) {
        /** Of a checkpoint after so many steps. */
        public static Course of(long steps) {
            return new Course(steps, "", Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
    }

    /**
     * Where it lies.
     *
     * @param checkpoint      folder of the checkpoint that is scored
     * @param checkpointSteps of its training
     * @param runFolder       empty for an evaluation
     */
    public record Place(String checkpoint, double checkpointSteps, String runFolder) {
        /** A checkpoint on its own. */
        public static Place of(String checkpoint) {
            return new Place(checkpoint, Double.NaN, "");
        }
    }

    @Override
    public String runFolder() {
        return place.runFolder();
    }

    /** The summary of the same training, whose folder lies elsewhere now. */
    public TrainingSummary at(Place elsewhere) {
        return new TrainingSummary(subject, course, data, score, elsewhere);
    }
}
