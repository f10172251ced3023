package catallaxy.agents.risk;

import org.hipparchus.special.Gamma;

/** The upper tail of the χ² distribution. */
final class ChiSquared {
    private ChiSquared() {}

    /** {@code P(X ≥ x) = Q(k/2, x/2)} for X ~ χ² with k degrees of freedom; 1 for x ≤ 0. */
    static double upperTail(double x, int degrees) {
        return x <= 0 ? 1 : Gamma.regularizedGammaQ(degrees / 2.0, x / 2);
    }
}
