package catallaxy.agents.learning;

/** A policy that answers many worlds at once and does not explore. */
@FunctionalInterface
public interface BatchPolicy {
    /**
     * Writes the actions for a batch of observations.
     *
     * @param observations {@code [B, F]}
     * @param masks        {@code [B, M]}, true where allowed
     * @param rows         {@code B}
     * @param actions      {@code [B, A]}, overwritten; in the units of the action spec and inside its bounds
     */
    void act(float[] observations, boolean[] masks, int rows, float[] actions);
}
