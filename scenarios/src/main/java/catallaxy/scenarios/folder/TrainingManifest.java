package catallaxy.scenarios.folder;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a training or an evolution is made of and how it goes: the file {@code manifest.json} of its folder. Unknown text is empty.
 *
 * @param kind    {@link #PROBLEM}, {@link #MARKET} or {@link #EVOLUTION}; other runs have others or none
 * @param command the command line that began it
 */
public record TrainingManifest(
        String kind,
        @Inline Program program,
        @Inline Subject subject,
        @Inline Machine machine,
        @Inline Course course,
        String command) {
    /** The kind of trainings in problems. */
    public static final String PROBLEM = "training";

    /** The kind of trainings in markets. */
    public static final String MARKET = "market-training";

    /** The kind of evolutions. */
    public static final String EVOLUTION = "evolution";

    private static final String RUNNING = "running";
    private static final String COMPLETED = "completed";
    private static final String FAILED = "failed";
    private static final String INTERRUPTED = "interrupted";

    /**
     * What is trained.
     *
     * @param scenario     its name
     * @param source       the file that it was read from
     * @param problem      kind of problem; empty in a market
     * @param algorithm    that learns the problem, or method that evolves; empty in a market
     * @param learners     of a market, by their agents
     * @param data         what was found in the candle files of replayed assets
     * @param configDigest of the resolved scenario
     */
    public record Subject(
            String scenario,
            String source,
            String problem,
            String algorithm,
            List<String> learners,
            List<DataNote> data,
            OptionalLong seed,
            String configDigest) {}

    /**
     * What computes the networks.
     *
     * @param device       in words
     * @param processor    and {@code instructions}: what the last bits depend on
     * @param resumedOn    another processor and other instructions that it went on with
     */
    public record Machine(String device, String processor, String instructions, String resumedOn) {
        /** The same, where it goes on with others. */
        public Machine resumedOn(String others) {
            return new Machine(device, processor, instructions, others);
        }
    }

    /**
     * How it goes.
     *
     * @param status  {@code running}, {@code completed}, {@code failed}, {@code interrupted}, or empty where unknown
     * @param started an instant of ISO 8601, as {@code finished}
     * @param reason  why it failed
     */
    public record Course(String status, String started, String finished, String reason) {
        /** Of a training that begins. */
        public static Course begun(Instant when) {
            return new Course(RUNNING, when.toString(), "", "");
        }

        /** Of the training while it goes on. */
        public Course goingOn() {
            return new Course(RUNNING, started, finished, reason);
        }

        /** Of the training that has reached its end. */
        public Course completed(Instant when) {
            return ended(COMPLETED, when, "");
        }

        /** Of the training that somebody stopped. */
        public Course interrupted(Instant when) {
            return ended(INTERRUPTED, when, "");
        }

        /** Of the training that could not go on. */
        public Course failed(Instant when, String why) {
            return ended(FAILED, when, why);
        }

        private Course ended(String how, Instant when, String why) {
            return new Course(how, started, when.toString(), why);
        }

        /** Whether it has reached its end. */
        public boolean isCompleted() {
            return status.equals(COMPLETED);
        }

        /** Whether it could not go on. */
        public boolean isFailed() {
            return status.equals(FAILED);
        }
    }

    /** The manifest of the same training, as it goes now. */
    public TrainingManifest with(Course now) {
        return new TrainingManifest(kind, program, subject, machine, now, command);
    }

    /** The manifest of the same training on other machines. */
    public TrainingManifest with(Machine other) {
        return new TrainingManifest(kind, program, subject, other, course, command);
    }
}
