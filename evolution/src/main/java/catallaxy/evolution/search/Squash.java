package catallaxy.evolution.search;

/** What a unit of an evolved network makes of its sum. */
public enum Squash {
    /** Hyperbolic tangent. */
    TANH {
        @Override
        public double of(double x) {
            return StrictMath.tanh(x);
        }
    },
    /** max(0, x). */
    RELU {
        @Override
        public double of(double x) {
            return Math.max(0, x);
        }
    },
    /** The steepened logistic function of Stanley and Miikkulainen 2002, 1 / (1 + exp(−4.9 x)). */
    SIGMOID {
        @Override
        public double of(double x) {
            return 1 / (1 + StrictMath.exp(-4.9 * x));
        }
    },
    /** x itself. */
    IDENTITY {
        @Override
        public double of(double x) {
            return x;
        }
    };

    /** What the unit answers. */
    public abstract double of(double x);
}
