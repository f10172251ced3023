package catallaxy.environment.market.role;

/**
 * An exponentially weighted mean of squared moves per second, kept in three slots of a seat's memory: last level, weighted
 * sum, sum of weights. A move over Δ seconds has weight {@code 1 − 2^(−Δ / half-life)}; division by the sum of the weights
 * removes the bias of the start.
 */
final class EwmaVariance {
    static final int SLOTS = 3;

    private EwmaVariance() {}

    /** Takes the first level. */
    static void open(double[] memory, int at, double level) {
        memory[at] = level;
        memory[at + 1] = 0;
        memory[at + 2] = 0;
    }

    /** Takes the level {@code seconds} after the last one; none or no time leaves everything as it is. */
    static void add(double[] memory, int at, double level, double seconds, double halfLifeSeconds) {
        if (seconds > 0) {
            double move = level - memory[at];
            double keep = StrictMath.pow(2, -seconds / halfLifeSeconds);
            memory[at] = level;
            memory[at + 1] = keep * memory[at + 1] + (1 - keep) * (move * move / seconds);
            memory[at + 2] = keep * memory[at + 2] + (1 - keep);
        }
    }

    /** Standard deviation per √second; 0 before the first move. */
    static double deviation(double[] memory, int at) {
        return memory[at + 2] > 0 ? StrictMath.sqrt(memory[at + 1] / memory[at + 2]) : 0;
    }
}
