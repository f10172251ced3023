package catallaxy.agents;

import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import java.util.Collections;
import java.util.SequencedMap;

/**
 * What decides in a seat of the market: the one interface that a user's own agent implements.
 *
 * <p>A class that is named in a scenario has a public constructor that takes an {@link AgentContext}, or none that takes
 * anything. It may keep state between calls; one thread at a time calls it, with everything of the previous call visible.
 * For a run that repeats, a decision depends on the observations so far and on the context only: no clock, no randomness
 * but {@link AgentContext#randomStream()}.
 */
@FunctionalInterface
public interface Agent {
    /**
     * The action for this epoch. Whatever is thrown is a fault: the agent holds for this epoch and is made anew.
     * An action outside {@code observation.actions()} is a fault too.
     */
    Action decide(Observation observation);

    /** What the agent tells of itself at the end of a run, by name; nothing unless it says otherwise. */
    default SequencedMap<String, Double> figures() {
        return Collections.emptySortedMap();
    }

    /**
     * An independent agent that has seen the same so far and decides the same from here on: what a planner lets act in a fork of
     * the market. An agent that remembers nothing may give itself.
     *
     * @throws UnsupportedOperationException if the agent does not say how
     */
    default Agent copy() {
        throw new UnsupportedOperationException(getClass().getName() + ": does not say how it is copied");
    }
}
