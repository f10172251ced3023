package catallaxy.agents.problem;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.base.random.RandomStream;
import java.util.List;

/** The worlds of {@link CarteaJaimungalProblem}; the state of one is its inventory. One random word a step. */
final class CarteaJaimungalWorlds extends Worlds {
    private static final ObservationSpec OBSERVATIONS = new ObservationSpec(
            List.of(new Feature("inventory_share", "1", -1, 1), new Feature("time_remaining_share", "1", 0, 1)));

    private final int maxInventory;
    private final int initialInventory;
    private final double kappa;
    private final double fillsPerStep;
    private final double likeliest;
    private final double runningPenalty;
    private final double terminalPenalty;
    private final float maxDepth;
    private final float inventoryScale;
    private final float timeScale;
    private final long[] words;

    CarteaJaimungalWorlds(CarteaJaimungalProblem problem, int worlds) {
        super(worlds, 1, problem.steps(), Horizon.TERMINATES, OBSERVATIONS, depths(problem.maxDepth()));
        maxInventory = problem.maxInventory();
        initialInventory = problem.initialInventory();
        kappa = problem.kappa();
        fillsPerStep = problem.lambda() * problem.dt();
        likeliest = Math.min(fillsPerStep, 0.5);
        runningPenalty = problem.phi() * problem.dt();
        terminalPenalty = problem.alpha();
        maxDepth = problem.maxDepth();
        inventoryScale = 1f / maxInventory;
        timeScale = 1f / steps;
        words = new long[worlds];
    }

    private static ActionSpec depths(float maxDepth) {
        return new ActionSpec(List.of(
                new ActionComponent.Continuous("ask_depth", "price", 0, maxDepth, maxDepth),
                new ActionComponent.Continuous("bid_depth", "price", 0, maxDepth, maxDepth)));
    }

    @Override
    void begin(int world) {
        state[world] = random().nextInt(world, 2 * initialInventory + 1) - initialInventory;
    }

    @Override
    void advance(float[] actions, double[] rewards, boolean[] terminated) {
        random().nextLongs(words);
        for (int i = 0; i < words.length; i++) {
            double q = state[i];
            double penalty = runningPenalty * q * q;
            double u = RandomStream.uniform(words[i]);
            double depth = 0;
            if (u < likeliest) {
                float ask = Math.clamp(actions[2 * i], 0f, maxDepth);
                if (q > -maxInventory && u < probability(ask)) {
                    depth = ask;
                    q--;
                }
            } else if (u >= 1 - likeliest) {
                float bid = Math.clamp(actions[2 * i + 1], 0f, maxDepth);
                if (q < maxInventory && u >= 1 - probability(bid)) {
                    depth = bid;
                    q++;
                }
            }
            state[i] = q;
            rewards[i] = depth - penalty - (elapsed[i] + 1 == steps ? terminalPenalty * q * q : 0);
        }
    }

    private double probability(float depth) {
        return Math.min(fillsPerStep * Decay.exp(kappa * depth), 0.5);
    }

    @Override
    void observe(int from, int to, float[] rows) {
        for (int i = from; i < to; i++) {
            rows[2 * i] = (float) state[i] * inventoryScale;
            rows[2 * i + 1] = (steps - elapsed[i]) * timeScale;
        }
    }

    @Override
    void mask(boolean[] masks) {
        for (int i = 0; i < words.length; i++) {
            masks[2 * i] = state[i] > -maxInventory;
            masks[2 * i + 1] = state[i] < maxInventory;
        }
    }
}
