package catallaxy.scenarios.training;

import catallaxy.agents.market.MarketCourse;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.agents.policy.TrainedPolicy;
import catallaxy.agents.training.Checkpoint;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.market.role.SeatSpec;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.file.learning.LearnerBinding;
import catallaxy.scenarios.file.learning.SeatLearnerSpec;
import catallaxy.scenarios.file.market.CheckpointPolicyReader;
import catallaxy.scenarios.file.text.Problem;
import catallaxy.scenarios.folder.TrainingManifest;
import catallaxy.scenarios.folder.TrainingScore;
import catallaxy.scenarios.folder.TrainingSummary;
import catallaxy.scenarios.run.AgentPlans;
import catallaxy.scenarios.run.OtherMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The policies of a checkpoint of market training in a market. */
final class TrainedMarket extends Trained {
    private final Path checkpoint;
    private final long steps;
    private final Scenario scenario;
    private final List<SeatLearnerSpec> learners;
    private final MarketAgents own;
    private final MarketAgents learned;

    /**
     * @param checkpoint folder
     * @param steps      of its training
     * @param scenario   in which they play
     * @param learners   whose they are
     * @param own        the scenario's own policies
     * @param learned    the same with the trained policies in the learners' seats
     */
    private TrainedMarket(
            Path checkpoint,
            long steps,
            Scenario scenario,
            List<SeatLearnerSpec> learners,
            MarketAgents own,
            MarketAgents learned) {
        this.checkpoint = checkpoint;
        this.steps = steps;
        this.scenario = scenario;
        this.learners = List.copyOf(learners);
        this.own = own;
        this.learned = learned;
    }

    /** Reads the scenario to play in. */
    @FunctionalInterface
    interface ScenarioChoice {
        /**
         * The scenario.
         *
         * @param checkpoint folder
         * @param trainedIn  the text of the scenario that it was trained in
         */
        Scenario scenario(String checkpoint, String trainedIn);
    }

    /** The policies of a checkpoint in the scenario that it was trained in. */
    static TrainedMarket load(Path checkpoint, MarketAgents own, Scenario scenario, LearnerBinding binding) {
        return load(checkpoint, own, scenario, scenario.training().learners(), binding);
    }

    private static TrainedMarket load(
            Path checkpoint,
            MarketAgents own,
            Scenario scenario,
            List<SeatLearnerSpec> learners,
            LearnerBinding binding) {
        try {
            long steps = Checkpoint.readManifest(checkpoint).progress().steps();
            MarketAgents learned = own;
            for (SeatLearnerSpec each : learners) {
                TrainedPolicy policy = CheckpointPolicyReader.policy(checkpoint, each.agent(), binding);
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
    static boolean isAt(Path place) {
        try {
            return isRunAt(place)
                    || CheckpointPolicyReader.checkpointAt(place)
                            .filter(found -> Checkpoint.readManifest(found).origin().observation().stream()
                                    .anyMatch(name -> name.contains("/")))
                            .isPresent();
        } catch (CorruptStateException | IOException unreadable) {
            return false;
        }
    }

    private static boolean isRunAt(Path place) {
        return TrainingFolder.of(place).exists() && TrainingRecord.read(place).isOf(TrainingManifest.MARKET);
    }

    /**
     * The policies of a checkpoint in a scenario.
     *
     * @param place    a checkpoint's folder, or a run folder
     * @param scenario to play in
     * @param binding  of the learners
     * @throws UserError if the scenario lacks a learner's agent (usage), or the checkpoint is damaged (corrupt)
     */
    static TrainedMarket load(Path place, ScenarioChoice scenario, ClassLoader userClasses, LearnerBinding binding) {
        try {
            Path found = CheckpointPolicyReader.checkpointAt(place)
                    .orElseThrow(() -> UserError.usage(place + ": expected a checkpoint, found none"));
            String configuration =
                    Checkpoint.readManifest(found).origin().training().configuration();
            List<SeatLearnerSpec> learners = ScenarioReader.readText(found.toString(), configuration, Map.of())
                    .training()
                    .learners();
            Scenario played = scenario.scenario(found.toString(), configuration);
            requireSeats(played, learners);
            return load(found, AgentPlans.agents(played, userClasses), played, learners, binding);
        } catch (CorruptStateException | IOException damaged) {
            throw UserError.corrupt(String.valueOf(damaged.getMessage()));
        }
    }

    private static void requireSeats(Scenario scenario, List<SeatLearnerSpec> learners) {
        List<String> seats =
                scenario.market().agents().stream().map(SeatSpec::id).toList();
        List<String> absent = learners.stream()
                .map(SeatLearnerSpec::agent)
                .filter(agent -> !seats.contains(agent))
                .toList();
        if (!absent.isEmpty()) {
            throw UserError.usage(
                    scenario.file().source() + ": expected the agents whose policies the checkpoint has, found no "
                            + String.join(", no ", absent) + " among " + String.join(", ", seats));
        }
    }

    @Override
    public Path folder() {
        return checkpoint;
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    TrainingSummary.Subject subject(String name, long seed) {
        return new TrainingSummary.Subject("", "", name, OptionalLong.of(seed));
    }

    @Override
    String played() {
        return scenario.market().name();
    }

    @Override
    public List<Problem> warnings() {
        return scenario.file().warnings();
    }

    @Override
    public List<String> notes() {
        String processor = Checkpoint.readManifest(checkpoint)
                .origin()
                .computing()
                .kernels()
                .processor();
        return OtherMachine.ofTraining(processor).stream().toList();
    }

    /** What the learners earn in so many whole runs, against their baselines. */
    @Override
    public TrainingScore score(int episodes, long seed) {
        Map<String, String> algorithms = new LinkedHashMap<>();
        learners.forEach(each -> algorithms.put(each.agent(), each.learner().algorithm()));
        long[] seeds = MarketCourse.evaluationSeeds(seed, episodes);
        MarketScores scores =
                MarketScores.of(own, learned, List.copyOf(algorithms.keySet()), scenario.faultRule(), seeds);
        return TrainingScore.of(scores.learners(algorithms, own));
    }

    @Override
    public void close() {}
}
