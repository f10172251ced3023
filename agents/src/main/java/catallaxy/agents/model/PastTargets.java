package catallaxy.agents.model;

/**
 * The targets of a group so far.
 *
 * @param count how many
 * @param mean  of them; 0 where there are none
 */
public record PastTargets(long count, double mean) {
    /** None yet. */
    static final PastTargets NONE = new PastTargets(0, 0);

    /** With one more. */
    PastTargets plus(double target) {
        return new PastTargets(count + 1, mean + (target - mean) / (count + 1));
    }
}
