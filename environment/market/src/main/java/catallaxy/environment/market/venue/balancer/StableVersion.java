package catallaxy.environment.market.venue.balancer;

import static catallaxy.environment.market.venue.balancer.FixedPoint.over;
import static catallaxy.environment.market.venue.balancer.FixedPoint.overDown;
import static catallaxy.environment.market.venue.balancer.FixedPoint.plus;
import static catallaxy.environment.market.venue.balancer.FixedPoint.times;

import catallaxy.environment.base.number.UInt256;

/** How stable pools compute their invariant: the library's versions round otherwise. */
enum StableVersion {
    /** v2-pool-stable 2.0.0: every division so that D is not too small, or not too large, as is asked. */
    ROUNDED {
        // (n D² + a S P) / ((n + 1) D + (a − 1) P) with P = n^n Πx / D^(n−1) and a = A n.
        @Override
        UInt256 closer(UInt256 a, UInt256[] balances, UInt256 sum, UInt256 d, boolean up) {
            UInt256 n = UInt256.of(balances.length);
            UInt256 product = balances[0].timesWrapping(n);
            for (int j = 1; j < balances.length; j++) {
                product = over(times(times(product, balances[j]), n), d, up);
            }
            UInt256 above = plus(times(times(n, d), d), over(times(times(a, sum), product), PRECISION, up));
            UInt256 linear = over(times(a.minusWrapping(PRECISION), product), PRECISION, !up);
            return over(above, plus(times(n.plusWrapping(UInt256.ONE), d), linear), up);
        }
    },
    /** The pools deployed on 2022-06-09: all divisions down, in the order of Curve's pools. */
    TRUNCATED {
        // (a S + n P) D / ((a − 1) D + (n + 1) P) with P = D^(n+1) / (n^n Πx).
        @Override
        UInt256 closer(UInt256 a, UInt256[] balances, UInt256 sum, UInt256 d, boolean up) {
            UInt256 n = UInt256.of(balances.length);
            UInt256 product = d;
            for (UInt256 balance : balances) {
                product = overDown(times(product, d), times(balance, n));
            }
            UInt256 above = times(plus(overDown(times(a, sum), PRECISION), times(product, n)), d);
            UInt256 linear = overDown(times(a.minusWrapping(PRECISION), d), PRECISION);
            return overDown(above, plus(linear, times(n.plusWrapping(UInt256.ONE), product)));
        }
    };

    /** Steps of an iteration at most. */
    static final int MOST_STEPS = 255;

    private static final UInt256 PRECISION = UInt256.of(BalancerStableMath.AMP_PRECISION);

    /** A Newton step of D. */
    abstract UInt256 closer(UInt256 a, UInt256[] balances, UInt256 sum, UInt256 d, boolean up);

    /** D, from the sum of balances until a step is within 1 of the one before; zero if all balances are. */
    UInt256 invariant(UInt256 amp, UInt256[] balances, boolean up) {
        UInt256 sum = sum(balances);
        if (sum.isZero()) {
            return sum;
        }
        UInt256 a = amp.timesWrapping(UInt256.of(balances.length));
        UInt256 d = sum;
        for (int step = 0; step < MOST_STEPS; step++) {
            UInt256 before = d;
            d = closer(a, balances, sum, d, up);
            if (withinOne(d, before)) {
                return d;
            }
        }
        throw BalancerError.STABLE_GET_BALANCE_DIDNT_CONVERGE.revert();
    }

    static boolean withinOne(UInt256 a, UInt256 b) {
        UInt256 difference = a.isLessThan(b) ? b.minusWrapping(a) : a.minusWrapping(b);
        return !UInt256.ONE.isLessThan(difference);
    }

    static UInt256 sum(UInt256[] balances) {
        UInt256 sum = UInt256.ZERO;
        for (UInt256 balance : balances) {
            sum = plus(sum, balance);
        }
        return sum;
    }
}
