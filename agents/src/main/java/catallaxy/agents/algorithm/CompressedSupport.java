package catallaxy.agents.algorithm;

/**
 * Numbers as distributions over the integers {@code −reach … reach} of a compressed scale, on which large ones lie closer together:
 * {@code c(x) = sign(x) (√(|x| + 1) − 1) + ε x}, ε = 0.001. Pohlen et al. 2018, https://arxiv.org/abs/1805.11593, proposition A.2; as
 * Schrittwieser et al. 2020, https://arxiv.org/abs/1911.08265, appendix F, use it.
 *
 * @param reach the highest integer, positive; numbers beyond it are cut off
 */
record CompressedSupport(int reach) {
    private static final double EPSILON = 1e-3;

    int atoms() {
        return 2 * reach + 1;
    }

    static double compressed(double x) {
        return Math.signum(x) * (Math.sqrt(Math.abs(x) + 1) - 1) + EPSILON * x;
    }

    /** The inverse of {@link #compressed}. */
    static double expanded(double y) {
        double root = (Math.sqrt(1 + 4 * EPSILON * (Math.abs(y) + 1 + EPSILON)) - 1) / (2 * EPSILON);
        return Math.signum(y) * (root * root - 1);
    }

    /** Writes the distribution of a number, shared between the two nearest integers; zeros for NaN, a number that is not known. */
    void write(double x, float[] out, int offset) {
        for (int i = 0; i < atoms(); i++) {
            out[offset + i] = 0;
        }
        if (!Double.isNaN(x)) {
            double place = Math.clamp(compressed(x), -reach, reach) + reach;
            int lower = Math.min((int) place, atoms() - 2);
            out[offset + lower] = (float) (lower + 1 - place);
            out[offset + lower + 1] = (float) (place - lower);
        }
    }

    /** The number whose distribution has the logits from {@code offset} on. */
    double read(float[] logits, int offset) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < atoms(); i++) {
            highest = Math.max(highest, logits[offset + i]);
        }
        double total = 0;
        double sum = 0;
        for (int i = 0; i < atoms(); i++) {
            double weight = StrictMath.exp(logits[offset + i] - highest);
            total += weight;
            sum += weight * (i - reach);
        }
        return expanded(sum / total);
    }
}
