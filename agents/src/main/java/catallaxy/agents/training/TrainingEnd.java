package catallaxy.agents.training;

import java.util.Arrays;

/** Why training ended, if it did. */
public enum TrainingEnd {
    /** It goes on. */
    NOT_YET("running"),
    /** All steps were taken. */
    STEPS("steps"),
    /** The target of an evaluation or of the rollouts was reached. */
    TARGET("target"),
    /** No evaluation was better for too long. */
    PATIENCE("patience");

    private final String word;

    TrainingEnd(String word) {
        this.word = word;
    }

    /** As manifests and summaries say it. */
    public String word() {
        return word;
    }

    /**
     * The end that a manifest names.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static TrainingEnd of(String word) {
        return Arrays.stream(values())
                .filter(end -> end.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no end of training is called '" + word + "'"));
    }
}
