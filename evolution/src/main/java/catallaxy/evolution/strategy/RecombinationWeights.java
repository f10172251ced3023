package catallaxy.evolution.strategy;

/**
 * How much each rank of a population counts: Hansen 2016, https://arxiv.org/abs/1604.00772, equations 49 to 53.
 *
 * <pre>
 *   w'_i = ln((λ + 1) / 2) − ln i,   i = 1 … λ
 *   μ_eff = (Σ w')² / Σ w'²          over the positive ones, μ_eff⁻ over the negative ones
 *   w_i = w'_i / Σ⁺ w'               where positive; the negative ones sum to −min(α_μ, α_μeff, α_posdef), see {@link LearningRates}
 * </pre>
 */
final class RecombinationWeights {
    private final double[] raw;
    private final int parents;

    /** {@code λ} ranks, the better half of which are parents. */
    static RecombinationWeights of(int ranks) {
        return new RecombinationWeights(ranks, (ranks + 1) / 2.0);
    }

    /** Ranks of which the first so many are parents: {@code w'_i = ln(parents + 1/2) − ln i}. */
    static RecombinationWeights of(int ranks, int parents) {
        return new RecombinationWeights(ranks, parents + 0.5);
    }

    private RecombinationWeights(int ranks, double cut) {
        raw = new double[ranks];
        int positive = 0;
        for (int i = 0; i < ranks; i++) {
            raw[i] = StrictMath.log(cut) - StrictMath.log(i + 1);
            positive += raw[i] > 0 ? 1 : 0;
        }
        if (positive == 0) {
            raw[0] = 1;
        }
        parents = Math.max(1, positive);
    }

    /** {@code μ}: how many ranks count for the mean. */
    int parents() {
        return parents;
    }

    /** {@code μ_eff}. */
    double effective() {
        return effective(0, parents);
    }

    /** {@code μ_eff⁻}; 0 where there is none. */
    double effectiveNegative() {
        return effective(parents, raw.length);
    }

    private double effective(int from, int to) {
        double sum = sum(from, to);
        double squares = 0;
        for (int i = from; i < to; i++) {
            squares += raw[i] * raw[i];
        }
        return squares == 0 ? 0 : sum * sum / squares;
    }

    private double sum(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += raw[i];
        }
        return sum;
    }

    /** {@code w} {@code [λ]}: the positive sum to 1, the negative to {@code −negative}. */
    double[] scaled(double negative) {
        double[] scaled = new double[raw.length];
        double positiveSum = sum(0, parents);
        double negativeSum = sum(parents, raw.length);
        for (int i = 0; i < raw.length; i++) {
            boolean none = i >= parents && negativeSum == 0;
            scaled[i] = none ? 0 : i < parents ? raw[i] / positiveSum : -negative * raw[i] / negativeSum;
        }
        return scaled;
    }
}
