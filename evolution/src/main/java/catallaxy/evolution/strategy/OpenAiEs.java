package catallaxy.evolution.strategy;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.fitness.VectorBox;
import catallaxy.evolution.search.Discoveries;
import catallaxy.evolution.search.Search;
import catallaxy.evolution.search.Solution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The evolution strategy of Salimans, Ho, Chen, Sidor and Sutskever 2017, https://arxiv.org/abs/1703.03864, algorithm 1 with its
 * section 2.1, in numbers θ that are counted in the box's scale from its start:
 *
 * <pre>
 *   ε_i ~ N(0, I),  i = 1 … n/2;   F_i^± from θ ± σ ε_i, all at the same seeds (mirrored sampling)
 *   u = centred ranks of all F, from −1/2 for the worst to 1/2 for the best
 *   g = 1/(n σ) Σ_i (u_i^+ − u_i^−) ε_i − (weight decay) θ
 *   θ ← θ + α Adam(g)
 * </pre>
 *
 * <p>Deviations: costs that are equal share the mean of their ranks, so that where all are equal nothing moves; invalid ones are worst,
 * and equally so. σ may shrink with every generation. θ itself is tried with every generation, too, and it is what may be found where
 * trials differ: {@link Champions}. Beyond a side of the box lies what a mirror there shows.
 */
final class OpenAiEs implements Search<double[]> {
    private static final double BETA = 0.999;
    private static final double EPSILON = 1e-8;

    private final VectorBox box;
    private final OpenAiEsKind.Settings settings;
    private final int pairs;
    private final boolean noisy;
    private final RandomStream random;
    private final Champions champions;
    private final double[] theta;
    private final double[] momentum;
    private final double[] squares;
    private double noise;
    private long generation;
    /** {@code [n/2, N]}. */
    private double[][] steps = {};

    private List<double[]> asked = List.of();

    OpenAiEs(VectorBox box, OpenAiEsKind.Settings settings, int population, boolean noisy, RandomStream random) {
        this.box = box;
        this.settings = settings;
        this.noisy = noisy;
        this.random = random;
        pairs = Math.max(1, population / 2);
        champions = new Champions(noisy);
        theta = new double[box.size()];
        momentum = new double[box.size()];
        squares = new double[box.size()];
        noise = settings.noise();
    }

    @Override
    public List<double[]> ask() {
        if (asked.isEmpty()) {
            steps = new double[pairs][theta.length];
            List<double[]> all = new ArrayList<>();
            for (double[] step : steps) {
                for (int i = 0; i < step.length; i++) {
                    step[i] = random.nextGaussian();
                }
                all.add(vector(step, noise));
                all.add(vector(step, -noise));
            }
            all.add(vector(theta, 0));
            all.addAll(champions.again());
            asked = all;
        }
        return asked;
    }

    private double[] vector(double[] step, double along) {
        double[] x = new double[theta.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = box.start()[i] + box.scale()[i] * (theta[i] + along * step[i]);
        }
        return box.mirrored(x);
    }

    @Override
    public void tell(List<Fitness> fitness) {
        int own = 2 * pairs + 1;
        List<Solution<double[]>> newcomers = IntStream.range(noisy ? 2 * pairs : 0, own)
                .mapToObj(i -> new Solution<>(asked.get(i), fitness.get(i)))
                .toList();
        champions.take(fitness.subList(own, fitness.size()), newcomers);
        double[] ranks = CentredRanks.of(fitness.subList(0, 2 * pairs).stream()
                .mapToDouble(Fitness::cost)
                .toArray());
        double[] gradient = new double[theta.length];
        for (int pair = 0; pair < pairs; pair++) {
            double weight = (ranks[2 * pair] - ranks[2 * pair + 1]) / (2 * pairs * noise);
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += weight * steps[pair][i];
            }
        }
        climb(gradient);
        noise = Math.max(settings.leastNoise(), noise * settings.noiseDecay());
        asked = List.of();
    }

    /** One step up the gradient. */
    private void climb(double[] gradient) {
        generation++;
        double beta = settings.momentum();
        boolean adam = settings.optimiser() == Optimiser.ADAM;
        double unbiased = adam ? 1 - StrictMath.pow(beta, (double) generation) : 1;
        double unbiasedSquares = 1 - StrictMath.pow(BETA, (double) generation);
        for (int i = 0; i < theta.length; i++) {
            double g = gradient[i] - settings.weightDecay() * theta[i];
            momentum[i] = beta * momentum[i] + (1 - beta) * g;
            squares[i] = BETA * squares[i] + (1 - BETA) * g * g;
            double length = adam ? Math.sqrt(squares[i] / unbiasedSquares) + EPSILON : 1;
            theta[i] += settings.learningRate() * momentum[i] / unbiased / length;
        }
    }

    /** With the figures {@code noise}, σ, and {@code length}, ‖θ‖. */
    @Override
    public Discoveries<double[]> found() {
        double sum = 0;
        for (double each : theta) {
            sum += each * each;
        }
        return Discoveries.of(champions.best(), Map.of("noise", noise, "length", Math.sqrt(sum)));
    }

    @Override
    public void save(StateWriter out) {
        random.save(out);
        champions.save(out);
        out.doubles(theta).doubles(momentum).doubles(squares).float64(noise).int64(generation);
    }

    @Override
    public void load(StateReader in) {
        random.seek(RandomStream.load(in).counter());
        champions.load(in);
        for (double[] into : List.of(theta, momentum, squares)) {
            System.arraycopy(in.doubles(), 0, into, 0, into.length);
        }
        noise = in.float64();
        generation = in.int64();
        asked = List.of();
    }
}
