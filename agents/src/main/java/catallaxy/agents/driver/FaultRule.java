package catallaxy.agents.driver;

import catallaxy.environment.base.check.Checks;

/**
 * What happens to an agent that does not deliver a valid decision; the same rule under every driver.
 *
 * <p>An agent that throws or answers with an invalid action holds for that epoch. One that threw is made anew for its next
 * epoch. After more than {@code maxConsecutiveFaults} faults in a row it is retired: it is not asked again
 * and holds for the rest of the run, as does at once an agent whose actor has stopped. A valid decision sets the count
 * back to 0. One that does not answer in time ends the run, since what came after would depend on the machine's speed.
 *
 * @param decisionTimeoutNanos wall-clock time for a decision, after which (and before a quarter more) the run ends
 *                             with {@link AgentFailedException}. Default 10 s
 * @param maxConsecutiveFaults default 3
 */
public record FaultRule(long decisionTimeoutNanos, int maxConsecutiveFaults) {
    public static final FaultRule DEFAULT = new FaultRule(10_000_000_000L, 3);

    public FaultRule {
        Checks.inRange("decisionTimeoutNanos", decisionTimeoutNanos, 1_000_000L, 86_400_000_000_000L);
        Checks.inRange("maxConsecutiveFaults", maxConsecutiveFaults, 0, 1_000_000);
    }
}
