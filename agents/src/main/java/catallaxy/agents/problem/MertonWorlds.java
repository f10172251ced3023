package catallaxy.agents.problem;

import catallaxy.agents.policy.Cholesky;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import java.util.List;
import java.util.stream.IntStream;

/** The worlds of {@link MertonProblem}. Their only state is time. */
final class MertonWorlds extends Worlds {
    private static final ObservationSpec OBSERVATIONS =
            new ObservationSpec(List.of(new Feature("time_remaining_share", "1", 0, 1)));

    private final int assets;
    private final boolean antithetic;
    private final double rate;
    private final double[] excess;
    private final double[][] lower;
    private final double halfAversion;
    private final double perRootStep;
    private final float low;
    private final float high;
    private final float timeScale;
    private final double[] shocks;
    private final double[] weights;

    MertonWorlds(MertonProblem problem, int worlds) {
        super(worlds, 0, problem.steps(), Horizon.TERMINATES, OBSERVATIONS, weights(problem));
        assets = problem.assets().count();
        antithetic = problem.antithetic();
        rate = problem.assets().r();
        excess = problem.assets().mu().stream()
                .mapToDouble(mu -> mu - problem.assets().r())
                .toArray();
        lower = Cholesky.lower(problem.assets().covariance());
        halfAversion = problem.gamma() / 2;
        perRootStep = 1 / StrictMath.sqrt(problem.dt());
        low = (float) problem.minWeight();
        high = (float) problem.maxWeight();
        timeScale = 1f / steps;
        shocks = new double[assets];
        weights = new double[assets];
    }

    private static ActionSpec weights(MertonProblem problem) {
        double low = problem.minWeight();
        double high = problem.maxWeight();
        double neutral = Math.clamp(0, low, high);
        return new ActionSpec(IntStream.rangeClosed(1, problem.assets().count())
                .<ActionComponent>mapToObj(
                        i -> new ActionComponent.Continuous("weight." + i, "share of wealth", low, high, neutral))
                .toList());
    }

    @Override
    void begin(int world) {
        // Time is all there is, and it has been set.
    }

    @Override
    void advance(float[] actions, double[] rewards, boolean[] terminated) {
        for (int i = 0; i < rewards.length; i++) {
            draw(i);
            for (int asset = 0; asset < assets; asset++) {
                weights[asset] = Math.clamp(actions[i * assets + asset], low, high);
            }
            rewards[i] = reward();
        }
    }

    private void draw(int world) {
        if (antithetic && (world & 1) == 1) {
            for (int asset = 0; asset < assets; asset++) {
                shocks[asset] = -shocks[asset];
            }
        } else {
            for (int asset = 0; asset < assets; asset++) {
                shocks[asset] = random().nextGaussian(world);
            }
        }
    }

    /** {@code r + π'(μ − r) − ½ γ |L'π|² + π'L Z / √dt}. */
    private double reward() {
        double drift = rate;
        double variance = 0;
        double shock = 0;
        for (int j = 0; j < assets; j++) {
            double loading = 0;
            for (int i = j; i < assets; i++) {
                loading += weights[i] * lower[i][j];
            }
            drift += weights[j] * excess[j];
            variance += loading * loading;
            shock += loading * shocks[j];
        }
        return drift - halfAversion * variance + shock * perRootStep;
    }

    @Override
    void observe(int from, int to, float[] rows) {
        for (int i = from; i < to; i++) {
            rows[i] = (steps - elapsed[i]) * timeScale;
        }
    }
}
