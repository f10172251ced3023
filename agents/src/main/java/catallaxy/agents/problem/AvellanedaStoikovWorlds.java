package catallaxy.agents.problem;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import java.util.List;

/** The worlds of {@link AvellanedaStoikovProblem}; the state of one is {@code inventory, mid-price}. */
final class AvellanedaStoikovWorlds extends Worlds {
    private static final ObservationSpec OBSERVATIONS = new ObservationSpec(
            List.of(new Feature("inventory_share", "1", -1, 1), new Feature("time_remaining_share", "1", 0, 1)));

    private final double k;
    private final double fillsPerStep;
    private final double volatility;
    private final double penalty;
    private final double initialMid;
    private final int maxInventory;
    private final float low;
    private final float high;

    AvellanedaStoikovWorlds(AvellanedaStoikovProblem problem, int worlds) {
        super(worlds, 2, problem.steps(), Horizon.TERMINATES, OBSERVATIONS, depths(problem));
        k = problem.k();
        fillsPerStep = problem.A() * problem.dt();
        volatility = problem.sigma() * StrictMath.sqrt(problem.dt());
        penalty = problem.gamma() * volatility * volatility / 2;
        initialMid = problem.s();
        maxInventory = problem.maxInventory();
        low = problem.minDepth();
        high = problem.maxDepth();
    }

    private static ActionSpec depths(AvellanedaStoikovProblem problem) {
        float low = problem.minDepth();
        float high = problem.maxDepth();
        return new ActionSpec(List.of(
                new ActionComponent.Continuous("ask_depth", "price", low, high, high),
                new ActionComponent.Continuous("bid_depth", "price", low, high, high)));
    }

    @Override
    void begin(int world) {
        state[2 * world] = 0;
        state[2 * world + 1] = initialMid;
    }

    @Override
    void advance(float[] actions, double[] rewards, boolean[] terminated) {
        for (int i = 0; i < rewards.length; i++) {
            double before = state[2 * i];
            double ask = Math.clamp(actions[2 * i], low, high);
            double bid = Math.clamp(actions[2 * i + 1], low, high);
            double asked = random().nextDouble(i);
            double bidden = random().nextDouble(i);
            double move = volatility * random().nextGaussian(i);
            boolean sold = before > -maxInventory && fills(asked, ask);
            boolean bought = before < maxInventory && fills(bidden, bid);
            double q = before - (sold ? 1 : 0) + (bought ? 1 : 0);
            rewards[i] = (sold ? ask : 0) + (bought ? bid : 0) + q * move - penalty * q * q;
            state[2 * i] = q;
            state[2 * i + 1] += move;
        }
    }

    private boolean fills(double uniform, double depth) {
        return uniform < fillsPerStep * StrictMath.exp(-k * depth);
    }

    @Override
    void observe(int from, int to, float[] rows) {
        for (int i = from; i < to; i++) {
            rows[2 * i] = (float) state[2 * i] / maxInventory;
            rows[2 * i + 1] = (float) (steps - elapsed[i]) / steps;
        }
    }

    @Override
    void mask(boolean[] masks) {
        for (int i = 0; i < masks.length; i += 2) {
            masks[i] = state[i] > -maxInventory;
            masks[i + 1] = state[i] < maxInventory;
        }
    }
}
