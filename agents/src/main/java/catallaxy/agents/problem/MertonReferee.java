package catallaxy.agents.problem;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.policy.MeanVarianceOptimum;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The certainty-equivalent growth of {@link MertonProblem} a year. The best weights maximise a concave quadratic over a box,
 * {@link MeanVarianceOptimum}: {@code Σ^{−1} (μ − r) / γ} where no bound binds. A policy is scored by its mean growth over the
 * steps of an episode, asked once at all of them: no sampling.
 */
final class MertonReferee implements Referee {
    private final MertonProblem problem;
    private final double[][] covariance;
    private final double[] weights;

    MertonReferee(MertonProblem problem) {
        this.problem = problem;
        covariance = problem.assets().covariance();
        weights = MeanVarianceOptimum.within(
                excess(), covariance, problem.gamma(), problem.minWeight(), problem.maxWeight());
    }

    @Override
    public String name() {
        return "Merton certainty-equivalent growth a year, closed form";
    }

    @Override
    public double optimum() {
        return growth(weights);
    }

    /** π*, {@code [M]}. */
    double[] weights() {
        return weights.clone();
    }

    @Override
    public double attained(BatchPolicy policy, double meanReturn) {
        double sum = 0;
        for (double[] held : held(policy)) {
            sum += growth(held);
        }
        return sum / problem.steps();
    }

    @Override
    public OptionalDouble perReturn() {
        return OptionalDouble.of(1.0 / problem.steps());
    }

    /** {@code weight.i} mean over the episode, {@code weight.optimal.i}, and {@code weight.error}: the largest |π − π*|. */
    @Override
    public Map<String, Double> figures(BatchPolicy policy) {
        double[][] held = held(policy);
        Map<String, Double> figures = new LinkedHashMap<>();
        double error = 0;
        for (int i = 0; i < weights.length; i++) {
            double sum = 0;
            for (double[] step : held) {
                sum += step[i];
                error = Math.max(error, Math.abs(step[i] - weights[i]));
            }
            figures.put("weight." + (i + 1), sum / held.length);
            figures.put("weight.optimal." + (i + 1), weights[i]);
        }
        figures.put("weight.error", error);
        return figures;
    }

    /** {@code [n][M]}: the weights at each step of an episode. */
    private double[][] held(BatchPolicy policy) {
        Worlds worlds = new MertonWorlds(problem, problem.steps());
        for (int k = 0; k < problem.steps(); k++) {
            worlds.place(k, k);
        }
        float[] actions = worlds.actions(policy);
        double[][] held = new double[problem.steps()][problem.assets().count()];
        for (int i = 0; i < actions.length; i++) {
            held[i / problem.assets().count()][i % problem.assets().count()] = inside(actions[i]);
        }
        return held;
    }

    private double growth(double[] held) {
        double growth = problem.assets().r();
        for (int i = 0; i < held.length; i++) {
            growth += held[i] * (excess(i) - problem.gamma() / 2 * risk(held, i));
        }
        return growth;
    }

    private double[] excess() {
        return IntStream.range(0, problem.assets().count())
                .mapToDouble(this::excess)
                .toArray();
    }

    private double excess(int asset) {
        return problem.assets().mu().get(asset) - problem.assets().r();
    }

    /** {@code (Σπ)_i}. */
    private double risk(double[] held, int asset) {
        double sum = 0;
        for (int j = 0; j < held.length; j++) {
            sum += covariance[asset][j] * held[j];
        }
        return sum;
    }

    private double inside(double weight) {
        return Math.clamp(weight, problem.minWeight(), problem.maxWeight());
    }
}
