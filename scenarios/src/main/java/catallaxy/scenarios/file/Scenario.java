package catallaxy.scenarios.file;

import catallaxy.agents.driver.FaultRule;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.world.candle.CandleReport;
import java.util.List;

/**
 * A scenario as it was read: everything that a run needs but its seed's choice. Immutable.
 *
 * @param source       the file, as the user named it
 * @param description  one sentence; may be empty
 * @param market       what is simulated
 * @param seed         used where the command line gives none
 * @param policies     one for each agent of the market, in its order
 * @param learners     who learns in which seat when the scenario is trained in, in the order of the agents
 * @param training     how they are trained
 * @param faultRule    what happens to agents that fail
 * @param recording    how often a run writes down its course
 * @param candles      what was found in the candle files of replayed assets
 * @param warnings     values that may be used but are probably not what is wanted
 * @param resolved     every key with its value, one a line, sorted; read again it gives this scenario
 * @param configDigest 16 hexadecimal digits over all that determines a run but the seed's choice; file names do not count, the
 *                     content of candle files does
 */
public record Scenario(
        String source,
        String description,
        MarketSpec market,
        long seed,
        List<AgentPolicy> policies,
        List<SeatLearner> learners,
        MarketTraining training,
        FaultRule faultRule,
        RecordingSpec recording,
        List<CandleReport> candles,
        List<Problem> warnings,
        String resolved,
        String configDigest) {
    public Scenario {
        policies = List.copyOf(policies);
        learners = List.copyOf(learners);
        candles = List.copyOf(candles);
        warnings = List.copyOf(warnings);
    }
}
