package catallaxy.evolution.quality;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.fitness.VectorBox;

/**
 * The variation Iso+LineDD of Vassiliades and Mouret 2018, https://arxiv.org/abs/1804.03906, eq. 3:
 * {@code y = xᵢ + σ₁ N(0, I) + σ₂ (xⱼ − xᵢ) N(0, 1)}. Without the second term it is plain normal mutation. Deviations σ₁ are in units of
 * those with which a search of the box begins, and what leaves the box is put on its side.
 *
 * @param iso  σ₁
 * @param line σ₂
 */
record IsoLine(VectorBox box, double iso, double line) {
    /** An offspring, new. */
    double[] child(double[] first, double[] second, RandomStream random) {
        double[] child = new double[first.length];
        double along = line == 0 ? 0 : line * random.nextGaussian();
        for (int i = 0; i < child.length; i++) {
            child[i] = first[i] + iso * box.scale()[i] * random.nextGaussian() + along * (second[i] - first[i]);
        }
        box.clamp(child);
        return child;
    }
}
