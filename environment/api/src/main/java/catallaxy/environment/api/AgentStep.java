package catallaxy.environment.api;

/**
 * What one agent receives when it is due.
 *
 * @param reward     sum of {@code terms} since the agent's previous epoch
 * @param terms      {@code [T]} in the order of the role's reward terms, quote-currency units
 * @param terminated the agent's own episode ended in the problem itself (ruin, halt for good)
 * @param truncated  the horizon of the run cut the episode
 */
@SuppressWarnings("ArrayRecordComponent")
public record AgentStep(Observation observation, double reward, double[] terms, boolean terminated, boolean truncated) {
    /** Id of the agent that is due: that of the observation. */
    public String agent() {
        return observation.agent();
    }
}
