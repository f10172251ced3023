package catallaxy.agents.problem;

import catallaxy.agents.learning.VectorEnvironment;

/**
 * A pendulum to be swung up and held by a torque too weak to lift it at once, with the constants of Gymnasium's
 * Pendulum-v1. Each step costs {@code θ² + 0.1 θ̇² + 0.001 u²} with θ the angle from upright in [−π, π); an episode is
 * truncated after 200.
 */
public record PendulumProblem() implements ProblemSpec {
    /** Pendulum-v1. */
    public static PendulumProblem standard() {
        return new PendulumProblem();
    }

    @Override
    public String problem() {
        return "pendulum";
    }

    @Override
    public VectorEnvironment environment(int worlds) {
        return new PendulumWorlds(worlds);
    }

    @Override
    public Referee referee() {
        return new PublishedReference("published: TD3 -151.86 ± 90 at 20k steps, RL Baselines3 Zoo", -151.86);
    }
}
