package catallaxy.evolution.front;

/**
 * Functions of several costs whose whole front is known: those of Zitzler, Deb and Thiele 2000,
 * https://doi.org/10.1162/106365600568202, two costs each, and of Deb, Thiele, Laumanns and Zitzler 2002,
 * https://doi.org/10.1109/CEC.2002.1007032, three. Transcendental functions are those of {@link StrictMath}.
 */
public enum FrontFunction {
    /** Convex: {@code f_2 = g (1 − √(f_1 / g))}. */
    ZDT1(30, 2) {
        @Override
        void costs(double[] x, double[] f) {
            double g = meanOfTail(x);
            f[0] = x[0];
            f[1] = g * (1 - Math.sqrt(x[0] / g));
        }

        @Override
        double optimum() {
            return 2.0 / 3;
        }
    },
    /** Concave: {@code f_2 = g (1 − (f_1 / g)²)}. */
    ZDT2(30, 2) {
        @Override
        void costs(double[] x, double[] f) {
            double g = meanOfTail(x);
            f[0] = x[0];
            f[1] = g * (1 - x[0] / g * (x[0] / g));
        }

        @Override
        double optimum() {
            return 1.0 / 3;
        }
    },
    /** In five pieces: {@code f_2 = g (1 − √(f_1 / g) − (f_1 / g) sin(10 π f_1))}. */
    ZDT3(30, 2) {
        @Override
        void costs(double[] x, double[] f) {
            double g = meanOfTail(x);
            double share = x[0] / g;
            f[0] = x[0];
            f[1] = g * (1 - Math.sqrt(share) - share * StrictMath.sin(10 * Math.PI * x[0]));
        }

        @Override
        double optimum() {
            return BrokenFront.hypervolume();
        }
    },
    /** Convex behind 21⁹ fronts that are not the best: {@code g = 1 + 10 (N − 1) + Σ (x_i² − 10 cos(4 π x_i))}. */
    ZDT4(10, 2) {
        @Override
        void costs(double[] x, double[] f) {
            double g = 1 + 10.0 * (x.length - 1);
            for (int i = 1; i < x.length; i++) {
                g += x[i] * x[i] - 10 * StrictMath.cos(4 * Math.PI * x[i]);
            }
            f[0] = x[0];
            f[1] = g * (1 - Math.sqrt(x[0] / g));
        }

        @Override
        double reach() {
            return 5;
        }

        @Override
        double optimum() {
            return 2.0 / 3;
        }
    },
    /** Concave, with solutions the rarer the nearer to the front: {@code f_1 = 1 − exp(−4 x_1) sin⁶(6 π x_1)}. */
    ZDT6(10, 2) {
        @Override
        void costs(double[] x, double[] f) {
            double tail = (meanOfTail(x) - 1) / 9;
            double g = 1 + 9 * Math.sqrt(Math.sqrt(tail));
            f[0] = first(x[0]);
            f[1] = g * (1 - f[0] / g * (f[0] / g));
        }

        private static double first(double x) {
            double sine = StrictMath.sin(6 * Math.PI * x);
            double cube = sine * sine * sine;
            return 1 - StrictMath.exp(-4 * x) * cube * cube;
        }

        // ∫ f_1² from the least f_1 on, which is where tan(6 π x_1) = 9 π
        @Override
        double optimum() {
            double least = first(StrictMath.atan(9 * Math.PI) / (6 * Math.PI));
            return (1 - least * least * least) / 3;
        }
    },
    /** The plane {@code Σ f_m = 1/2} behind 11⁵ − 1 others. */
    DTLZ1(7, 3) {
        @Override
        void costs(double[] x, double[] f) {
            int last = f.length - 1;
            double g = 0;
            for (int i = last; i < x.length; i++) {
                double apart = x[i] - 0.5;
                g += 1 + apart * apart - StrictMath.cos(20 * Math.PI * apart);
            }
            double left = 0.5 * (1 + 100 * g);
            for (int m = 0; m < last; m++) {
                f[last - m] = left * (1 - x[m]);
                left *= x[m];
            }
            f[0] = left;
        }

        @Override
        double reference() {
            return 0.5;
        }

        @Override
        double optimum() {
            return 0.125 * 5 / 6;
        }
    },
    /** An eighth of the unit sphere. */
    DTLZ2(12, 3) {
        @Override
        void costs(double[] x, double[] f) {
            int last = f.length - 1;
            double left = 1;
            for (int i = last; i < x.length; i++) {
                left += (x[i] - 0.5) * (x[i] - 0.5);
            }
            for (int m = 0; m < last; m++) {
                f[last - m] = left * StrictMath.sin(x[m] * Math.PI / 2);
                left *= StrictMath.cos(x[m] * Math.PI / 2);
            }
            f[0] = left;
        }

        @Override
        double optimum() {
            return 1 - Math.PI / 6;
        }
    };

    private final int dimensions;
    private final int objectives;

    FrontFunction(int dimensions, int objectives) {
        this.dimensions = dimensions;
        this.objectives = objectives;
    }

    /** {@code N}, how many variables its authors gave it. */
    public int dimensions() {
        return dimensions;
    }

    /** {@code M}, how many costs there are. */
    public int objectives() {
        return objectives;
    }

    /**
     * The costs of a vector, all of which are finite inside the box.
     *
     * @param x {@code [N]}, the first in [0, 1], the others up to {@link #reach} from 0 or in [0, 1]
     * @return {@code [M]}, new
     */
    public double[] costs(double[] x) {
        double[] f = new double[objectives];
        costs(x, f);
        return f;
    }

    abstract void costs(double[] x, double[] f);

    /** How far from 0 all variables but the first may be, to both sides; 0 where all lie in [0, 1]. */
    double reach() {
        return 0;
    }

    /** The one number of the point up to which hypervolume is measured, the same for every cost. */
    double reference() {
        return 1;
    }

    /** The hypervolume of the whole front. */
    abstract double optimum();

    /** {@code g = 1 + 9 Σ_{i>1} x_i / (N − 1)}. */
    private static double meanOfTail(double[] x) {
        double sum = 0;
        for (int i = 1; i < x.length; i++) {
            sum += x[i];
        }
        return 1 + 9 * (sum / (x.length - 1));
    }
}
