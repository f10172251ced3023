package catallaxy.scenarios.file;

import catallaxy.agents.driver.FaultRule;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.world.candle.CandleReport;
import catallaxy.scenarios.file.evolution.EvolutionSpec;
import catallaxy.scenarios.file.learning.LearnerBinding;
import catallaxy.scenarios.file.learning.MarketTraining;
import java.util.List;
import java.util.Optional;

/**
 * A scenario as it was read: everything that a run needs but its seed's choice. Immutable.
 *
 * @param file      that says it
 * @param market    what is simulated
 * @param seed      used where the command line gives none
 * @param policies  one for each agent of the market, in its order
 * @param faultRule what happens to agents that fail
 * @param training  who learns when the scenario is trained in, and how
 * @param evolution how a policy or settings are evolved, where it says so
 * @param recording how often a run writes down its course
 * @param candles   what was found in the candle files of replayed assets
 */
public record Scenario(
        ScenarioFile file,
        MarketSpec market,
        long seed,
        List<AgentPolicy> policies,
        FaultRule faultRule,
        MarketTraining training,
        Optional<EvolutionSpec> evolution,
        RecordingSpec recording,
        List<CandleReport> candles) {
    public Scenario {
        policies = List.copyOf(policies);
        candles = List.copyOf(candles);
    }

    /** The same with learners that have all that they need. */
    public Scenario bound(LearnerBinding binding) {
        return new Scenario(
                file, market, seed, policies, faultRule, training.bound(binding), evolution, recording, candles);
    }
}
