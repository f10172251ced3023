package catallaxy.evolution.strategy;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/** A covariance {@code C} of {@code n} numbers that learns. Owned by one thread. */
interface CovarianceModel {
    /** Makes {@code C^(1/2) z} of independent standard normal numbers. */
    void colour(double[] z, double[] into);

    /** The inverse: {@code C^(−1/2) y}, independent standard normal for what was drawn. */
    void whiten(double[] y, double[] into);

    /** {@code C ← keep · C + rankOne · p pᵀ}. */
    void decay(double keep, double rankOne, double[] p);

    /** {@code C ← C + weight · y yᵀ}. */
    void add(double weight, double[] y);

    /** Makes what was learned count, if enough was. */
    void refresh();

    /** The square root of the largest eigenvalue. */
    double longest();

    /** The square root of the smallest eigenvalue. */
    double shortest();

    /** {@code C_ii}. */
    double variance(int i);

    /** {@code √λ_k b_k}, the principal axis of number {@code k mod n}. */
    void axis(long k, double[] into);

    /** Writes all of it. */
    void save(StateWriter out);

    /** Becomes what was saved. */
    void load(StateReader in);
}
