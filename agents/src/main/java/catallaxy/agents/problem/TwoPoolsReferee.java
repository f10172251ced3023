package catallaxy.agents.problem;

import catallaxy.agents.learning.BatchPolicy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The mean gain of {@link TwoPoolsProblem} over a grid of gaps and depths, the middles of equal cells, against that of the closed form. A
 * policy is asked once at all of them: no sampling.
 */
final class TwoPoolsReferee implements Referee {
    private static final int GAPS = 200;
    private static final int DEPTHS = 20;

    private final TwoPoolsProblem problem;
    private final double optimum;

    TwoPoolsReferee(TwoPoolsProblem problem) {
        this.problem = problem;
        double sum = 0;
        for (int cell = 0; cell < GAPS * DEPTHS; cell++) {
            sum += problem.reward(pools(cell), pools(cell).best());
        }
        optimum = sum / (GAPS * DEPTHS);
    }

    private PoolPair pools(int cell) {
        return problem.pools(share(cell / DEPTHS, GAPS), share(cell % DEPTHS, DEPTHS));
    }

    private static double share(int cell, int cells) {
        return (2 * cell + 1.0) / cells - 1;
    }

    @Override
    public String name() {
        return "mean gain of two pools, basis points of the first, closed form";
    }

    @Override
    public double optimum() {
        return optimum;
    }

    @Override
    public double attained(BatchPolicy policy, double meanReturn) {
        float[] actions = actions(policy);
        double sum = 0;
        for (int cell = 0; cell < actions.length; cell++) {
            sum += problem.reward(pools(cell), problem.size(actions[cell]));
        }
        return sum / actions.length;
    }

    @Override
    public OptionalDouble perReturn() {
        return OptionalDouble.of(1);
    }

    /** {@code size.error}: the mean |size − size*|, shares of the first pool; {@code losing}: the share of cells where the size loses. */
    @Override
    public Map<String, Double> figures(BatchPolicy policy) {
        float[] actions = actions(policy);
        double error = 0;
        double losing = 0;
        for (int cell = 0; cell < actions.length; cell++) {
            double size = problem.size(actions[cell]);
            error += Math.abs(size - pools(cell).best());
            losing += pools(cell).gain(size) < 0 ? 1 : 0;
        }
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("size.error", error / actions.length);
        figures.put("losing", losing / actions.length);
        return figures;
    }

    private float[] actions(BatchPolicy policy) {
        Worlds worlds = new TwoPoolsWorlds(problem, GAPS * DEPTHS);
        for (int cell = 0; cell < GAPS * DEPTHS; cell++) {
            worlds.place(cell, 0, share(cell / DEPTHS, GAPS), share(cell % DEPTHS, DEPTHS));
        }
        return worlds.actions(policy);
    }
}
