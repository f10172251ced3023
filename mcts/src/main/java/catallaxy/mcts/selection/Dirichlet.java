package catallaxy.mcts.selection;

import catallaxy.environment.base.random.RandomStream;

/** Draws of symmetric Dirichlet distributions, by gamma variates of Marsaglia and Tsang 2000, https://doi.org/10.1145/358407.358414. */
final class Dirichlet {
    private Dirichlet() {}

    static double[] draw(double concentration, int size, RandomStream luck) {
        double[] share = new double[size];
        double total = 0;
        for (int i = 0; i < size; i++) {
            share[i] = gamma(concentration, luck);
            total += share[i];
        }
        for (int i = 0; i < size; i++) {
            share[i] = total > 0 ? share[i] / total : 1.0 / size;
        }
        return share;
    }

    private static double gamma(double shape, RandomStream luck) {
        if (shape < 1) {
            return gamma(shape + 1, luck) * StrictMath.pow(1 - luck.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = luck.nextGaussian();
            double root = 1 + c * x;
            double v = root * root * root;
            if (v > 0 && StrictMath.log(1 - luck.nextDouble()) < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }
}
