package catallaxy.environment.api;

import java.util.List;
import java.util.Map;

/**
 * A parallel multi-agent environment in which each agent has its own cadence.
 *
 * <p>{@code reset(seed)}, then {@code step(joint action)} until the step is finished. Each step lists the agents that
 * are due; an agent missing from the joint action holds. Actions are applied in the scenario's order of agents,
 * whatever the order of the map. Deterministic: same seed, same joint actions, same steps. Owned by one thread.
 * The interface follows PettingZoo's parallel API (Terry et al. 2021, https://arxiv.org/abs/2009.14471) with
 * {@code terminated} and {@code truncated} kept apart.
 */
public interface ParallelEnvironment {
    /** Ids of the agents in their order. */
    List<String> agents();

    /**
     * What the agent's observations hold, the same in every episode.
     *
     * @throws IllegalArgumentException if there is no such agent
     */
    ObservationSpec observationSpec(String agent);

    /**
     * What the agent's actions hold, the same in every episode.
     *
     * @throws IllegalArgumentException if there is no such agent
     */
    ActionSpec actionSpec(String agent);

    /** Names of the reward terms, in the order of {@link AgentStep#terms()}. */
    List<String> rewardTerms(String agent);

    /** Starts a new episode. */
    EnvironmentStep reset(long seed);

    /**
     * Applies the actions of the agents that are due and runs on to the next epoch of any agent.
     *
     * @throws IllegalStateException    before {@code reset} or after the finished step
     * @throws IllegalArgumentException if an action is given for an agent that is not due
     */
    EnvironmentStep step(Map<String, Action> jointAction);

    /**
     * An independent environment in the same state, at the same epoch, with the same future for the same actions: what is done in
     * one is not seen in the other. Whoever looks at this one does not look at the fork.
     */
    ParallelEnvironment fork();

    /** Digest of everything that happened since {@code reset}, 32 hexadecimal digits. */
    String digest();
}
