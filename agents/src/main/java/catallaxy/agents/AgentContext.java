package catallaxy.agents;

import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.role.SeatSpec;
import java.util.Map;

/**
 * What an agent is told when it is made.
 *
 * @param agent        id from the scenario
 * @param market       the whole scenario: chains, venues, fees; what the agent could read in the file too
 * @param seat         role, cadence and endowments
 * @param observations features of each {@code Observation}
 * @param actions      components of the {@code Action} that is expected
 * @param seed         of the run
 * @param settings     the scenario's {@code settings} of this agent, as text; empty if there are none
 */
public record AgentContext(
        String agent,
        MarketSpec market,
        SeatSpec seat,
        ObservationSpec observations,
        ActionSpec actions,
        long seed,
        Map<String, String> settings) {
    public AgentContext {
        settings = Map.copyOf(settings);
    }

    /** The agent's own random numbers, at their beginning: a function of seed and id, whoever else takes part. */
    public RandomStream randomStream() {
        return RandomStream.of(seed, "agent/" + agent);
    }

    /**
     * A setting as a number.
     *
     * @param fallback if the setting is absent
     * @throws IllegalArgumentException if it is not a number
     */
    public double number(String setting, double fallback) {
        String text = settings.get(setting);
        if (text == null) {
            return fallback;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "settings." + setting + " of agent " + agent + ": expected a number, found '" + text + "'",
                    notANumber);
        }
    }

    /** A setting as text; {@code fallback} if it is absent. */
    public String text(String setting, String fallback) {
        return settings.getOrDefault(setting, fallback);
    }
}
