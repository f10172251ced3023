package catallaxy.environment.market.venue.stableswap;

import java.math.BigInteger;
import java.util.Arrays;

/** A pool in unbounded integers, written from the formulas alone, without reverts: what {@link StableSwapPool} is compared with. */
final class NaiveStablePool {
    static final BigInteger UNITS = BigInteger.valueOf(StableSwapTerms.FEE_UNITS);

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    final BigInteger[] balances;
    final BigInteger[] owner;
    BigInteger supply = BigInteger.ZERO;

    private final BigInteger[] multipliers;
    private final BigInteger a;
    private final BigInteger fee;
    private final BigInteger adminFee;
    private final BigInteger imbalanceFee;
    private final int n;

    NaiveStablePool(StableSwapTerms terms) {
        n = terms.decimals().size();
        balances = zeros();
        owner = zeros();
        multipliers = terms.decimals().stream()
                .map(each -> BigInteger.TEN.pow(18 - each))
                .toArray(BigInteger[]::new);
        a = BigInteger.valueOf(terms.amplification() * n * 100);
        fee = BigInteger.valueOf(terms.fee());
        adminFee = BigInteger.valueOf(terms.adminFee());
        imbalanceFee = BigInteger.valueOf(terms.fee() * n / (4L * (n - 1)));
    }

    private BigInteger[] zeros() {
        BigInteger[] zeros = new BigInteger[n];
        Arrays.fill(zeros, BigInteger.ZERO);
        return zeros;
    }

    BigInteger[] scaled(BigInteger[] raw) {
        BigInteger[] xp = new BigInteger[n];
        Arrays.setAll(xp, i -> raw[i].multiply(multipliers[i]));
        return xp;
    }

    BigInteger d() {
        return d(scaled(balances));
    }

    BigInteger d(BigInteger[] xp) {
        BigInteger sum = sum(xp);
        BigInteger d = sum;
        for (int step = 0; step < 256; step++) {
            BigInteger p = d;
            for (BigInteger x : xp) {
                p = p.multiply(d).divide(x.multiply(big(n)));
            }
            BigInteger before = d;
            BigInteger above = a.multiply(sum).divide(HUNDRED).add(p.multiply(big(n)));
            BigInteger below = a.subtract(HUNDRED).multiply(d).divide(HUNDRED).add(p.multiply(big(n + 1)));
            d = above.multiply(d).divide(below);
            if (d.subtract(before).abs().compareTo(BigInteger.ONE) <= 0) {
                return d;
            }
        }
        throw new ArithmeticException("D");
    }

    BigInteger y(BigInteger[] xp, int out, BigInteger d) {
        BigInteger sum = BigInteger.ZERO;
        BigInteger c = d;
        for (int i = 0; i < n; i++) {
            if (i != out) {
                sum = sum.add(xp[i]);
                c = c.multiply(d).divide(xp[i].multiply(big(n)));
            }
        }
        c = c.multiply(d).multiply(HUNDRED).divide(a.multiply(big(n)));
        BigInteger b = sum.add(d.multiply(HUNDRED).divide(a));
        BigInteger y = d;
        for (int step = 0; step < 256; step++) {
            BigInteger before = y;
            y = y.multiply(y).add(c).divide(y.shiftLeft(1).add(b).subtract(d));
            if (y.subtract(before).abs().compareTo(BigInteger.ONE) <= 0) {
                return y;
            }
        }
        throw new ArithmeticException("y");
    }

    BigInteger add(BigInteger[] amounts) {
        BigInteger[] changed = new BigInteger[n];
        Arrays.setAll(changed, i -> balances[i].add(amounts[i]));
        if (supply.signum() == 0) {
            System.arraycopy(changed, 0, balances, 0, n);
            supply = d();
            return supply;
        }
        BigInteger before = d();
        BigInteger minted =
                charged(changed, before).subtract(before).multiply(supply).divide(before);
        supply = supply.add(minted);
        return minted;
    }

    BigInteger swap(int in, int out, BigInteger amount) {
        BigInteger[] xp = scaled(balances);
        BigInteger d = d(xp);
        xp[in] = xp[in].add(amount.multiply(multipliers[in]));
        BigInteger gross = xp[out].subtract(y(xp, out, d)).subtract(BigInteger.ONE);
        BigInteger charge = gross.multiply(fee).divide(UNITS);
        BigInteger paid = gross.subtract(charge).divide(multipliers[out]);
        BigInteger taken = charge.multiply(adminFee).divide(UNITS).divide(multipliers[out]);
        balances[in] = balances[in].add(amount);
        balances[out] = balances[out].subtract(paid).subtract(taken);
        owner[out] = owner[out].add(taken);
        return paid;
    }

    void remove(BigInteger shares) {
        for (int i = 0; i < n; i++) {
            balances[i] = balances[i].subtract(balances[i].multiply(shares).divide(supply));
        }
        supply = supply.subtract(shares);
    }

    BigInteger removeImbalance(BigInteger[] amounts) {
        BigInteger[] changed = new BigInteger[n];
        Arrays.setAll(changed, i -> balances[i].subtract(amounts[i]));
        BigInteger before = d();
        BigInteger burned = before.subtract(charged(changed, before))
                .multiply(supply)
                .divide(before)
                .add(BigInteger.ONE);
        supply = supply.subtract(burned);
        return burned;
    }

    BigInteger removeOne(int asset, BigInteger shares) {
        BigInteger[] xp = scaled(balances);
        BigInteger before = d(xp);
        BigInteger after = before.subtract(shares.multiply(before).divide(supply));
        BigInteger y = y(xp, asset, after);
        BigInteger[] reduced = new BigInteger[n];
        for (int i = 0; i < n; i++) {
            BigInteger ideal = xp[i].multiply(after).divide(before);
            BigInteger moved = i == asset ? ideal.subtract(y) : xp[i].subtract(ideal);
            reduced[i] = xp[i].subtract(moved.multiply(imbalanceFee).divide(UNITS));
        }
        BigInteger unit = multipliers[asset];
        BigInteger paid = reduced[asset]
                .subtract(y(reduced, asset, after))
                .subtract(BigInteger.ONE)
                .divide(unit);
        BigInteger charge = xp[asset].subtract(y).divide(unit).subtract(paid);
        BigInteger taken = charge.multiply(adminFee).divide(UNITS);
        balances[asset] = balances[asset].subtract(paid).subtract(taken);
        owner[asset] = owner[asset].add(taken);
        supply = supply.subtract(shares);
        return paid;
    }

    /** Takes the fees off a change; D after all of them. */
    private BigInteger charged(BigInteger[] changed, BigInteger before) {
        BigInteger after = d(scaled(changed));
        BigInteger[] paid = new BigInteger[n];
        for (int i = 0; i < n; i++) {
            BigInteger ideal = after.multiply(balances[i]).divide(before);
            BigInteger charge =
                    ideal.subtract(changed[i]).abs().multiply(imbalanceFee).divide(UNITS);
            BigInteger taken = charge.multiply(adminFee).divide(UNITS);
            balances[i] = changed[i].subtract(taken);
            owner[i] = owner[i].add(taken);
            paid[i] = changed[i].subtract(charge);
        }
        return d(scaled(paid));
    }

    private static BigInteger sum(BigInteger[] numbers) {
        return Arrays.stream(numbers).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
