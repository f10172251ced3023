package catallaxy.environment.market.pool;

import catallaxy.environment.market.arithmetic.UInt256;
import catallaxy.environment.market.kernel.StateReader;
import catallaxy.environment.market.kernel.StateWriter;
import catallaxy.environment.market.ledger.Ledger;

/**
 * A Uniswap V2 pair: reserves, liquidity shares, protocol fee and time-weighted prices, unit for unit as deployed.
 * Tokens and shares live in the ledger that each operation is given; assets are paid in by transferring them to the
 * pair's account before the operation. A status other than {@link V2Status#OK} left pair and ledger as they were.
 * Timestamps are seconds; the pair keeps them modulo 2^32. Owned by one thread.
 * Source: {@code UniswapV2Pair.sol} of v2-core 1.0.1, whose order of checks is kept.
 */
public final class V2Pair {
    /** Fee receiver that stands for the protocol fee being off. */
    public static final int NO_FEE = -1;

    /** Shares locked for ever by the first mint. */
    public static final UInt256 MINIMUM_LIQUIDITY = UInt256.of(1000);

    private static final UInt256 THOUSAND = UInt256.of(1000);
    private static final UInt256 MILLION = UInt256.of(1_000_000);
    private static final int RESERVE_BITS = 112;

    private final V2Accounts accounts;
    private final int feePerMille;
    private final V2Prices prices;
    private UInt256 reserve0 = UInt256.ZERO;
    private UInt256 reserve1 = UInt256.ZERO;
    private UInt256 kLast = UInt256.ZERO;
    private int feeTo = NO_FEE;
    private boolean locked;

    /** An empty pair with the deployed fee and the protocol fee off. */
    public V2Pair(V2Accounts accounts) {
        this(accounts, V2Library.FEE_PER_MILLE);
    }

    /** An empty pair of a fork that takes {@code feePerMille} thousandths of the input, 0…999. */
    public V2Pair(V2Accounts accounts, int feePerMille) {
        this(accounts, feePerMille, new V2Prices());
    }

    private V2Pair(V2Accounts accounts, int feePerMille, V2Prices prices) {
        if (feePerMille < 0 || feePerMille > 999) {
            throw new IllegalArgumentException("fee " + feePerMille + " ‰ is not in 0…999");
        }
        this.accounts = accounts;
        this.feePerMille = feePerMille;
        this.prices = prices;
    }

    public V2Accounts accounts() {
        return accounts;
    }

    public int feePerMille() {
        return feePerMille;
    }

    public UInt256 reserve0() {
        return reserve0;
    }

    public UInt256 reserve1() {
        return reserve1;
    }

    /** Sum over seconds of reserve1/reserve0 as UQ112.112, modulo 2^256. */
    public UInt256 price0Cumulative() {
        return prices.cumulative0();
    }

    /** Sum over seconds of reserve0/reserve1 as UQ112.112, modulo 2^256. */
    public UInt256 price1Cumulative() {
        return prices.cumulative1();
    }

    /** Product of the reserves after the last liquidity event while the protocol fee was on; else zero. */
    public UInt256 kLast() {
        return kLast;
    }

    /** Seconds modulo 2^32 of the last update of the reserves. */
    public long timestampLast() {
        return prices.timestampLast();
    }

    /** Account that receives the protocol fee, or {@link #NO_FEE}. */
    public int feeTo() {
        return feeTo;
    }

    /** Turns the protocol fee on, or off with {@link #NO_FEE}; it takes effect with the next mint or burn. */
    public void setFeeTo(int account) {
        feeTo = account;
    }

    public UInt256 totalShares(Ledger ledger) {
        return ledger.issued(accounts.shareIssuer(), accounts.shares());
    }

    /** Quotes an exact input of either asset at the present reserves. */
    public V2Quote amountOut(boolean zeroForOne, UInt256 amountIn) {
        return zeroForOne
                ? V2Library.amountOut(amountIn, reserve0, reserve1, feePerMille)
                : V2Library.amountOut(amountIn, reserve1, reserve0, feePerMille);
    }

    /** Pays out {@code amount0Out} and {@code amount1Out} against what was paid in since the last update. */
    public V2Status swap(Ledger ledger, long timestamp, UInt256 amount0Out, UInt256 amount1Out, int to) {
        V2Status asked = checkOutput(amount0Out, amount1Out);
        if (!asked.ok()) {
            return asked;
        }
        UInt256 held0 = held(ledger, accounts.asset0());
        UInt256 held1 = held(ledger, accounts.asset1());
        if (held0.isLessThan(amount0Out) || held1.isLessThan(amount1Out)) {
            return V2Status.TRANSFER_FAILED;
        }
        UInt256 balance0 = to == accounts.pair() ? held0 : held0.minusExact(amount0Out);
        UInt256 balance1 = to == accounts.pair() ? held1 : held1.minusExact(amount1Out);
        V2Status paid = checkInput(balance0, balance1, amount0Out, amount1Out);
        if (paid.ok()) {
            pay(ledger, amount0Out, amount1Out, to);
            update(balance0, balance1, timestamp);
        }
        return paid;
    }

    /** Swaps as {@link #swap}, calling {@code callee} between the payment out and the check of what came in. */
    public V2Status flashSwap(
            Ledger ledger, long timestamp, UInt256 amount0Out, UInt256 amount1Out, int to, V2Callee callee) {
        V2Status asked = checkOutput(amount0Out, amount1Out);
        if (!asked.ok()) {
            return asked;
        }
        int mark = ledger.mark();
        V2Status status = settle(ledger, amount0Out, amount1Out, to, callee);
        if (!status.ok()) {
            ledger.revertTo(mark);
            return status;
        }
        ledger.commit(mark);
        update(held(ledger, accounts.asset0()), held(ledger, accounts.asset1()), timestamp);
        return status;
    }

    private V2Status settle(Ledger ledger, UInt256 amount0Out, UInt256 amount1Out, int to, V2Callee callee) {
        if (!pay(ledger, amount0Out, amount1Out, to)) {
            return V2Status.TRANSFER_FAILED;
        }
        locked = true;
        V2Status called = callee.called(amount0Out, amount1Out);
        locked = false;
        return called.ok()
                ? checkInput(held(ledger, accounts.asset0()), held(ledger, accounts.asset1()), amount0Out, amount1Out)
                : called;
    }

    private V2Status checkOutput(UInt256 amount0Out, UInt256 amount1Out) {
        if (locked) {
            return V2Status.LOCKED;
        }
        if (amount0Out.isZero() && amount1Out.isZero()) {
            return V2Status.INSUFFICIENT_OUTPUT_AMOUNT;
        }
        boolean liquid = amount0Out.isLessThan(reserve0) && amount1Out.isLessThan(reserve1);
        return liquid ? V2Status.OK : V2Status.INSUFFICIENT_LIQUIDITY;
    }

    private V2Status checkInput(UInt256 balance0, UInt256 balance1, UInt256 amount0Out, UInt256 amount1Out) {
        UInt256 amount0In = excess(balance0, reserve0.minusExact(amount0Out));
        UInt256 amount1In = excess(balance1, reserve1.minusExact(amount1Out));
        if (amount0In.isZero() && amount1In.isZero()) {
            return V2Status.INSUFFICIENT_INPUT_AMOUNT;
        }
        if (balance0.timesOverflows(THOUSAND) || balance1.timesOverflows(THOUSAND)) {
            return V2Status.MUL_OVERFLOW;
        }
        UInt256 fee = UInt256.of(feePerMille);
        UInt256 adjusted0 = balance0.timesExact(THOUSAND).minusExact(amount0In.timesExact(fee));
        UInt256 adjusted1 = balance1.timesExact(THOUSAND).minusExact(amount1In.timesExact(fee));
        if (adjusted0.timesOverflows(adjusted1)) {
            return V2Status.MUL_OVERFLOW;
        }
        UInt256 required = reserve0.timesExact(reserve1).timesExact(MILLION);
        return adjusted0.timesExact(adjusted1).isLessThan(required) ? V2Status.K : checkRange(balance0, balance1);
    }

    private static UInt256 excess(UInt256 balance, UInt256 expected) {
        return expected.isLessThan(balance) ? balance.minusExact(expected) : UInt256.ZERO;
    }

    private static V2Status checkRange(UInt256 balance0, UInt256 balance1) {
        boolean fits = balance0.bitLength() <= RESERVE_BITS && balance1.bitLength() <= RESERVE_BITS;
        return fits ? V2Status.OK : V2Status.OVERFLOW;
    }

    private boolean pay(Ledger ledger, UInt256 amount0, UInt256 amount1, int to) {
        return (amount0.isZero() || ledger.transfer(accounts.pair(), to, accounts.asset0(), amount0))
                && (amount1.isZero() || ledger.transfer(accounts.pair(), to, accounts.asset1(), amount1));
    }

    private UInt256 held(Ledger ledger, int asset) {
        return ledger.balance(accounts.pair(), asset);
    }

    private void update(UInt256 balance0, UInt256 balance1, long timestamp) {
        prices.advance(reserve0, reserve1, timestamp);
        reserve0 = balance0;
        reserve1 = balance1;
    }

    /** Gives shares for what was paid in since the last update. */
    public V2Mint mint(Ledger ledger, long timestamp, int to) {
        if (locked) {
            return V2Mint.reverted(V2Status.LOCKED);
        }
        UInt256 balance0 = held(ledger, accounts.asset0());
        UInt256 balance1 = held(ledger, accounts.asset1());
        if (balance0.isLessThan(reserve0) || balance1.isLessThan(reserve1)) {
            return V2Mint.reverted(V2Status.SUB_UNDERFLOW);
        }
        UInt256 supplyBefore = totalShares(ledger);
        V2Quote fee = protocolShares(supplyBefore);
        if (!fee.status().ok()) {
            return V2Mint.reverted(fee.status());
        }
        UInt256 supply = supplyBefore.plusExact(fee.amount());
        V2Quote shares = sharesFor(supply, balance0.minusExact(reserve0), balance1.minusExact(reserve1));
        V2Status status = checkMint(shares, supply, balance0, balance1);
        if (!status.ok()) {
            return V2Mint.reverted(status);
        }
        issueProtocolShares(ledger, fee.amount());
        if (supply.isZero()) {
            ledger.issue(accounts.shareIssuer(), accounts.burned(), accounts.shares(), MINIMUM_LIQUIDITY);
        }
        ledger.issue(accounts.shareIssuer(), to, accounts.shares(), shares.amount());
        update(balance0, balance1, timestamp);
        rememberK();
        return new V2Mint(V2Status.OK, shares.amount());
    }

    private V2Quote sharesFor(UInt256 supply, UInt256 amount0, UInt256 amount1) {
        return supply.isZero()
                ? V2Shares.first(amount0, amount1)
                : V2Shares.further(supply, amount0, amount1, reserve0, reserve1);
    }

    private static V2Status checkMint(V2Quote shares, UInt256 supply, UInt256 balance0, UInt256 balance1) {
        if (!shares.status().ok()) {
            return shares.status();
        }
        if (shares.amount().isZero()) {
            return V2Status.INSUFFICIENT_LIQUIDITY_MINTED;
        }
        return V2Shares.exceeds(supply, shares.amount()) ? V2Status.ADD_OVERFLOW : checkRange(balance0, balance1);
    }

    /** Pays out the share of the reserves that the shares held by the pair's own account stand for, and burns them. */
    public V2Burn burn(Ledger ledger, long timestamp, int to) {
        if (locked) {
            return V2Burn.reverted(V2Status.LOCKED);
        }
        UInt256 balance0 = held(ledger, accounts.asset0());
        UInt256 balance1 = held(ledger, accounts.asset1());
        UInt256 shares = held(ledger, accounts.shares());
        UInt256 supplyBefore = totalShares(ledger);
        V2Quote fee = protocolShares(supplyBefore);
        if (!fee.status().ok()) {
            return V2Burn.reverted(fee.status());
        }
        UInt256 supply = supplyBefore.plusExact(fee.amount());
        if (shares.timesOverflows(balance0) || shares.timesOverflows(balance1)) {
            return V2Burn.reverted(V2Status.MUL_OVERFLOW);
        }
        if (supply.isZero()) {
            return V2Burn.reverted(V2Status.DIVISION_BY_ZERO);
        }
        UInt256 amount0 = shares.mulDivFloor(balance0, supply);
        UInt256 amount1 = shares.mulDivFloor(balance1, supply);
        V2Status status = checkBurn(ledger, amount0, amount1, to);
        if (!status.ok()) {
            return V2Burn.reverted(status);
        }
        issueProtocolShares(ledger, fee.amount());
        ledger.redeem(accounts.pair(), accounts.shareIssuer(), accounts.shares(), shares);
        pay(ledger, amount0, amount1, to);
        update(held(ledger, accounts.asset0()), held(ledger, accounts.asset1()), timestamp);
        rememberK();
        return new V2Burn(V2Status.OK, amount0, amount1);
    }

    private V2Status checkBurn(Ledger ledger, UInt256 amount0, UInt256 amount1, int to) {
        if (amount0.isZero() || amount1.isZero()) {
            return V2Status.INSUFFICIENT_LIQUIDITY_BURNED;
        }
        boolean stays = to == accounts.pair();
        UInt256 balance0 = held(ledger, accounts.asset0());
        UInt256 balance1 = held(ledger, accounts.asset1());
        return checkRange(
                stays ? balance0 : balance0.minusExact(amount0), stays ? balance1 : balance1.minusExact(amount1));
    }

    private V2Quote protocolShares(UInt256 supply) {
        return feeTo == NO_FEE
                ? V2Quote.of(UInt256.ZERO)
                : V2Shares.protocol(supply, reserve0.timesExact(reserve1), kLast);
    }

    private void issueProtocolShares(Ledger ledger, UInt256 amount) {
        if (!amount.isZero()) {
            ledger.issue(accounts.shareIssuer(), feeTo, accounts.shares(), amount);
        }
    }

    private void rememberK() {
        kLast = feeTo == NO_FEE ? UInt256.ZERO : reserve0.timesExact(reserve1);
    }

    /** Pays what the pair holds beyond its reserves to {@code to}. */
    public V2Status skim(Ledger ledger, int to) {
        if (locked) {
            return V2Status.LOCKED;
        }
        UInt256 balance0 = held(ledger, accounts.asset0());
        UInt256 balance1 = held(ledger, accounts.asset1());
        if (balance0.isLessThan(reserve0) || balance1.isLessThan(reserve1)) {
            return V2Status.SUB_UNDERFLOW;
        }
        pay(ledger, balance0.minusExact(reserve0), balance1.minusExact(reserve1), to);
        return V2Status.OK;
    }

    /** Makes what the pair holds its reserves. */
    public V2Status sync(Ledger ledger, long timestamp) {
        if (locked) {
            return V2Status.LOCKED;
        }
        UInt256 balance0 = held(ledger, accounts.asset0());
        UInt256 balance1 = held(ledger, accounts.asset1());
        V2Status status = checkRange(balance0, balance1);
        if (status.ok()) {
            update(balance0, balance1, timestamp);
        }
        return status;
    }

    /** An independent pair of the same state; its ledger must be copied with it. */
    public V2Pair copy() {
        V2Pair copy = new V2Pair(accounts, feePerMille);
        copy.restore(this);
        return copy;
    }

    /** Takes over the state of {@code other}, a copy made of this pair earlier. */
    public void restore(V2Pair other) {
        reserve0 = other.reserve0;
        reserve1 = other.reserve1;
        prices.restore(other.prices);
        kLast = other.kLast;
        feeTo = other.feeTo;
    }

    public void save(StateWriter out) {
        accounts.save(out);
        out.int32(feePerMille);
        prices.save(out);
        reserve0.save(out);
        reserve1.save(out);
        kLast.save(out);
        out.int32(feeTo);
    }

    public static V2Pair load(StateReader in) {
        V2Accounts accounts = V2Accounts.load(in);
        V2Pair pair = new V2Pair(accounts, in.int32(), V2Prices.load(in));
        pair.reserve0 = UInt256.load(in);
        pair.reserve1 = UInt256.load(in);
        pair.kLast = UInt256.load(in);
        pair.feeTo = in.int32();
        return pair;
    }
}
