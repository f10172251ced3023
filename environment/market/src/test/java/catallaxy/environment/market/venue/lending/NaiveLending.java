package catallaxy.environment.market.venue.lending;

import java.math.BigInteger;

/**
 * A lending market of two reserves written a second time, in unbounded integers, for amounts that stay within 256 bits: the referee of
 * {@link LendingPool}. It knows no ledger and refuses nothing: it is told what was accepted.
 */
final class NaiveLending {
    private static final BigInteger RAY = BigInteger.TEN.pow(27);
    private static final BigInteger WAD = BigInteger.TEN.pow(18);
    private static final BigInteger YEAR = BigInteger.valueOf(31_536_000);
    private static final BigInteger BPS = BigInteger.valueOf(10_000);

    final BigInteger[] index = {RAY, RAY};
    final BigInteger[] debtIndex = {RAY, RAY};
    final BigInteger[] rate = {BigInteger.ZERO, BigInteger.ZERO};
    final BigInteger[] debtRate = {BigInteger.ZERO, BigInteger.ZERO};
    final BigInteger[] treasury = {BigInteger.ZERO, BigInteger.ZERO};
    final BigInteger[] held = {BigInteger.ZERO, BigInteger.ZERO};
    /** {@code [accounts][reserves]}, scaled. */
    final BigInteger[][] supplied;

    final BigInteger[][] owed;
    /** Number of each reserve's efficiency mode, and of the one that each account has chosen. */
    final int[] modeOf = {0, 0};

    final int[] chosen;
    /** {@code [modes]}, from mode 1 on, basis points. */
    long[] modeThresholds = {};

    private final long[] last = {0, 0};
    private final ReserveConfig[] terms;

    NaiveLending(ReserveConfig[] terms, int accounts) {
        this.terms = terms.clone();
        chosen = new int[accounts];
        supplied = new BigInteger[accounts][];
        owed = new BigInteger[accounts][];
        for (int i = 0; i < accounts; i++) {
            supplied[i] = new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO};
            owed[i] = new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO};
        }
    }

    /** {@code a b / c}, to the nearest, halves up. */
    static BigInteger nearest(BigInteger a, BigInteger b, BigInteger c) {
        return a.multiply(b).add(c.shiftRight(1)).divide(c);
    }

    BigInteger total(BigInteger[][] scaled, int reserve) {
        BigInteger sum = BigInteger.ZERO;
        for (BigInteger[] each : scaled) {
            sum = sum.add(each[reserve]);
        }
        return sum;
    }

    private BigInteger indexAt(int r, long now) {
        BigInteger growth =
                RAY.add(rate[r].multiply(BigInteger.valueOf(now - last[r])).divide(YEAR));
        return now == last[r] ? index[r] : nearest(growth, index[r], RAY);
    }

    private BigInteger debtIndexAt(int r, long now) {
        long n = now - last[r];
        if (n == 0) {
            return debtIndex[r];
        }
        BigInteger square = nearest(debtRate[r], debtRate[r], RAY).divide(YEAR.multiply(YEAR));
        BigInteger cube = nearest(square, debtRate[r], RAY).divide(YEAR);
        BigInteger pairs = BigInteger.valueOf(n).multiply(BigInteger.valueOf(n - 1));
        BigInteger triples = pairs.multiply(BigInteger.valueOf(Math.max(0, n - 2)));
        BigInteger growth = RAY.add(debtRate[r].multiply(BigInteger.valueOf(n)).divide(YEAR))
                .add(pairs.multiply(square).shiftRight(1))
                .add(triples.multiply(cube).divide(BigInteger.valueOf(6)));
        return nearest(growth, debtIndex[r], RAY);
    }

    void accrue(int r, long now) {
        BigInteger debts = total(owed, r);
        BigInteger nextIndex = indexAt(r, now);
        BigInteger nextDebt = debts.signum() == 0 ? debtIndex[r] : debtIndexAt(r, now);
        BigInteger interest = nearest(debts, nextDebt, RAY).subtract(nearest(debts, debtIndex[r], RAY));
        BigInteger kept = nearest(interest, BigInteger.valueOf(terms[r].reserveFactorBps()), BPS);
        treasury[r] = treasury[r].add(nearest(kept, RAY, nextIndex));
        index[r] = nextIndex;
        debtIndex[r] = nextDebt;
        last[r] = now;
    }

    /** Sets the rates that follow from what is held, with debts as they are. */
    private void setRates(int r) {
        RateCurve curve = terms[r].curve();
        BigInteger debt = nearest(total(owed, r), debtIndex[r], RAY);
        BigInteger usage = debt.signum() == 0 ? debt : nearest(debt, RAY, held[r].add(debt));
        BigInteger optimum = curve.optimalUsage().toBigInteger();
        BigInteger slope1 = curve.slope1().toBigInteger();
        BigInteger rise = usage.compareTo(optimum) > 0
                ? slope1.add(nearest(
                        curve.slope2().toBigInteger(),
                        nearest(usage.subtract(optimum), RAY, RAY.subtract(optimum)),
                        RAY))
                : nearest(nearest(slope1, usage, RAY), RAY, optimum);
        debtRate[r] = curve.base().toBigInteger().add(rise);
        BigInteger wide = debt.multiply(BigInteger.TEN.pow(9));
        BigInteger average = debt.signum() == 0 ? debt : nearest(nearest(wide, debtRate[r], RAY), RAY, wide);
        BigInteger part = BigInteger.valueOf(10_000 - terms[r].reserveFactorBps());
        rate[r] = nearest(nearest(average, usage, RAY), part, BPS);
    }

    void supply(int account, int r, BigInteger amount, long now) {
        accrue(r, now);
        held[r] = held[r].add(amount);
        setRates(r);
        supplied[account][r] = supplied[account][r].add(nearest(amount, RAY, index[r]));
    }

    void withdraw(int account, int r, BigInteger amount, long now) {
        accrue(r, now);
        held[r] = held[r].subtract(amount);
        setRates(r);
        supplied[account][r] = supplied[account][r].subtract(nearest(amount, RAY, index[r]));
    }

    void borrow(int account, int r, BigInteger amount, long now) {
        accrue(r, now);
        owed[account][r] = owed[account][r].add(nearest(amount, RAY, debtIndex[r]));
        held[r] = held[r].subtract(amount);
        setRates(r);
    }

    void repay(int account, int r, BigInteger amount, long now) {
        accrue(r, now);
        owed[account][r] = owed[account][r].subtract(nearest(amount, RAY, debtIndex[r]));
        held[r] = held[r].add(amount);
        setRates(r);
    }

    private long threshold(int account, int r) {
        boolean within = chosen[account] != 0 && chosen[account] == modeOf[r];
        return within ? modeThresholds[chosen[account] - 1] : terms[r].thresholdBps();
    }

    /** Whether an account may choose a mode: it owes nothing of another, and is sound where it leaves one. */
    boolean mayChoose(int account, int mode, long now, BigInteger[] pricesE8) {
        for (int r = 0; r < 2; r++) {
            if (mode != 0 && owed[account][r].signum() != 0 && modeOf[r] != mode) {
                return false;
            }
        }
        int before = chosen[account];
        chosen[account] = mode;
        BigInteger health = health(account, now, pricesE8);
        chosen[account] = before;
        return before == 0 || health.signum() < 0 || health.compareTo(WAD) >= 0;
    }

    /** Health factor, wad, of an account all of whose supplies are collateral; without debts a number below 0. */
    BigInteger health(int account, long now, BigInteger[] pricesE8) {
        BigInteger collateral = BigInteger.ZERO;
        BigInteger weighted = BigInteger.ZERO;
        BigInteger debt = BigInteger.ZERO;
        for (int r = 0; r < 2; r++) {
            BigInteger unit = BigInteger.TEN.pow(terms[r].decimals());
            BigInteger has = nearest(supplied[account][r], indexAt(r, now), RAY);
            BigInteger worth = pricesE8[r].multiply(has).divide(unit);
            collateral = collateral.add(worth);
            weighted = weighted.add(worth.multiply(BigInteger.valueOf(threshold(account, r))));
            BigInteger owes = nearest(owed[account][r], debtIndexAt(r, now), RAY);
            debt = debt.add(pricesE8[r].multiply(owes).divide(unit));
        }
        if (debt.signum() == 0) {
            return BigInteger.ONE.negate();
        }
        BigInteger threshold = collateral.signum() == 0 ? collateral : weighted.divide(collateral);
        return nearest(nearest(collateral, threshold, BPS), WAD, debt);
    }
}
