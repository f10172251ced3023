package catallaxy.evolution.control;

import catallaxy.evolution.fitness.Controller;
import catallaxy.evolution.fitness.ControllerTask;
import catallaxy.evolution.fitness.FitnessSample;
import catallaxy.evolution.fitness.Objective;
import catallaxy.evolution.fitness.Objectives;

/** Two poles with velocities: for how many of 100,000 steps both are balanced. */
record BalancedSteps() implements ControllerTask {
    /** Steps of a solution. */
    static final int LONG = 100_000;

    @Override
    public int inputs() {
        return 6;
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public Objectives objectives() {
        return Objectives.of(Objective.maximised("steps"));
    }

    @Override
    public boolean noisy() {
        return false;
    }

    @Override
    public FitnessSample sample(Controller candidate, long seed) {
        return FitnessSample.of(new PoleTrial(candidate, true).balance(LONG, PoleTrial.START));
    }
}
