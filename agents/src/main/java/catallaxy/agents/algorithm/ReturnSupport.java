package catallaxy.agents.algorithm;

/**
 * The returns that a categorical distribution gives probabilities to: {@code z_i = low + i Δz}. Bellemare, Dabney and Munos
 * 2017, https://arxiv.org/abs/1707.06887.
 *
 * @param low   V_MIN
 * @param high  V_MAX
 * @param atoms at least 2
 */
record ReturnSupport(double low, double high, int atoms) {
    private double spacing() {
        return (high - low) / (atoms - 1);
    }

    /** {@code Σ p_i z_i} of the probabilities from {@code offset} on. */
    double mean(float[] probabilities, int offset) {
        double sum = 0;
        for (int i = 0; i < atoms; i++) {
            sum += probabilities[offset + i] * (low + i * spacing());
        }
        return sum;
    }

    /**
     * The distribution of {@code reward + discount Z}, each atom's probability shared between the two nearest atoms of the
     * support: eq. 7.
     *
     * @param probabilities of Z, from {@code offset} on
     * @param out           {@code [.., atoms]}, overwritten from {@code outOffset} on
     */
    void project(float[] probabilities, int offset, double reward, double discount, float[] out, int outOffset) {
        for (int i = 0; i < atoms; i++) {
            out[outOffset + i] = 0;
        }
        for (int i = 0; i < atoms; i++) {
            double z = Math.clamp(reward + discount * (low + i * spacing()), low, high);
            double place = Math.min((z - low) / spacing(), atoms - 1);
            int lower = (int) place;
            double share = place - lower;
            out[outOffset + lower] += (float) (probabilities[offset + i] * (1 - share));
            if (share > 0) {
                out[outOffset + lower + 1] += (float) (probabilities[offset + i] * share);
            }
        }
    }
}
