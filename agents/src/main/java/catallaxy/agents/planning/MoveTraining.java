package catallaxy.agents.planning;

import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.Mlp;
import catallaxy.agents.network.Regression;
import catallaxy.environment.base.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Teaches a {@link MoveJudge} from what a planner's searches found, as expert iteration does: Anthony, Tian and Barber 2017,
 * https://arxiv.org/abs/1705.08439; Silver et al. 2017, https://doi.org/10.1038/nature24270.
 *
 * <pre>
 *   advantage(m) ≈ (q(m) − mean of q over the moves tried at the epoch) / its deviation
 *   remaining    ≈ what the follower earned from an epoch to the horizon
 * </pre>
 *
 * Deviations: the moves' values are the target, not their visits, since few simulations are spread over many moves, all played in the same futures so that
 * the differences of their values are less noisy than the values; the value is that of the follower who is asked at the ends of the tree. Least
 * squares, so that what is learned is an expectation. Examples are limited to ten deviations. Owned by one thread.
 */
public final class MoveTraining implements Lessons {
    /** Fewer teach nothing. */
    private static final int LEAST = 16;

    private static final double MOST_DEVIATIONS = 10;

    private final List<Example> advantages = new ArrayList<>();
    private final List<Example> remaining = new ArrayList<>();

    /** What is to be answered to a row. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares examples
    private record Example(float[] row, double answer) {}

    /**
     * How it learns.
     *
     * @param hidden       width of each of two hidden layers
     * @param batch        examples of a step
     * @param passes       over all examples
     * @param learningRate of Adam
     */
    public record Fit(int hidden, int batch, int passes, double learningRate) {
        /** 32 wide, 128 examples a step, 30 passes at 0.001. */
        public static final Fit STANDARD = new Fit(32, 128, 30, 1e-3);
    }

    @Override
    public void searched(float[][] rows, double... values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        for (int i = 0; i < values.length; i++) {
            advantages.add(new Example(rows[i], values[i] - mean));
        }
    }

    @Override
    public void followed(float[] row, double earned) {
        remaining.add(new Example(row, earned));
    }

    /** Moves that were tried and futures that were followed so far. */
    public int examples() {
        return advantages.size() + remaining.size();
    }

    /**
     * The networks that fit what was told so far, as {@link MoveJudge} takes them. A function of the examples, the settings and the seed.
     *
     * @throws IllegalStateException if it was told too little
     */
    public TensorStore learn(Compute compute, Fit fit, long seed) {
        if (Math.min(advantages.size(), remaining.size()) < LEAST) {
            throw new IllegalStateException("only " + advantages.size() + " moves and " + remaining.size()
                    + " futures were told, expected " + LEAST + " of each: longer runs or more seeds have more");
        }
        TensorStore taught = new TensorStore();
        fit(compute, fit, RandomStream.of(seed, MoveJudge.ADVANTAGE), MoveJudge.ADVANTAGE, advantages, taught);
        double scale =
                fit(compute, fit, RandomStream.of(seed, MoveJudge.REMAINING), MoveJudge.REMAINING, remaining, taught);
        taught.put(MoveJudge.SCALES, new float[] {(float) scale}, 1);
        return taught;
    }

    /** Puts a network's tensors; returns the deviation in which it answers. */
    private static double fit(
            Compute compute, Fit fit, RandomStream random, String name, List<Example> examples, TensorStore into) {
        double scale = deviation(examples);
        int width = examples.getFirst().row().length;
        try (Regression regression = new Regression(
                compute,
                layout -> Mlp.orthogonal(
                        layout, name, width, List.of(fit.hidden(), fit.hidden()), 1, MoveJudge.ACTIVATION, 1),
                random)) {
            int batch = Math.min(fit.batch(), examples.size());
            long steps = (long) fit.passes() * examples.size() / batch;
            float[] x = new float[batch * width];
            float[] y = new float[batch];
            for (long step = 0; step < steps; step++) {
                for (int i = 0; i < batch; i++) {
                    Example example = examples.get(random.nextInt(examples.size()));
                    System.arraycopy(example.row(), 0, x, i * width, width);
                    y[i] = (float) Math.clamp(example.answer() / scale, -MOST_DEVIATIONS, MOST_DEVIATIONS);
                }
                regression.fit(x, y, batch, fit.learningRate() * (1 - (double) step / steps));
            }
            regression.save("", into);
        }
        return scale;
    }

    private static double deviation(List<Example> examples) {
        double sum = 0;
        for (Example example : examples) {
            sum += example.answer() * example.answer() / examples.size();
        }
        return sum > 0 ? Math.sqrt(sum) : 1;
    }
}
