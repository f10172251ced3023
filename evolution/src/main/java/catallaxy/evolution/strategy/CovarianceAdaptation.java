package catallaxy.evolution.strategy;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.VectorBox;
import java.util.List;

/**
 * Covariance matrix adaptation, the algorithm of one run without its loop: a normal distribution that learns from ranked vectors
 * where better ones lie. Hansen 2016, "The CMA Evolution Strategy: A Tutorial", https://arxiv.org/abs/1604.00772, figure 6, in
 * numbers that are counted in the box's scale from its start, {@code u = (x − start) / scale}:
 *
 * <pre>
 *   u_i = m + σ y_i,   y_i ~ N(0, C)
 *   y_w = Σ_{i ≤ μ} w_i y_{i:λ},   m ← m + σ y_w
 *   p_σ ← (1 − c_σ) p_σ + √(c_σ (2 − c_σ) μ_eff) C^{−1/2} y_w
 *   σ ← σ exp((c_σ / d_σ) (‖p_σ‖ / E‖N(0, I)‖ − 1))
 *   p_c ← (1 − c_c) p_c + h_σ √(c_c (2 − c_c) μ_eff) y_w
 *   w°_i = w_i where positive, else w_i n / ‖C^{−1/2} y_{i:λ}‖²
 *   C ← (1 + c_1 δ(h_σ) − c_1 − c_μ Σ w_j) C + c_1 p_c p_cᵀ + c_μ Σ w°_i y_{i:λ} y_{i:λ}ᵀ
 * </pre>
 *
 * <p>{@code h_σ} is 0, and {@code δ} is c_c (2 − c_c), where ‖p_σ‖ is long: {@code ‖p_σ‖ / √(1 − (1 − c_σ)^{2(g+1)}) ≥
 * (1.4 + 2/(n+1)) E‖N(0, I)‖}. Weights: {@link RecombinationWeights}; constants: {@link LearningRates}.
 *
 * <p>Vectors are drawn without bounds, and {@link #inside} says which vector of the box each one is: sides are mirrors. An optimum
 * on a side is then one in the middle of what is searched. What was drawn is what {@link #update} is told.
 *
 * <p>Deviation: σ grows by no more than the factor e in one update. An update may have fewer vectors than were drawn: invalid ones are
 * left out, and the others count by the weights of their own number.
 *
 * <p>A function of its arguments and of the numbers drawn; saves and loads to the same bits. Owned by one thread.
 */
public final class CovarianceAdaptation {
    private final VectorBox box;
    private final int n;
    private final boolean diagonal;
    private final boolean active;
    private final int population;
    /** E‖N(0, I)‖. */
    private final double expected;

    private final CovarianceModel covariance;
    private final double[] mean;
    private final double[] sigmaPath;
    private final double[] path;
    private final double[] step;
    private final double[] work;
    private double sigma;
    private long generation;

    /**
     * A distribution at its beginning.
     *
     * @param begin      {@code [N]}: its mean, inside the box
     * @param sigma      the step size at first, in the box's scale
     * @param population {@code λ}, as many as are usually drawn for one update, at least 2
     * @param covariance what of the covariance is learned
     * @param active     whether the worse half counts, with negative weights
     */
    public CovarianceAdaptation(
            VectorBox box, double[] begin, double sigma, int population, CovarianceShape covariance, boolean active) {
        this.box = box;
        this.sigma = sigma;
        this.active = active;
        this.population = population;
        n = box.size();
        diagonal = covariance.isDiagonal(n);
        expected = Math.sqrt(n) * (1 - 1 / (4.0 * n) + 1 / (21.0 * n * n));
        LearningRates rates = rates(RecombinationWeights.of(population));
        this.covariance =
                diagonal ? new DiagonalCovariance(n) : new FullCovariance(n, rates.rankOne() + rates.rankMu());
        mean = new double[n];
        sigmaPath = new double[n];
        path = new double[n];
        step = new double[n];
        work = new double[n];
        for (int i = 0; i < n; i++) {
            mean[i] = (begin[i] - box.start()[i]) / box.scale()[i];
        }
    }

    /** {@code 4 + ⌊3 ln n⌋}, the usual population for {@code n} dimensions. */
    public static int usualPopulation(int n) {
        return 4 + (int) (3 * StrictMath.log(n));
    }

    private LearningRates rates(RecombinationWeights weights) {
        return LearningRates.of(n, weights, diagonal);
    }

    /** A vector drawn from the distribution: {@code [N]}, new; may lie outside the box. */
    public double[] sample(RandomStream random) {
        double[] drawn = new double[n];
        for (int i = 0; i < n; i++) {
            work[i] = random.nextGaussian();
        }
        covariance.colour(work, drawn);
        for (int i = 0; i < n; i++) {
            drawn[i] = box.start()[i] + box.scale()[i] * (mean[i] + sigma * drawn[i]);
        }
        return drawn;
    }

    /** The vector of the box that a drawn one stands for, {@link VectorBox#mirrored}. */
    public double[] inside(double[] drawn) {
        return box.mirrored(drawn);
    }

    /**
     * Learns from vectors, the better half of which are parents.
     *
     * @param ranked as they were drawn, the best first; valid ones only, at least one
     */
    public void update(List<double[]> ranked) {
        update(ranked, RecombinationWeights.of(ranked.size()));
    }

    /**
     * Learns from vectors.
     *
     * @param ranked  as they were drawn, the best first; valid ones only
     * @param parents how many of them count for the mean, at least one
     */
    public void update(List<double[]> ranked, int parents) {
        update(ranked, RecombinationWeights.of(ranked.size(), parents));
    }

    private void update(List<double[]> ranked, RecombinationWeights weights) {
        LearningRates rates = rates(weights);
        double[] scaled = weights.scaled(active ? rates.negative() : 0);
        double[][] steps = new double[ranked.size()][n];
        for (int k = 0; k < steps.length; k++) {
            for (int i = 0; i < n; i++) {
                double u = (ranked.get(k)[i] - box.start()[i]) / box.scale()[i];
                steps[k][i] = (u - mean[i]) / sigma;
            }
        }
        move(steps, scaled, weights.parents());
        boolean paused = followPaths(rates, weights.effective());
        learn(steps, scaled, rates, paused);
        covariance.refresh();
        generation++;
    }

    /** The weighted step, and the mean after it. */
    private void move(double[][] steps, double[] weights, int parents) {
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int k = 0; k < parents; k++) {
                sum += weights[k] * steps[k][i];
            }
            step[i] = sum;
            mean[i] += sigma * sum;
        }
    }

    /** Both paths and σ; whether the path of the covariance pauses, {@code h_σ = 0}. */
    private boolean followPaths(LearningRates rates, double mass) {
        covariance.whiten(step, work);
        double part = Math.sqrt(rates.sigma() * (2 - rates.sigma()) * mass);
        double squares = 0;
        for (int i = 0; i < n; i++) {
            sigmaPath[i] = (1 - rates.sigma()) * sigmaPath[i] + part * work[i];
            squares += sigmaPath[i] * sigmaPath[i];
        }
        double length = Math.sqrt(squares);
        double grown = Math.sqrt(1 - StrictMath.pow(1 - rates.sigma(), 2.0 * (generation + 1)));
        boolean paused = length / grown >= (1.4 + 2 / (n + 1.0)) * expected;
        double along = paused ? 0 : Math.sqrt(rates.path() * (2 - rates.path()) * mass);
        for (int i = 0; i < n; i++) {
            path[i] = (1 - rates.path()) * path[i] + along * step[i];
        }
        sigma *= StrictMath.exp(Math.min(1, rates.sigma() / rates.damping() * (length / expected - 1)));
        return paused;
    }

    private void learn(double[][] steps, double[] weights, LearningRates rates, boolean paused) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double pause = paused ? rates.path() * (2 - rates.path()) : 0;
        double keep = 1 + rates.rankOne() * (pause - 1) - rates.rankMu() * total;
        for (int k = 0; k < steps.length; k++) {
            weights[k] *= rates.rankMu() * (weights[k] < 0 ? shortening(steps[k]) : 1);
        }
        covariance.decay(keep, rates.rankOne(), path);
        for (int k = 0; k < steps.length; k++) {
            covariance.add(weights[k], steps[k]);
        }
    }

    /** {@code n / ‖C^{−1/2} y‖²}. */
    private double shortening(double[] y) {
        covariance.whiten(y, work);
        double squares = 0;
        for (double each : work) {
            squares += each * each;
        }
        return squares == 0 ? 0 : n / squares;
    }

    /** {@code λ}. */
    public int population() {
        return population;
    }

    /** σ, in the box's scale. */
    public double sigma() {
        return sigma;
    }

    /** How many updates there were. */
    public long generation() {
        return generation;
    }

    /** The mean {@code [N]}, new; the vector of the box that it stands for. */
    public double[] mean() {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = box.start()[i] + box.scale()[i] * mean[i];
        }
        return inside(x);
    }

    /** The ratio of the longest to the shortest axis, squared. */
    public double condition() {
        double ratio = covariance.longest() / covariance.shortest();
        return ratio * ratio;
    }

    /** The longest axis, σ times the root of the largest eigenvalue, in the box's scale. */
    double longest() {
        return sigma * covariance.longest();
    }

    /** Whether σ and what the path adds is nowhere more than this, in the box's scale. */
    boolean withinEverywhere(double distance) {
        for (int i = 0; i < n; i++) {
            if (sigma * Math.max(Math.abs(path[i]), Math.sqrt(covariance.variance(i))) > distance) {
                return false;
            }
        }
        return true;
    }

    /** Whether a tenth of a deviation along an axis, or a fifth along a coordinate, does not change the mean by a bit. */
    boolean stuck() {
        covariance.axis(generation, work);
        boolean along = true;
        for (int i = 0; i < n; i++) {
            along &= mean[i] == mean[i] + 0.1 * sigma * work[i];
            if (mean[i] == mean[i] + 0.2 * sigma * Math.sqrt(covariance.variance(i))) {
                return true;
            }
        }
        return along;
    }

    /** Writes all that the following samples depend on. */
    public void save(StateWriter out) {
        out.doubles(mean).doubles(sigmaPath).doubles(path).float64(sigma).int64(generation);
        covariance.save(out);
    }

    /** Goes on where it was saved; it was made with the same arguments. */
    public void load(StateReader in) {
        for (double[] into : List.of(mean, sigmaPath, path)) {
            System.arraycopy(in.doubles(), 0, into, 0, n);
        }
        sigma = in.float64();
        generation = in.int64();
        covariance.load(in);
    }
}
