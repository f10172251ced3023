package catallaxy.agents.problem;

import catallaxy.agents.learning.BatchPolicy;
import java.util.OptionalDouble;

/**
 * The exact dynamic programme of {@link CarteaJaimungalProblem} over (step, inventory).
 * {@code V_k(q) = V_{k+1}(q) − φ q² dt + Σ_side p(δ) (δ + V_{k+1}(q ∓ 1) − V_{k+1}(q))}, {@code V_n(q) = −α q²}; since the
 * fills of a step exclude each other, each side's best depth is {@code 1/κ + V_{k+1}(q) − V_{k+1}(q ∓ 1)} inside its
 * bounds. A policy is asked once at all (k, q) and evaluated by the same recursion: no sampling.
 */
final class CarteaJaimungalReferee implements Referee {
    private static final int ASK = 0;
    private static final int BID = 1;

    /** The depth that is quoted on one side. */
    @FunctionalInterface
    private interface Depths {
        /** At step {@code k} and inventory {@code q}, when a fill changes the value by {@code change}. */
        double of(int k, int q, int side, double change);
    }

    private final CarteaJaimungalProblem problem;
    private final int limit;
    private final int steps;
    private final double cheapest;
    private final double optimum;

    CarteaJaimungalReferee(CarteaJaimungalProblem problem) {
        this.problem = problem;
        limit = problem.maxInventory();
        steps = problem.steps();
        cheapest = StrictMath.log(2 * problem.lambda() * problem.dt()) / problem.kappa();
        optimum = mean(values((k, q, side, change) -> best(change)));
    }

    @Override
    public String name() {
        return "Cartea–Jaimungal value, discrete dynamic programme";
    }

    @Override
    public double optimum() {
        return optimum;
    }

    @Override
    public double attained(BatchPolicy policy, double meanReturn) {
        float[] actions = grid().actions(policy);
        float maxDepth = problem.maxDepth();
        return mean(values((k, q, side, change) -> Math.clamp(actions[2 * row(k, q) + side], 0f, maxDepth)));
    }

    @Override
    public OptionalDouble perReturn() {
        return OptionalDouble.of(1);
    }

    /** {@code [n, 2Q + 1, 2]}: the best ask and bid depth. */
    float[] depths() {
        float[] depths = new float[2 * steps * (2 * limit + 1)];
        values((k, q, side, change) -> {
            double depth = best(change);
            depths[2 * row(k, q) + side] = (float) depth;
            return depth;
        });
        return depths;
    }

    /** The best policy. */
    BatchPolicy optimal() {
        float[] depths = depths();
        return (observations, masks, rows, actions) -> {
            for (int i = 0; i < rows; i++) {
                int q = Math.round(observations[2 * i] * limit);
                int k = steps - Math.round(observations[2 * i + 1] * steps);
                System.arraycopy(depths, 2 * row(k, q), actions, 2 * i, 2);
            }
        };
    }

    /** {@code [2Q + 1]}: the best value at the beginning. */
    double[] values() {
        return values((k, q, side, change) -> best(change));
    }

    private Worlds grid() {
        Worlds worlds = new CarteaJaimungalWorlds(problem, steps * (2 * limit + 1));
        for (int k = 0; k < steps; k++) {
            for (int q = -limit; q <= limit; q++) {
                worlds.place(row(k, q), k, q);
            }
        }
        return worlds;
    }

    private int row(int k, int q) {
        return k * (2 * limit + 1) + q + limit;
    }

    private double[] values(Depths depths) {
        double[] later = new double[2 * limit + 1];
        for (int q = -limit; q <= limit; q++) {
            later[q + limit] = -problem.alpha() * q * q;
        }
        for (int k = steps - 1; k >= 0; k--) {
            double[] now = new double[later.length];
            for (int q = -limit; q <= limit; q++) {
                now[q + limit] = value(depths, later, k, q);
            }
            later = now;
        }
        return later;
    }

    private double value(Depths depths, double[] later, int k, int q) {
        double here = later[q + limit];
        double value = here - problem.phi() * q * q * problem.dt();
        if (q > -limit) {
            double change = later[q + limit - 1] - here;
            value += gain(depths.of(k, q, ASK, change), change);
        }
        if (q < limit) {
            double change = later[q + limit + 1] - here;
            value += gain(depths.of(k, q, BID, change), change);
        }
        return value;
    }

    private double gain(double depth, double change) {
        double probability = problem.lambda() * problem.dt() * StrictMath.exp(-problem.kappa() * depth);
        return Math.min(probability, 0.5) * (depth + change);
    }

    private double best(double change) {
        double inside = Math.max(1 / problem.kappa() - change, Math.max(0, cheapest));
        return Math.min(inside, problem.maxDepth());
    }

    private double mean(double[] values) {
        double sum = 0;
        for (int q = -problem.initialInventory(); q <= problem.initialInventory(); q++) {
            sum += values[q + limit];
        }
        return sum / (2 * problem.initialInventory() + 1);
    }
}
