package catallaxy.agents.problem;

import catallaxy.agents.learning.VectorEnvironment;

/**
 * A car in a valley whose engine is too weak to climb at once: Moore 1990, "Efficient memory-based learning for robot
 * control", with the constants of Gymnasium's MountainCar-v0. Each step costs 1; an episode terminates at the top and is
 * truncated after 200.
 */
public record MountainCarProblem() implements ProblemSpec {
    /** MountainCar-v0. */
    public static MountainCarProblem standard() {
        return new MountainCarProblem();
    }

    @Override
    public String problem() {
        return "mountain-car";
    }

    @Override
    public VectorEnvironment environment(int worlds) {
        return new MountainCarWorlds(worlds);
    }

    @Override
    public Referee referee() {
        return new PublishedReference("published: DQN -100.9 ± 9.9 at 120k steps, RL Baselines3 Zoo", -100.9);
    }
}
