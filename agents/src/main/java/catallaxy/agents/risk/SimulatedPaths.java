package catallaxy.agents.risk;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.random.RandomStream;

/**
 * Returns over several periods by simulation: each period's shock is drawn from a table of equally probable ones.
 *
 * @param paths number of them, at least 100
 * @param seed  of the draws
 */
record SimulatedPaths(int paths, long seed) {
    SimulatedPaths {
        Checks.inRange("paths", paths, 100, 10_000_000);
    }

    /**
     * The compounded return of each path; a path's value does not fall below zero.
     *
     * @param recursion of the variance along a path
     * @param shocks    {@code [n]} in units of the standard deviation
     * @param variance  of the first period
     * @return {@code [paths]}
     */
    double[] returns(VarianceRecursion recursion, double[] shocks, double variance, int horizon) {
        RandomStream random = RandomStream.of(seed, "statistics/paths");
        double[] returns = new double[paths];
        for (int path = 0; path < paths; path++) {
            double value = 1;
            double current = variance;
            for (int step = 0; step < horizon; step++) {
                double drawn = recursion.mean() + StrictMath.sqrt(current) * shocks[random.nextInt(shocks.length)];
                value *= Math.max(0, 1 + drawn);
                current = recursion.next(current, drawn);
            }
            returns[path] = value - 1;
        }
        return returns;
    }
}
