package catallaxy.scenarios.file;

import catallaxy.agents.market.MarketTrainingPlan;
import catallaxy.agents.network.DeviceChoice;

/**
 * How learners are trained in a market.
 *
 * @param plan       how long, and what on the way
 * @param finalScore what is made of it in the end
 * @param device     on which networks are computed
 * @param threads    of the network engine for one operation
 */
public record MarketTraining(MarketTrainingPlan plan, FinalScore finalScore, DeviceChoice device, int threads) {}
