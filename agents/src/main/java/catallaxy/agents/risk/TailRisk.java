package catallaxy.agents.risk;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.random.NormalQuantile;
import java.util.Arrays;

/**
 * Value at risk and expected shortfall of one period, estimated from a sample of returns; as fractions of equity, losses
 * positive, so that a negative number is a gain even in the tail.
 *
 * <p>{@code VaR_α} is the loss that is exceeded with probability 1 − α, {@code ES_α} the mean loss of the worst 1 − α of
 * the cases: Acerbi and Tasche 2002, "On the coherence of expected shortfall",
 * https://doi.org/10.1016/S0378-4266(02)00283-2.
 *
 * @param valueAtRisk       at the level asked for
 * @param expectedShortfall at the same level; at least the value at risk
 */
public record TailRisk(double valueAtRisk, double expectedShortfall) {
    /** How many times as many values as are wanted make it worth to leave the others unsorted. */
    private static final int MANY = 8;

    /** A zero has no sign. */
    public TailRisk {
        valueAtRisk += 0.0;
        expectedShortfall += 0.0;
    }

    /**
     * From the sample itself. VaR is the loss of rank ⌈n α⌉ from below; ES averages the worst n (1 − α) losses, the last
     * of them with the fraction that is left (Acerbi and Tasche, proposition 4.1).
     *
     * @param returns {@code [n]}, at least one, in any order
     * @param level   α in (0, 1)
     */
    public static TailRisk historical(double[] returns, double level) {
        requireSample(returns, level, 1);
        double tail = returns.length * (1 - level);
        int rank = Math.clamp((long) StrictMath.ceil(returns.length * level - 1e-9), 1, returns.length);
        int whole = (int) StrictMath.floor(tail + 1e-9);
        double fraction = Math.max(0, tail - whole);
        int quantile = returns.length - rank;
        double[] worst = smallest(returns, Math.max(quantile + 1, fraction > 0 ? whole + 1 : whole));
        double sum = 0;
        for (int i = 0; i < whole; i++) {
            sum -= worst[i];
        }
        sum -= fraction > 0 ? fraction * worst[whole] : 0;
        return new TailRisk(-worst[quantile], sum / tail);
    }

    /** The smallest values in ascending order: of a tail, without sorting the others. */
    private static double[] smallest(double[] values, int count) {
        double[] kept = Arrays.copyOf(values, MANY * count < values.length ? count : values.length);
        Arrays.sort(kept);
        int last = kept.length - 1;
        for (int i = kept.length; i < values.length; i++) {
            if (Double.compare(values[i], kept[last]) < 0) {
                int found = Arrays.binarySearch(kept, values[i]);
                int at = found < 0 ? -found - 1 : found;
                System.arraycopy(kept, at, kept, at + 1, last - at);
                kept[at] = values[i];
            }
        }
        return kept;
    }

    /**
     * From the normal distribution with the sample's mean and standard deviation (n − 1), as {@link #normal}.
     *
     * @param returns {@code [n]}, at least two
     * @param level   α in [0.5, 1)
     */
    public static TailRisk parametric(double[] returns, double level) {
        requireSample(returns, level, 2);
        Moments moments = Moments.of(returns);
        return normal(moments.mean(), moments.deviation(), level);
    }

    /**
     * Of the normal distribution: {@code VaR = −μ + s z_α}, {@code ES = −μ + s φ(z_α) / (1 − α)}.
     *
     * @param mean      μ
     * @param deviation s, not negative
     * @param level     α in [0.5, 1)
     */
    public static TailRisk normal(double mean, double deviation, double level) {
        Checks.inRange("level", level, 0.5, 1);
        double z = NormalQuantile.ofUpperTail(1 - level);
        double density = StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * Math.PI);
        return new TailRisk(-mean + deviation * z, -mean + deviation * density / (1 - level));
    }

    private static void requireSample(double[] returns, double level, int smallest) {
        Checks.that(returns.length >= smallest, "returns", "at least " + smallest, returns.length);
        Checks.that(level > 0 && level < 1, "level", "a number between 0 and 1", level);
    }
}
