package catallaxy.evolution.fitness;

import java.util.List;
import java.util.function.Function;

/** A task for what is made into another task's candidates. */
record MadeTask<D, C>(FitnessTask<C> task, Function<D, C> made) implements FitnessTask<D> {
    @Override
    public Objectives objectives() {
        return task.objectives();
    }

    @Override
    public List<Descriptor> descriptors() {
        return task.descriptors();
    }

    @Override
    public boolean noisy() {
        return task.noisy();
    }

    @Override
    public boolean light() {
        return task.light();
    }

    @Override
    public FitnessSample sample(D candidate, long seed) {
        return task.sample(made.apply(candidate), seed);
    }
}
