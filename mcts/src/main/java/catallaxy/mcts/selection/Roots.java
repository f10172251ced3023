package catallaxy.mcts.selection;

/** Logarithms and inverse square roots of counts, of which searches take millions: tables for small counts. */
final class Roots {
    private static final int TABLE_BITS = 12;
    private static final int TABLE = 1 << TABLE_BITS;
    private static final double LN_2 = StrictMath.log(2);
    private static final double[] LOG = new double[TABLE];
    private static final double[] ROOT_LOG = new double[TABLE];
    private static final double[] INVERSE_ROOT = new double[TABLE];

    static {
        for (int n = 1; n < TABLE; n++) {
            LOG[n] = StrictMath.log(n);
            ROOT_LOG[n] = Math.sqrt(LOG[n]);
            INVERSE_ROOT[n] = 1 / Math.sqrt(n);
        }
    }

    private Roots() {}

    /** √ln n, n ≥ 1; from 4,096 on only the 12 highest bits of n count, by which ln n is less than 5e−4 too small. */
    static double rootLog(int n) {
        if (n < TABLE) {
            return ROOT_LOG[n];
        }
        int shift = Integer.SIZE - TABLE_BITS - Integer.numberOfLeadingZeros(n);
        return Math.sqrt(LOG[n >>> shift] + shift * LN_2);
    }

    /** n^−½, n ≥ 1. */
    static double inverseRoot(int n) {
        return n < TABLE ? INVERSE_ROOT[n] : 1 / Math.sqrt(n);
    }
}
