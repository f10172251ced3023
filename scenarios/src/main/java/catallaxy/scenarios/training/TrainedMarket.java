package catallaxy.scenarios.training;

import catallaxy.agents.market.MarketCourse;
import catallaxy.agents.policy.Cast;
import catallaxy.agents.policy.TrainedPolicy;
import catallaxy.agents.training.Checkpoint;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.market.role.AgentSpec;
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
 * @param learners   whose they are
 * @param own        the scenario's own policies
 * @param learned    the same with the trained policies in the learners' seats
 */
public record TrainedMarket(
        Path checkpoint, long steps, Scenario scenario, List<SeatLearner> learners, Cast own, Cast learned) {
    public TrainedMarket {
        learners = List.copyOf(learners);
    }

    /** Reads the scenario to play in. */
    @FunctionalInterface
    public interface ScenarioChoice {
        /**
         * The scenario.
         *
         * @param checkpoint folder
         * @param trainedIn  the text of the scenario that it was trained in
         */
        Scenario scenario(String checkpoint, String trainedIn);
    }

    /** The policies of a checkpoint in the scenario that it was trained in. */
    static TrainedMarket load(Path checkpoint, Cast own, Scenario scenario) {
        return load(checkpoint, own, scenario, scenario.learners());
    }

    private static TrainedMarket load(Path checkpoint, Cast own, Scenario scenario, List<SeatLearner> learners) {
        try {
            long steps = Checkpoint.readManifest(checkpoint).progress().steps();
            Cast learned = own;
            for (SeatLearner each : learners) {
                TrainedPolicy policy = CheckpointPolicyReader.policy(checkpoint, each.agent());
                learned = learned.with(each.agent(), policy);
            }
            return new TrainedMarket(checkpoint, steps, scenario, learners, own, learned);
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
     * The policies of a checkpoint in a scenario.
     *
     * @param place    a checkpoint's folder, or a run folder
     * @param scenario to play in
     * @throws UserError if the scenario lacks a learner's agent (usage), or the checkpoint is damaged (corrupt)
     */
    public static TrainedMarket load(Path place, ScenarioChoice scenario, ClassLoader userClasses) {
        try {
            Path found = CheckpointPolicyReader.checkpointAt(place)
                    .orElseThrow(() -> UserError.usage(place + ": expected a checkpoint, found none"));
            String configuration = Checkpoint.readManifest(found).origin().configuration();
            List<SeatLearner> learners = ScenarioReader.readText(found.toString(), configuration, Map.of())
                    .learners();
            Scenario played = scenario.scenario(found.toString(), configuration);
            requireSeats(played, learners);
            return load(found, AgentPlans.cast(played, userClasses), played, learners);
        } catch (CorruptStateException | IOException damaged) {
            throw UserError.corrupt(String.valueOf(damaged.getMessage()));
        }
    }

    private static void requireSeats(Scenario scenario, List<SeatLearner> learners) {
        List<String> seats =
                scenario.market().agents().stream().map(AgentSpec::id).toList();
        List<String> absent = learners.stream()
                .map(SeatLearner::agent)
                .filter(agent -> !seats.contains(agent))
                .toList();
        if (!absent.isEmpty()) {
            throw UserError.usage(
                    scenario.source() + ": expected the agents whose policies the checkpoint has, found no "
                            + String.join(", no ", absent) + " among " + String.join(", ", seats));
        }
    }

    /** On which it was trained; unknown where the checkpoint does not say. */
    public String processor() {
        return Checkpoint.readManifest(checkpoint).origin().kernels().processor();
    }

    /** What the learners earn in so many whole runs, against their baselines: one entry each. */
    public List<Map<String, Object>> score(int episodes, long seed) {
        Map<String, String> algorithms = new LinkedHashMap<>();
        learners.forEach(each -> algorithms.put(each.agent(), each.learner().algorithm()));
        long[] seeds = MarketCourse.evaluationSeeds(seed, episodes);
        return MarketScores.of(own, learned, List.copyOf(algorithms.keySet()), scenario.faultRule(), seeds)
                .json(algorithms, own);
    }
}
