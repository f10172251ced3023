package catallaxy.agents.evolution;

import catallaxy.evolution.fitness.FitnessSample;
import catallaxy.evolution.fitness.Objectives;
import catallaxy.evolution.fitness.VectorBox;
import catallaxy.evolution.fitness.VectorTask;
import catallaxy.evolution.search.Trainee;

/**
 * Settings, each tried by a whole training with the trial's seed.
 *
 * @param whole trains to the horizon in one stretch
 */
record TrainingTask(LearnerTrainees whole) implements VectorTask {
    @Override
    public VectorBox box() {
        return whole.space().box();
    }

    @Override
    public Objectives objectives() {
        return whole.objectives();
    }

    @Override
    public boolean noisy() {
        return true;
    }

    @Override
    public FitnessSample sample(double[] point, long seed) {
        try (Trainee trainee = whole.begin(point, seed)) {
            return trainee.train(point, seed);
        }
    }
}
