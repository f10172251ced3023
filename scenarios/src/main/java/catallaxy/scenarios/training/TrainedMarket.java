package catallaxy.scenarios.training;

import catallaxy.agents.market.MarketTrainer;
import catallaxy.agents.policy.Cast;
import catallaxy.agents.policy.TrainedPolicy;
import catallaxy.agents.training.Checkpoint;
import catallaxy.environment.market.kernel.CorruptStateException;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.CheckpointPolicyReader;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.file.SeatLearner;
import catallaxy.scenarios.run.AgentPlans;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The policies of a checkpoint of market training in a market.
 *
 * @param checkpoint folder
 * @param steps      of its training
 * @param scenario   in which they play
 * @param own        the scenario's own policies
 * @param learned    the same with the trained policies in the learners' seats
 */
public record TrainedMarket(Path checkpoint, long steps, Scenario scenario, Cast own, Cast learned) {
    /** The policies of a checkpoint in the scenario that it was trained in. */
    static TrainedMarket load(Path checkpoint, Cast own, Scenario scenario) {
        try {
            long steps = Checkpoint.readManifest(checkpoint).progress().steps();
            Cast learned = own;
            for (SeatLearner each : scenario.learners()) {
                TrainedPolicy policy = CheckpointPolicyReader.policy(checkpoint, each.agent());
                learned = learned.with(each.agent(), policy);
            }
            return new TrainedMarket(checkpoint, steps, scenario, own, learned);
        } catch (CorruptStateException | IOException damaged) {
            throw UserError.corrupt(String.valueOf(damaged.getMessage()));
        }
    }

    /**
     * Whether a place holds a checkpoint of training in a market.
     *
     * @param place a checkpoint's folder, or a run folder
     */
    public static boolean isAt(Path place) {
        try {
            return MarketTrainingRun.isAt(place)
                    || CheckpointPolicyReader.checkpointAt(place)
                            .filter(found -> Checkpoint.readManifest(found).origin().observation().stream()
                                    .anyMatch(name -> name.contains("/")))
                            .isPresent();
        } catch (CorruptStateException | IOException unreadable) {
            return false;
        }
    }

    /**
     * The policies of a checkpoint in the scenario that its manifest holds, with other settings where they are given.
     *
     * @param place a checkpoint's folder, or a run folder
     */
    public static TrainedMarket load(Path place, Map<String, String> overrides, ClassLoader userClasses) {
        try {
            Path found = CheckpointPolicyReader.checkpointAt(place)
                    .orElseThrow(() -> UserError.usage(place + ": expected a checkpoint, found none"));
            String configuration = Checkpoint.readManifest(found).origin().configuration();
            Scenario scenario = ScenarioReader.readText(found.toString(), configuration, overrides);
            return load(found, AgentPlans.cast(scenario, userClasses), scenario);
        } catch (CorruptStateException | IOException damaged) {
            throw UserError.corrupt(String.valueOf(damaged.getMessage()));
        }
    }

    /** What the learners earn in so many whole runs, against their baselines: one entry each. */
    public List<Map<String, Object>> score(int episodes, long seed) {
        Map<String, String> algorithms = new LinkedHashMap<>();
        scenario.learners()
                .forEach(each -> algorithms.put(each.agent(), each.learner().algorithm()));
        long[] seeds = MarketTrainer.evaluationSeeds(seed, episodes);
        return MarketScores.of(own, learned, List.copyOf(algorithms.keySet()), scenario.faultRule(), seeds)
                .json(algorithms, own);
    }
}
