package catallaxy.agents;

import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.view.Factor;
import catallaxy.environment.base.check.NearestWord;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.role.FactorKind;
import catallaxy.environment.market.role.RoleSite;
import catallaxy.environment.market.role.SeatSpec;
import catallaxy.environment.market.role.SupervisedSeats;
import java.util.List;
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
     * What a factor of this seat shows, in the order of the observation: features to be looked up by their meaning or name.
     *
     * @param factor as {@code agents.X.factors} names it
     * @throws IllegalArgumentException if the seat has no such factor
     */
    public List<Feature> factor(String factor) {
        List<String> names = seat.factors().stream().map(FactorKind::name).toList();
        int index = names.indexOf(factor);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "agents." + agent + ".factors: " + NearestWord.missing("factor", factor, names));
        }
        RoleSite site = new RoleSite(market.engine(), market.durationNanos(), market.agents(), SupervisedSeats.none());
        return seat.factors().get(index).in(site, seat).stream()
                .map(Factor::feature)
                .toList();
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
