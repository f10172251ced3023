package catallaxy.scenarios.training;

import catallaxy.agents.driver.AgentFailedException;
import catallaxy.agents.learning.DivergedException;
import catallaxy.agents.policy.AgentCreationException;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.run.FaultLog;
import java.io.IOException;

/** Why a training could not go on and what is left of it, for the user. */
final class FailedTraining {
    private FailedTraining() {}

    /**
     * What is known of a failure.
     *
     * @param failure of a learner or an agent
     */
    static UserError explained(TrainingFolder folder, RuntimeException failure) throws IOException {
        return switch (failure) {
            case DivergedException diverged -> diverged(folder, diverged);
            case AgentFailedException agent -> byAgent(folder, agent);
            case AgentCreationException misfit -> UserError.usage(String.valueOf(misfit.getMessage()));
            default -> UserError.failed(String.valueOf(failure.getMessage()), failure);
        };
    }

    private static UserError diverged(TrainingFolder folder, DivergedException diverged) throws IOException {
        String sound = folder.checkpoints()
                .newest()
                .map(newest -> "; its last checkpoint, " + newest + ", is from before")
                .orElse("; it has no checkpoint from before");
        String message = "training diverged: " + diverged.getMessage() + sound
                + "\nlower the learning rates, or scale or normalise rewards and observations";
        return UserError.failed(message, diverged);
    }

    /** The trace is written into the folder. */
    private static UserError byAgent(TrainingFolder folder, AgentFailedException agent) throws IOException {
        FaultLog.ended(folder.files().faults(), agent);
        String kept = folder.checkpoints().newest().isPresent()
                ? "kept up to the last checkpoint: catallaxy resume " + folder.folder() + " goes on from there"
                : "there is no checkpoint from before";
        return UserError.failed(
                agent.getMessage() + "; trace: " + folder.files().faults() + "\n" + kept, agent);
    }
}
