package catallaxy.agents.problem;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import java.util.List;

/** The worlds of {@link MertonCostsProblem}; the state of one is the weight of the asset. */
final class MertonCostsWorlds extends Worlds {
    private static final ObservationSpec OBSERVATIONS =
            new ObservationSpec(List.of(new Feature("weight", "share of wealth", 0, 1)));
    private static final ActionSpec ACTIONS =
            new ActionSpec(List.of(new ActionComponent.Continuous("target_weight", "share of wealth", 0, 1, 0)));

    private final MertonCostsProblem problem;
    private final double rest;

    MertonCostsWorlds(MertonCostsProblem problem, int worlds) {
        super(worlds, 1, problem.steps(), Horizon.TRUNCATES, OBSERVATIONS, ACTIONS);
        this.problem = problem;
        rest = problem.restGrowth();
    }

    @Override
    void begin(int world) {
        state[world] = random().nextDouble(world);
    }

    @Override
    void advance(float[] actions, double[] rewards, boolean[] terminated) {
        for (int i = 0; i < rewards.length; i++) {
            double a = Math.clamp(actions[i], 0f, 1f);
            double z = random().nextGaussian(i);
            double asset = a * problem.assetGrowth(z);
            double wealth = asset + (1 - a) * rest;
            double growth = StrictMath.log(wealth) + problem.logCost(state[i], a) - problem.penalty(a, z);
            rewards[i] = growth / problem.dt();
            state[i] = asset / wealth;
        }
    }

    @Override
    void observe(int from, int to, float[] rows) {
        for (int i = from; i < to; i++) {
            rows[i] = (float) state[i];
        }
    }
}
