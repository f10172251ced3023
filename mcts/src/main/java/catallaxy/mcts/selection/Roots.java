package catallaxy.mcts.selection;

/** Logarithms and inverse square roots of counts, of which searches take millions: tables for small counts. */
final class Roots {
    private static final int TABLE = 1 << 14;
    private static final double[] LOG = new double[TABLE];
    private static final double[] INVERSE_ROOT = new double[TABLE];

    static {
        for (int n = 1; n < TABLE; n++) {
            LOG[n] = StrictMath.log(n);
            INVERSE_ROOT[n] = 1 / Math.sqrt(n);
        }
    }

    private Roots() {}

    /** ln n, n ≥ 1. */
    static double log(int n) {
        return n < TABLE ? LOG[n] : StrictMath.log(n);
    }

    /** n^−½, n ≥ 1. */
    static double inverseRoot(int n) {
        return n < TABLE ? INVERSE_ROOT[n] : 1 / Math.sqrt(n);
    }
}
