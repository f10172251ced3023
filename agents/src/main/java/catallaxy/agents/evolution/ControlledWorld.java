package catallaxy.agents.evolution;

import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.problem.ProblemSpec;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.evolution.fitness.Controller;
import catallaxy.evolution.fitness.FitnessSample;

/** One world of a problem with the buffers in which a controller acts, as {@link ProblemTask} says. Owned by one thread at a time. */
final class ControlledWorld {
    private final VectorEnvironment environment;
    private final VectorStep step;
    private final float[] action;

    ControlledWorld(ProblemSpec problem) {
        environment = problem.environment(1);
        step = VectorStep.of(environment);
        action = new float[environment.actionSpec().size()];
    }

    ObservationSpec observationSpec() {
        return environment.observationSpec();
    }

    ActionSpec actionSpec() {
        return environment.actionSpec();
    }

    /** The return of the episode that the seed begins; invalid if the controller fails. */
    FitnessSample episode(Controller controller, long seed) {
        ControllerPolicy policy =
                new ControllerPolicy(environment.observationSpec(), environment.actionSpec(), controller);
        double sum = 0;
        environment.reset(seed, step);
        controller.reset();
        try {
            do {
                policy.act(step.observations(), step.masks(), 1, action);
                environment.step(action, step);
                sum += step.rewards()[0];
            } while (!step.ended(0));
        } catch (ControllerPolicy.FailedException _) {
            return FitnessSample.invalid();
        }
        return FitnessSample.of(sum);
    }
}
