package catallaxy.evolution.raising;

import catallaxy.evolution.fitness.FitnessSample;
import catallaxy.evolution.fitness.FitnessTask;
import catallaxy.evolution.fitness.Objectives;
import catallaxy.evolution.search.TraineeTask;

/**
 * One stretch of training as a trial. The candidate is alive: after the trial it is another one, so that a second trial of the same
 * is not possible, and each generation's fitness is of that generation alone.
 *
 * @param task that members are raised at
 */
public record RaisingTask(TraineeTask task) implements FitnessTask<Member> {
    @Override
    public Objectives objectives() {
        return task.objectives();
    }

    @Override
    public boolean noisy() {
        return false;
    }

    @Override
    public FitnessSample sample(Member member, long seed) {
        return member.trainee().train(member.point(), seed);
    }
}
