package catallaxy.agents.risk;

import catallaxy.environment.base.random.RandomStream;

/** Returns whose law is known. */
final class Returns {
    /** Standard deviation 1 % in the long run. */
    static final VarianceRecursion TRUTH = new VarianceRecursion(0, 0.02 * 1e-4, 0.15, 0.83);

    private Returns() {}

    /** A variate of Student's t with four degrees of freedom: a normal over the root of a mean of four squared ones. */
    static double student4(RandomStream random) {
        double squares = 0;
        for (int i = 0; i < 4; i++) {
            double each = random.nextGaussian();
            squares += each * each;
        }
        return random.nextGaussian() / Math.sqrt(squares / 4);
    }

    /** Normal returns whose variance follows {@link #TRUTH}. */
    static double[] garch(RandomStream random, int n) {
        double[] returns = new double[n];
        double variance = 1e-4;
        for (int t = 0; t < n; t++) {
            returns[t] = Math.sqrt(variance) * random.nextGaussian();
            variance = TRUTH.next(variance, returns[t]);
        }
        return returns;
    }
}
