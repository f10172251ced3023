package catallaxy.agents.problem;

/** The exponential e^{−x} by IEEE additions and multiplications only, so that it is fast and the same on every machine. */
final class Decay {
    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN_2 = 0.6931471805599453;
    private static final int LARGEST = 700;

    private Decay() {}

    /**
     * e^{−x} to a relative error below 1e−13 for 0 ≤ x ≤ 50; 0 above 700. Halves k times so that |x − k ln 2| ≤ ln 2 / 2,
     * then sums the Taylor series to the twelfth power.
     */
    static double exp(double x) {
        if (!(x <= LARGEST)) {
            return 0;
        }
        int k = (int) (x * LOG2_E + 0.5);
        double r = k * LN_2 - x;
        double high = 1 + r * (1.0 / 9) * (1 + r * (1.0 / 10) * (1 + r * (1.0 / 11) * (1 + r * (1.0 / 12))));
        double middle = 1 + r * (1.0 / 5) * (1 + r * (1.0 / 6) * (1 + r * (1.0 / 7) * (1 + r * (1.0 / 8) * high)));
        double series = 1 + r * (1 + r * (1.0 / 2) * (1 + r * (1.0 / 3) * (1 + r * (1.0 / 4) * middle)));
        return series * Double.longBitsToDouble((1023L - k) << 52);
    }
}
