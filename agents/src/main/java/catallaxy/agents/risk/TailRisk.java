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
        double[] sorted = returns.clone();
        Arrays.sort(sorted);
        double tail = sorted.length * (1 - level);
        int rank = Math.clamp((long) StrictMath.ceil(sorted.length * level - 1e-9), 1, sorted.length);
        int whole = (int) StrictMath.floor(tail + 1e-9);
        double sum = 0;
        for (int i = 0; i < whole; i++) {
            sum -= sorted[i];
        }
        double fraction = Math.max(0, tail - whole);
        sum -= fraction > 0 ? fraction * sorted[whole] : 0;
        return new TailRisk(-sorted[sorted.length - rank], sum / tail);
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
