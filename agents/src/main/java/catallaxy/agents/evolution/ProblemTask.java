package catallaxy.agents.evolution;

import catallaxy.agents.problem.ProblemSpec;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.evolution.fitness.Controller;
import catallaxy.evolution.fitness.ControllerTask;
import catallaxy.evolution.fitness.FitnessSample;
import catallaxy.evolution.fitness.Objective;
import catallaxy.evolution.fitness.Objectives;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * To control a problem: one trial is one episode in a world of its own, its value the undiscounted return.
 *
 * <p>What a controller sees and answers is as {@link ControllerPolicy} says. One that answers what is not finite fails.
 *
 * <p>Worlds are used again by later trials: a reset forgets all that was. Safe for any thread.
 */
public final class ProblemTask implements ControllerTask {
    private static final Objectives RETURN = Objectives.of(Objective.maximised("return"));

    private final ProblemSpec problem;
    private final int inputs;
    private final int outputs;
    private final ConcurrentLinkedQueue<ControlledWorld> idle = new ConcurrentLinkedQueue<>();

    /**
     * The task of a problem.
     *
     * @throws IllegalArgumentException if its actions mix choices with quantities
     */
    public ProblemTask(ProblemSpec problem) {
        this.problem = problem;
        ControlledWorld first = new ControlledWorld(problem);
        ObservationSpec observations = first.observationSpec();
        ActionSpec actions = first.actionSpec();
        inputs = observations.size();
        outputs = actions.maskSize();
        idle.add(first);
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int outputs() {
        return outputs;
    }

    @Override
    public Objectives objectives() {
        return RETURN;
    }

    /** Episodes begin by chance. */
    @Override
    public boolean noisy() {
        return true;
    }

    @Override
    public FitnessSample sample(Controller controller, long seed) {
        ControlledWorld free = idle.poll();
        ControlledWorld world = free == null ? new ControlledWorld(problem) : free;
        FitnessSample sample = world.episode(controller, seed);
        idle.add(world);
        return sample;
    }
}
