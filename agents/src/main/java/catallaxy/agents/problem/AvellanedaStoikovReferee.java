package catallaxy.agents.problem;

import catallaxy.agents.learning.BatchPolicy;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The certainty equivalent {@code −ln E e^{−γ (W_T − W_0)} / γ} of {@link AvellanedaStoikovProblem}, exactly: utility
 * factorises over steps, so with θ_k(q) the certainty equivalent of what is still to be earned,
 *
 * <pre>
 *   θ_n = 0,   u(q) = θ_{k+1}(q) − ½ γ σ² q² dt                      the mid-price moves, E e^{−γ q dS} = e^{½ γ² q² σ² dt}
 *   e^{−γ θ_k(q)} = E e^{−γ (depth earned + u(q after the fills))}    over the two independent fills
 * </pre>
 *
 * <p>Given one side's quote the other's best depth is {@code ln((1 + γ/k) Y/X) / γ} inside its bounds, X and Y being the
 * expectation without and with its fill; the pair is found by alternating from either side and keeping the better end. A
 * policy is asked once at all (k, q) and evaluated by the same recursion: no sampling.
 */
final class AvellanedaStoikovReferee implements Referee {
    private static final int ASK = 0;
    private static final int BID = 1;
    private static final int MAX_ALTERNATIONS = 1_000;

    /** The pair of depths that is quoted at a state. */
    @FunctionalInterface
    private interface Quotes {
        /** Writes ask and bid depth at step {@code k} and inventory {@code q}, where the step stands as given. */
        void write(int k, int q, Outcomes outcomes, double[] depths);
    }

    /**
     * What fills lead to, relative to none.
     *
     * @param afterAsk {@code e^{−γ (u(q − 1) − u(q))}}, NaN where not quoted
     * @param afterBid {@code e^{−γ (u(q + 1) − u(q))}}, NaN where not quoted
     */
    private record Outcomes(double afterAsk, double afterBid) {}

    private final AvellanedaStoikovProblem problem;
    private final int limit;
    private final int steps;
    private final double gamma;
    private final double fillsPerStep;
    private final double optimum;

    AvellanedaStoikovReferee(AvellanedaStoikovProblem problem) {
        this.problem = problem;
        limit = problem.maxInventory();
        steps = problem.steps();
        gamma = problem.gamma();
        fillsPerStep = problem.A() * problem.dt();
        optimum = score((k, q, outcomes, depths) -> best(outcomes, depths));
    }

    @Override
    public String name() {
        return "Avellaneda–Stoikov certainty equivalent, discrete dynamic programme";
    }

    @Override
    public double optimum() {
        return optimum;
    }

    @Override
    public double attained(BatchPolicy policy, double meanReturn) {
        return score(quotes(policy));
    }

    /** {@code spread.flat}: mean over time of the spread quoted without inventory; {@code spread.flat.optimal}: of the best. */
    @Override
    public Map<String, Double> figures(BatchPolicy policy) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("spread.flat", flatSpread(quotes(policy)));
        figures.put("spread.flat.optimal", flatSpread((k, q, outcomes, depths) -> best(outcomes, depths)));
        return figures;
    }

    /** The best policy. */
    BatchPolicy optimal() {
        float[] table = new float[2 * steps * (2 * limit + 1)];
        score((k, q, outcomes, depths) -> {
            best(outcomes, depths);
            table[2 * row(k, q)] = (float) depths[ASK];
            table[2 * row(k, q) + 1] = (float) depths[BID];
        });
        return (observations, masks, rows, actions) -> {
            for (int i = 0; i < rows; i++) {
                int q = Math.round(observations[2 * i] * limit);
                int k = steps - Math.round(observations[2 * i + 1] * steps);
                System.arraycopy(table, 2 * row(k, q), actions, 2 * i, 2);
            }
        };
    }

    private Quotes quotes(BatchPolicy policy) {
        Worlds worlds = new AvellanedaStoikovWorlds(problem, steps * (2 * limit + 1));
        for (int k = 0; k < steps; k++) {
            for (int q = -limit; q <= limit; q++) {
                worlds.place(row(k, q), k, q, problem.s());
            }
        }
        float[] actions = worlds.actions(policy);
        return (k, q, outcomes, depths) -> {
            depths[ASK] = inside(actions[2 * row(k, q)]);
            depths[BID] = inside(actions[2 * row(k, q) + 1]);
        };
    }

    private int row(int k, int q) {
        return k * (2 * limit + 1) + q + limit;
    }

    private double flatSpread(Quotes quotes) {
        double[] sum = new double[1];
        score((k, q, outcomes, depths) -> {
            quotes.write(k, q, outcomes, depths);
            sum[0] += q == 0 ? depths[ASK] + depths[BID] : 0;
        });
        return sum[0] / steps;
    }

    /** θ_0(0). */
    private double score(Quotes quotes) {
        double variance = problem.sigma() * problem.sigma() * problem.dt();
        double[] theta = new double[2 * limit + 1];
        double[] depths = new double[2];
        for (int k = steps - 1; k >= 0; k--) {
            double[] moved = theta;
            for (int q = -limit; q <= limit; q++) {
                moved[q + limit] -= gamma / 2 * variance * q * q;
            }
            theta = new double[moved.length];
            for (int q = -limit; q <= limit; q++) {
                Outcomes outcomes = new Outcomes(relative(moved, q, q - 1), relative(moved, q, q + 1));
                quotes.write(k, q, outcomes, depths);
                theta[q + limit] = moved[q + limit] - StrictMath.log(disutility(outcomes, depths)) / gamma;
            }
        }
        return theta[limit];
    }

    private double relative(double[] moved, int from, int to) {
        return Math.abs(to) > limit ? Double.NaN : StrictMath.exp(gamma * (moved[from + limit] - moved[to + limit]));
    }

    /** {@code E e^{−γ …}} of a pair of quotes, relative to no fill. */
    private double disutility(Outcomes outcomes, double[] depths) {
        double sold = probability(depths[ASK], outcomes.afterAsk());
        double bought = probability(depths[BID], outcomes.afterBid());
        double earnedAsk = StrictMath.exp(-gamma * depths[ASK]);
        double earnedBid = StrictMath.exp(-gamma * depths[BID]);
        double value = (1 - sold) * (1 - bought) + sold * bought * earnedAsk * earnedBid;
        value += sold > 0 ? sold * (1 - bought) * earnedAsk * outcomes.afterAsk() : 0;
        value += bought > 0 ? bought * (1 - sold) * earnedBid * outcomes.afterBid() : 0;
        return value;
    }

    private double probability(double depth, double outcome) {
        return Double.isNaN(outcome) ? 0 : Math.min(1, fillsPerStep * StrictMath.exp(-problem.k() * depth));
    }

    private void best(Outcomes outcomes, double[] depths) {
        double[] other = {problem.minDepth(), problem.maxDepth()};
        alternate(outcomes, other);
        depths[ASK] = problem.maxDepth();
        depths[BID] = problem.minDepth();
        alternate(outcomes, depths);
        if (disutility(outcomes, other) < disutility(outcomes, depths)) {
            System.arraycopy(other, 0, depths, 0, 2);
        }
    }

    private void alternate(Outcomes outcomes, double[] depths) {
        double moved = 1;
        for (int i = 0; i < MAX_ALTERNATIONS && moved > 1e-12; i++) {
            double ask = reply(depths[BID], outcomes.afterBid(), outcomes.afterAsk());
            double bid = reply(ask, outcomes.afterAsk(), outcomes.afterBid());
            moved = Math.max(Math.abs(ask - depths[ASK]), Math.abs(bid - depths[BID]));
            depths[ASK] = ask;
            depths[BID] = bid;
        }
    }

    /** The best depth of one side when the other is quoted at {@code depth}. */
    private double reply(double depth, double afterOther, double afterOwn) {
        if (Double.isNaN(afterOwn)) {
            return problem.maxDepth();
        }
        double p = probability(depth, afterOther);
        double earned = StrictMath.exp(-gamma * depth);
        double without = 1 - p + (p > 0 ? p * earned * afterOther : 0);
        double with = (1 - p) * afterOwn + p * earned;
        double inside = StrictMath.log((1 + gamma / problem.k()) * with / without) / gamma;
        double certain = StrictMath.log(fillsPerStep) / problem.k();
        return inside(Math.max(inside, certain));
    }

    private double inside(double depth) {
        return Math.clamp(depth, problem.minDepth(), problem.maxDepth());
    }
}
