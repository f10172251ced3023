package catallaxy.agents.model;

/**
 * How well a model did on what it had not seen: each example was predicted before it was learned.
 *
 * @param group         that it was about, or {@link #ALL}
 * @param examples      that were predicted by a fit
 * @param absoluteError mean of the model's, in its unit; NaN without examples, as the others
 * @param naiveError    mean of the naive rule's, on the same examples
 * @param bounded       of the examples, those whose interval had ends
 * @param covered       part of these that lay in the interval
 */
public record ModelScore(
        String group, long examples, double absoluteError, double naiveError, long bounded, double covered) {
    /** Stands for all groups together. */
    public static final String ALL = "all";

    /** One less the ratio of the errors: 0 is as good as the naive rule, 1 is perfect, below 0 is worse. */
    public double skill() {
        return naiveError > 0 ? 1 - absoluteError / naiveError : Double.NaN;
    }
}
