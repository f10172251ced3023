package catallaxy.agents.problem;

import catallaxy.agents.learning.VectorEnvironment;

/**
 * Two links that hang from a fixed point, with a motor at the joint between them, to be swung above a line: Sutton 1996,
 * "Generalization in reinforcement learning: successful examples using sparse coarse coding", with the equations of Sutton
 * and Barto's book and the constants of Gymnasium's Acrobot-v1. Each step costs 1 but for the one that reaches the line; an
 * episode is truncated after 500.
 */
public record AcrobotProblem() implements ProblemSpec {
    /** Acrobot-v1. */
    public static AcrobotProblem standard() {
        return new AcrobotProblem();
    }

    @Override
    public String problem() {
        return "acrobot";
    }

    @Override
    public VectorEnvironment environment(int worlds) {
        return new AcrobotWorlds(worlds);
    }

    @Override
    public Referee referee() {
        return new PublishedReference("published: QR-DQN -69.1 ± 10 at 100k steps, RL Baselines3 Zoo", -69.1);
    }
}
