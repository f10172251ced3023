package catallaxy.agents.evolution;

import catallaxy.agents.policy.MarketAgents;
import catallaxy.evolution.space.ParameterSpace;
import java.util.Map;

/** Makes markets of settings. Safe for any thread. */
public interface MarketVariants {
    /** The settings that vary. */
    ParameterSpace space();

    /**
     * The market and its agents under these settings.
     *
     * @param settings name of a parameter of the space → value, as a scenario file writes it
     * @throws IllegalArgumentException if there is no such market
     */
    MarketAgents with(Map<String, String> settings);
}
