package catallaxy.environment.market.venue.option;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/**
 * The downhill simplex of Nelder and Mead 1965 (https://doi.org/10.1093/comjnl/7.4.308): reflection 1, expansion 2, contraction ½,
 * shrinking ½. It asks for no derivatives, and the same function gives the same point. Without state.
 */
final class NelderMead {
    private static final double ENOUGH = 1e-14;

    private NelderMead() {}

    /** A point and the function's value there. */
    private static final class Vertex {
        private final double[] at;
        private final double value;

        Vertex(double[] at, double value) {
            this.at = at;
            this.value = value;
        }

        double[] at() {
            return at;
        }

        double value() {
            return value;
        }
    }

    /**
     * The point with the least value that was found.
     *
     * @param start one corner of the first simplex
     * @param step  to the others, along each axis
     */
    static double[] minimum(ToDoubleFunction<double[]> function, double[] start, double step, int iterations) {
        Vertex[] simplex = simplex(function, start, step);
        for (int i = 0; i < iterations; i++) {
            Arrays.sort(simplex, Comparator.comparingDouble(Vertex::value));
            if (simplex[start.length].value() - simplex[0].value() <= ENOUGH) {
                break;
            }
            move(function, simplex);
        }
        Arrays.sort(simplex, Comparator.comparingDouble(Vertex::value));
        return simplex[0].at();
    }

    private static Vertex[] simplex(ToDoubleFunction<double[]> function, double[] start, double step) {
        Vertex[] simplex = new Vertex[start.length + 1];
        for (int i = 0; i < simplex.length; i++) {
            double[] corner = start.clone();
            if (i > 0) {
                corner[i - 1] += step;
            }
            simplex[i] = new Vertex(corner, function.applyAsDouble(corner));
        }
        return simplex;
    }

    /** Replaces the worst corner by a better one, or draws all towards the best. */
    private static void move(ToDoubleFunction<double[]> function, Vertex[] simplex) {
        int worst = simplex.length - 1;
        Vertex reflected = along(function, simplex, -1);
        if (reflected.value() < simplex[0].value()) {
            Vertex expanded = along(function, simplex, -2);
            simplex[worst] = expanded.value() < reflected.value() ? expanded : reflected;
        } else if (reflected.value() < simplex[worst - 1].value()) {
            simplex[worst] = reflected;
        } else {
            Vertex contracted = along(function, simplex, reflected.value() < simplex[worst].value() ? -0.5 : 0.5);
            if (contracted.value() < StrictMath.min(reflected.value(), simplex[worst].value())) {
                simplex[worst] = contracted;
            } else {
                shrink(function, simplex);
            }
        }
    }

    /** The point on the line from the centre of all but the worst through the worst. */
    private static Vertex along(ToDoubleFunction<double[]> function, Vertex[] simplex, double way) {
        int last = simplex.length - 1;
        double[] at = new double[last];
        for (int axis = 0; axis < last; axis++) {
            double centre = 0;
            for (int i = 0; i < last; i++) {
                centre += simplex[i].at()[axis] / last;
            }
            at[axis] = centre + way * (simplex[last].at()[axis] - centre);
        }
        return new Vertex(at, function.applyAsDouble(at));
    }

    private static void shrink(ToDoubleFunction<double[]> function, Vertex[] simplex) {
        for (int i = 1; i < simplex.length; i++) {
            double[] at = simplex[i].at().clone();
            for (int axis = 0; axis < at.length; axis++) {
                at[axis] = (at[axis] + simplex[0].at()[axis]) / 2;
            }
            simplex[i] = new Vertex(at, function.applyAsDouble(at));
        }
    }
}
