package catallaxy.scenarios.training;

import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.PlanningPolicy;
import catallaxy.agents.network.Compute;
import catallaxy.agents.problem.ConnectFourProblem;
import catallaxy.agents.training.Checkpoint;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.TrainingReader;
import catallaxy.scenarios.file.TrainingScenario;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A learner that plays Connect Four by search, as a scenario describes it or as a checkpoint holds it, ready to play. Closing it frees its
 * native memory. One owner.
 */
public final class PositionPlayer implements AutoCloseable {
    private final TrainingScenario scenario;
    private final boolean trained;
    private final Compute compute;
    private final Learner learner;

    private PositionPlayer(TrainingScenario scenario, boolean trained, Compute compute, Learner learner) {
        this.scenario = scenario;
        this.trained = trained;
        this.compute = compute;
        this.learner = learner;
    }

    /**
     * A learner that was not trained.
     *
     * @param settings that replace the scenario's
     * @throws UserError if the scenario is none of Connect Four (usage)
     */
    public static PositionPlayer of(Path file, Map<String, String> settings) {
        TrainingScenario scenario = required(TrainingReader.read(file, settings));
        Compute compute = TrainingRecord.compute(scenario.compute());
        try {
            return new PositionPlayer(
                    scenario, false, compute, TrainedLearner.learner(scenario, scenario.seed(), compute));
        } catch (IllegalArgumentException unfit) {
            compute.close();
            throw UserError.usage("learner: " + unfit.getMessage());
        }
    }

    /**
     * A learner from a checkpoint.
     *
     * @param place    a checkpoint's folder, or a run folder for the one that was to be scored
     * @param file     another scenario than the one that it was trained in
     * @param settings that replace the scenario's
     * @throws UserError if there is none or it does not fit the scenario (usage), or it is damaged (corrupt)
     */
    public static PositionPlayer load(Path place, Optional<Path> file, Map<String, String> settings) {
        Path folder = TrainedLearner.checkpointAt(place);
        try {
            Checkpoint checkpoint = Checkpoint.read(folder);
            String trainedIn = checkpoint.manifest().origin().training().configuration();
            TrainingScenario scenario = required(file.map(other -> TrainingReader.read(other, settings))
                    .orElseGet(() -> TrainingReader.readText(folder.toString(), trainedIn, settings)));
            Compute compute = TrainingRecord.compute(scenario.compute());
            String which = file.map(Path::toString).orElse(TrainedLearner.OWN_SCENARIO);
            Learner learner = TrainedLearner.loaded(checkpoint, scenario, which, folder, compute);
            return new PositionPlayer(scenario, true, compute, learner);
        } catch (CorruptStateException damaged) {
            throw UserError.corrupt(String.valueOf(damaged.getMessage()));
        }
    }

    private static TrainingScenario required(TrainingScenario scenario) {
        if (!(scenario.problem() instanceof ConnectFourProblem)) {
            throw UserError.usage("problem.kind: expected connect-four, whose positions are asked about, found "
                    + scenario.problem().problem());
        }
        return scenario;
    }

    /** Name of the algorithm. */
    public String algorithm() {
        return scenario.learner().algorithm();
    }

    /** Whether it has to learn before it plays well, and has not. */
    public boolean isUntrained() {
        return !trained && scenario.learner().firstUpdate(scenario.plan().worlds()) > 0;
    }

    /** Plays without exploration; valid until this is closed. */
    public PlanningPolicy policy() {
        if (learner.policy() instanceof PlanningPolicy planning) {
            return planning;
        }
        throw UserError.usage(
                "learner: expected one that searches before it moves, alphazero or mcts, found " + algorithm());
    }

    @Override
    public void close() {
        learner.close();
        compute.close();
    }
}
