package catallaxy.environment.market.venue.uniswapv2;

import java.math.BigInteger;

/**
 * The pair's contract written a second time, in unbounded integers with explicit 256-bit checks and exceptions.
 * Slow and plain: the referee of {@link V2Pair}. The operations change fields only after their last check.
 */
final class NaivePair {
    static final class Revert extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Revert(String reason) {
            super(reason);
        }
    }

    private static final BigInteger WORD = BigInteger.TWO.pow(256);
    private static final BigInteger THOUSAND = BigInteger.valueOf(1000);

    final BigInteger[] reserves = {BigInteger.ZERO, BigInteger.ZERO};
    final BigInteger[] balances = {BigInteger.ZERO, BigInteger.ZERO};
    final BigInteger[] prices = {BigInteger.ZERO, BigInteger.ZERO};
    BigInteger supply = BigInteger.ZERO;
    BigInteger kLast = BigInteger.ZERO;
    BigInteger user = BigInteger.ZERO;
    BigInteger protocol = BigInteger.ZERO;
    boolean feeOn;
    long timestamp;

    private static void require(boolean condition, String reason) {
        if (!condition) {
            throw new Revert(reason);
        }
    }

    private static BigInteger mul(BigInteger a, BigInteger b) {
        BigInteger product = a.multiply(b);
        require(product.compareTo(WORD) < 0, "ds-math-mul-overflow");
        return product;
    }

    private static BigInteger sub(BigInteger a, BigInteger b) {
        require(a.compareTo(b) >= 0, "ds-math-sub-underflow");
        return a.subtract(b);
    }

    private static void requireReserves(BigInteger balance0, BigInteger balance1) {
        require(balance0.bitLength() <= 112 && balance1.bitLength() <= 112, "UniswapV2: OVERFLOW");
    }

    void swap(BigInteger[] in, BigInteger[] out, long now) {
        require(out[0].signum() > 0 || out[1].signum() > 0, "UniswapV2: INSUFFICIENT_OUTPUT_AMOUNT");
        require(
                out[0].compareTo(reserves[0]) < 0 && out[1].compareTo(reserves[1]) < 0,
                "UniswapV2: INSUFFICIENT_LIQUIDITY");
        BigInteger[] after = new BigInteger[2];
        BigInteger[] paid = new BigInteger[2];
        for (int i = 0; i < 2; i++) {
            after[i] = balances[i].add(in[i]).subtract(out[i]);
            paid[i] = after[i].subtract(reserves[i].subtract(out[i])).max(BigInteger.ZERO);
        }
        require(paid[0].signum() > 0 || paid[1].signum() > 0, "UniswapV2: INSUFFICIENT_INPUT_AMOUNT");
        BigInteger adjusted0 = sub(mul(after[0], THOUSAND), paid[0].multiply(BigInteger.valueOf(3)));
        BigInteger adjusted1 = sub(mul(after[1], THOUSAND), paid[1].multiply(BigInteger.valueOf(3)));
        BigInteger required = reserves[0].multiply(reserves[1]).multiply(THOUSAND.pow(2));
        require(mul(adjusted0, adjusted1).compareTo(required) >= 0, "UniswapV2: K");
        update(after, now);
    }

    private void update(BigInteger[] after, long now) {
        requireReserves(after[0], after[1]);
        long elapsed = (now - timestamp) & 0xffff_ffffL;
        if (elapsed > 0 && reserves[0].signum() > 0 && reserves[1].signum() > 0) {
            for (int i = 0; i < 2; i++) {
                BigInteger price = reserves[1 - i].shiftLeft(112).divide(reserves[i]);
                prices[i] = prices[i]
                        .add(price.multiply(BigInteger.valueOf(elapsed)))
                        .mod(WORD);
            }
        }
        timestamp = now & 0xffff_ffffL;
        for (int i = 0; i < 2; i++) {
            balances[i] = after[i];
            reserves[i] = after[i];
        }
    }

    private BigInteger protocolShares() {
        BigInteger root = reserves[0].multiply(reserves[1]).sqrt();
        BigInteger rootLast = kLast.sqrt();
        if (!feeOn || kLast.signum() == 0 || root.compareTo(rootLast) <= 0) {
            return BigInteger.ZERO;
        }
        BigInteger growth = mul(supply, root.subtract(rootLast));
        return growth.divide(root.multiply(BigInteger.valueOf(5)).add(rootLast));
    }

    BigInteger mint(BigInteger[] in, long now) {
        BigInteger[] after = {balances[0].add(in[0]), balances[1].add(in[1])};
        BigInteger paid0 = after[0].subtract(reserves[0]);
        BigInteger paid1 = after[1].subtract(reserves[1]);
        BigInteger fee = protocolShares();
        BigInteger total = supply.add(fee);
        BigInteger locked = total.signum() == 0 ? THOUSAND : BigInteger.ZERO;
        BigInteger shares = total.signum() == 0
                ? sub(mul(paid0, paid1).sqrt(), locked)
                : mul(paid0, total).divide(reserves[0]).min(mul(paid1, total).divide(reserves[1]));
        require(shares.signum() > 0, "UniswapV2: INSUFFICIENT_LIQUIDITY_MINTED");
        requireReserves(after[0], after[1]);
        update(after, now);
        settle(total.add(locked).add(shares), fee);
        user = user.add(shares);
        return shares;
    }

    BigInteger[] burn(BigInteger shares, long now) {
        require(user.compareTo(shares) >= 0, "ds-math-sub-underflow");
        BigInteger fee = protocolShares();
        BigInteger total = supply.add(fee);
        require(total.signum() > 0, "division by zero");
        BigInteger out0 = mul(shares, balances[0]).divide(total);
        BigInteger out1 = mul(shares, balances[1]).divide(total);
        require(out0.signum() > 0 && out1.signum() > 0, "UniswapV2: INSUFFICIENT_LIQUIDITY_BURNED");
        update(new BigInteger[] {balances[0].subtract(out0), balances[1].subtract(out1)}, now);
        settle(total.subtract(shares), fee);
        user = user.subtract(shares);
        return new BigInteger[] {out0, out1};
    }

    private void settle(BigInteger total, BigInteger fee) {
        supply = total;
        protocol = protocol.add(fee);
        kLast = feeOn ? reserves[0].multiply(reserves[1]) : BigInteger.ZERO;
    }

    void donate(BigInteger[] in) {
        balances[0] = balances[0].add(in[0]);
        balances[1] = balances[1].add(in[1]);
    }

    void skim() {
        balances[0] = reserves[0];
        balances[1] = reserves[1];
    }

    void sync(long now) {
        update(balances.clone(), now);
    }

    /** {@code getAmountOut} for magnitudes that do not overflow. */
    static BigInteger amountOut(BigInteger in, BigInteger reserveIn, BigInteger reserveOut) {
        BigInteger kept = in.multiply(BigInteger.valueOf(997));
        return kept.multiply(reserveOut).divide(reserveIn.multiply(THOUSAND).add(kept));
    }
}
