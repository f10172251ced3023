package catallaxy.environment.market.role;

/**
 * An exponentially weighted mean of a rate, kept in two slots of a seat's memory: weighted sum and sum of weights. What flowed over Δ
 * seconds has weight {@code 1 − 2^(−Δ / half-life)}; division by the sum of the weights removes the bias of the start.
 */
final class EwmaRate {
    static final int SLOTS = 2;

    private EwmaRate() {}

    /** Takes what flowed within {@code seconds}; no time leaves everything as it is. */
    static void add(double[] memory, int at, double flowed, double seconds, double halfLifeSeconds) {
        if (seconds > 0) {
            double keep = StrictMath.pow(2, -seconds / halfLifeSeconds);
            memory[at] = keep * memory[at] + (1 - keep) * (flowed / seconds);
            memory[at + 1] = keep * memory[at + 1] + (1 - keep);
        }
    }

    /** Mean per second; 0 before the first. */
    static double mean(double[] memory, int at) {
        return memory[at + 1] > 0 ? memory[at] / memory[at + 1] : 0;
    }
}
