package catallaxy.evolution.search;

import catallaxy.evolution.fitness.Controller;
import catallaxy.evolution.fitness.VectorBox;
import java.util.Arrays;

/**
 * A network of full layers that controls, its weights in one vector: layer after layer, in each unit after unit, its bias first and
 * then its inputs. Outputs are sums, not squashed.
 */
public final class LayeredController implements Controller {
    private final int[] widths;
    private final Squash activation;
    private final double[] weights;
    private double[] from;
    private double[] to;

    /**
     * A network.
     *
     * @param weights {@code [N]}, as many as {@link #box} has; read in place
     */
    public LayeredController(SearchContext.NetworkShape shape, int inputs, int outputs, double[] weights) {
        widths = widths(shape, inputs, outputs);
        activation = shape.activation();
        this.weights = weights;
        if (weights.length != count(widths)) {
            throw new IllegalArgumentException(weights.length + " weights for layers of " + Arrays.toString(widths)
                    + " units, expected " + count(widths));
        }
        int widest = Arrays.stream(widths).max().orElseThrow();
        from = new double[widest];
        to = new double[widest];
    }

    /** Where the weights of such networks lie: anywhere; a search begins at 0 with the deviation of one over the root of the inputs. */
    public static VectorBox box(SearchContext.NetworkShape shape, int inputs, int outputs) {
        int[] widths = widths(shape, inputs, outputs);
        double[] scale = new double[count(widths)];
        int at = 0;
        for (int layer = 1; layer < widths.length; layer++) {
            int size = widths[layer] * (widths[layer - 1] + 1);
            Arrays.fill(scale, at, at + size, 1 / Math.sqrt(widths[layer - 1]));
            at += size;
        }
        double[] far = new double[scale.length];
        Arrays.fill(far, Double.POSITIVE_INFINITY);
        double[] low = Arrays.stream(far).map(side -> -side).toArray();
        return new VectorBox(low, far, new double[scale.length], scale);
    }

    private static int[] widths(SearchContext.NetworkShape shape, int inputs, int outputs) {
        int[] widths = new int[shape.hidden().size() + 2];
        widths[0] = inputs;
        for (int i = 0; i < shape.hidden().size(); i++) {
            widths[i + 1] = shape.hidden().get(i);
        }
        widths[widths.length - 1] = outputs;
        return widths;
    }

    private static int count(int[] widths) {
        int count = 0;
        for (int layer = 1; layer < widths.length; layer++) {
            count += widths[layer] * (widths[layer - 1] + 1);
        }
        return count;
    }

    @Override
    public void act(double[] observation, double[] output) {
        System.arraycopy(observation, 0, from, 0, widths[0]);
        int at = 0;
        for (int layer = 1; layer < widths.length; layer++) {
            boolean last = layer == widths.length - 1;
            at = layer(layer, at, last ? output : to, last ? Squash.IDENTITY : activation);
            double[] next = to;
            to = from;
            from = next;
        }
    }

    /** Where the weights of the next layer begin. */
    private int layer(int layer, int begin, double[] into, Squash squash) {
        int at = begin;
        int inputs = widths[layer - 1];
        for (int unit = 0; unit < widths[layer]; unit++) {
            double sum = weights[at++];
            for (int i = 0; i < inputs; i++) {
                sum += weights[at++] * from[i];
            }
            into[unit] = squash.of(sum);
        }
        return at;
    }
}
