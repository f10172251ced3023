package catallaxy.scenarios.file;

import catallaxy.agents.network.DeviceChoice;
import catallaxy.agents.problem.ProblemSpec;
import catallaxy.agents.training.LearnerSpec;
import catallaxy.agents.training.TrainingPlan;

/**
 * A scenario to train in, as it was read. Immutable.
 *
 * @param source       the file, as the user named it
 * @param name         in results
 * @param description  one sentence; may be empty
 * @param seed         used where the command line gives none
 * @param problem      to be solved
 * @param learner      that solves it
 * @param plan         how long, and what on the way
 * @param finalScore   what is made of it in the end
 * @param device       on which networks are computed
 * @param threads      of the network engine for one operation
 * @param resolved     every key with its value, one a line, sorted; read again it gives this scenario
 * @param configDigest 16 hexadecimal digits over all that determines a run but the seed's choice
 */
public record TrainingScenario(
        String source,
        String name,
        String description,
        long seed,
        ProblemSpec problem,
        LearnerSpec<?> learner,
        TrainingPlan plan,
        FinalScore finalScore,
        DeviceChoice device,
        int threads,
        String resolved,
        String configDigest) {}
