package catallaxy.agents.problem;

import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.environment.base.check.Checks;

/**
 * A pole to be balanced on a cart by pushes from the left or right: Barto, Sutton and Anderson 1983,
 * https://doi.org/10.1109/TSMC.1983.6313077, with the constants of Gymnasium's CartPole-v1.
 *
 * <p>Each step earns 1. An episode terminates when the cart is more than 2.4 from the middle or the pole more than 12° from
 * upright, and is truncated after {@code maxSteps}.
 *
 * @param maxSteps of an episode; 500 in CartPole-v1
 */
public record CartPoleProblem(int maxSteps) implements ProblemSpec {
    private static final int STANDARD_STEPS = 500;

    public CartPoleProblem {
        Checks.inRange("maxSteps", maxSteps, 1, 1_000_000);
    }

    /** CartPole-v1. */
    public static CartPoleProblem standard() {
        return new CartPoleProblem(STANDARD_STEPS);
    }

    @Override
    public String problem() {
        return "cart-pole";
    }

    @Override
    public VectorEnvironment environment(int worlds) {
        return new CartPoleWorlds(this, worlds);
    }

    @Override
    public Referee referee() {
        return maxSteps == STANDARD_STEPS
                ? new PublishedReference("published: PPO 500 ± 0 at 100k steps, RL Baselines3 Zoo", STANDARD_STEPS)
                : new PublishedReference("largest possible return", maxSteps);
    }
}
