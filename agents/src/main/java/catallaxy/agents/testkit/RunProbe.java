package catallaxy.agents.testkit;

import catallaxy.agents.driver.AgentFault;
import catallaxy.agents.driver.DriverListener;
import catallaxy.agents.driver.RecordedDecision;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.EnvironmentStep;
import catallaxy.environment.api.command.MarketCommand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A listener that keeps everything a driver does, with assertions that need no assertion library: for tests. What it
 * records can be given to a replay. Owned by the driver while a run is under way.
 */
public final class RunProbe implements DriverListener {
    private final List<EnvironmentStep> steps = new ArrayList<>();
    private final List<RecordedDecision> decisions = new ArrayList<>();
    private final List<AgentFault> faults = new ArrayList<>();

    @Override
    public void step(EnvironmentStep step) {
        steps.add(step);
    }

    @Override
    public void decided(long timeNanos, String agent, long epoch, Action action) {
        decisions.add(new RecordedDecision(timeNanos, agent, epoch, action));
    }

    @Override
    public void fault(AgentFault fault) {
        faults.add(fault);
    }

    /** All steps, that of the reset first. */
    public List<EnvironmentStep> steps() {
        return List.copyOf(steps);
    }

    /** All decisions as they were applied. */
    public List<RecordedDecision> decisions() {
        return List.copyOf(decisions);
    }

    /** All faults in the order in which they were heard; a copy. */
    public List<AgentFault> faults() {
        return List.copyOf(faults);
    }

    /**
     * Asserts that every agent delivered every decision.
     *
     * @throws AssertionError otherwise, with all faults
     */
    public RunProbe expectNoFaults() {
        if (!faults.isEmpty()) {
            throw new AssertionError("expected no faults, found " + faults);
        }
        return this;
    }

    /**
     * Asserts the kinds of the agent's faults, in their order.
     *
     * @throws AssertionError otherwise, with the faults that there were
     */
    public RunProbe expectFaults(String agent, AgentFault.Kind... kinds) {
        List<AgentFault> found =
                faults.stream().filter(fault -> fault.agent().equals(agent)).toList();
        if (!found.stream().map(AgentFault::kind).toList().equals(List.of(kinds))) {
            throw new AssertionError(
                    "expected faults of " + agent + ": " + Arrays.toString(kinds) + ", found " + found);
        }
        return this;
    }

    /**
     * Asserts that the agent's decision at an epoch was a vector with these values.
     *
     * @param tolerance largest difference of each value
     * @throws AssertionError otherwise, with the decision that there was
     */
    public RunProbe expectAction(String agent, long epoch, double tolerance, double... values) {
        Action action = action(agent, epoch);
        if (!(action instanceof Action.Vector vector) || !isNear(vector.values(), values, tolerance)) {
            throw new AssertionError("expected " + agent + "'s action at epoch " + epoch + " to be "
                    + Arrays.toString(values) + " ± " + tolerance + ", found " + action);
        }
        return this;
    }

    /**
     * Asserts that the agent held at an epoch.
     *
     * @throws AssertionError otherwise
     */
    public RunProbe expectHold(String agent, long epoch) {
        if (!(action(agent, epoch) instanceof Action.Hold)) {
            throw new AssertionError(
                    "expected " + agent + " to hold at epoch " + epoch + ", found " + action(agent, epoch));
        }
        return this;
    }

    /**
     * Asserts which commands the agent sent at an epoch, in their order; none for an epoch at which it sent none.
     *
     * @throws AssertionError otherwise, with the decision that there was
     */
    public RunProbe expectCommands(String agent, long epoch, MarketCommand... commands) {
        Action action = action(agent, epoch);
        List<MarketCommand> sent = action instanceof Action.Commands(List<MarketCommand> of) ? of : List.of();
        if (!sent.equals(List.of(commands)) || action instanceof Action.Vector) {
            throw new AssertionError(
                    "expected " + agent + " to send " + List.of(commands) + " at epoch " + epoch + ", found " + action);
        }
        return this;
    }

    /** All commands of a kind that the agent sent, in their order. */
    public <C extends MarketCommand> List<C> sent(String agent, Class<C> kind) {
        return decisions.stream()
                .filter(decision -> decision.agent().equals(agent))
                .flatMap(decision -> decision.action() instanceof Action.Commands(List<MarketCommand> of)
                        ? of.stream()
                        : Stream.empty())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private Action action(String agent, long epoch) {
        return decisions.stream()
                .filter(decision -> decision.agent().equals(agent) && decision.epoch() == epoch)
                .map(RecordedDecision::action)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no decision of " + agent + " at epoch " + epoch));
    }

    private static boolean isNear(double[] found, double[] expected, double tolerance) {
        boolean near = found.length == expected.length;
        for (int i = 0; near && i < found.length; i++) {
            near = Math.abs(found[i] - expected[i]) <= tolerance;
        }
        return near;
    }
}
