package catallaxy.scenarios.file;

import catallaxy.agents.market.MarketTrainingPlan;
import catallaxy.agents.network.DeviceChoice;

/**
 * How learners are trained in a market.
 *
 * @param plan          how long, and what on the way
 * @param selection     which checkpoint is scored in the end
 * @param finalEpisodes whole runs of that score, on seeds that nothing before used
 * @param device        on which networks are computed
 * @param threads       of the network engine for one operation
 */
public record MarketTraining(
        MarketTrainingPlan plan, Selection selection, int finalEpisodes, DeviceChoice device, int threads) {}
