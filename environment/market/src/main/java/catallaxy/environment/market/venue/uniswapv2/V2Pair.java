package catallaxy.environment.market.venue.uniswapv2;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
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

    private final V2Accounts accounts;
    private final int feePerMille;
    private final int[] assets;
    private final V2Reserves reserves;
    private UInt256 kLast = UInt256.ZERO;
    private int feeTo = NO_FEE;
    private boolean locked;

    /** An empty pair with the deployed fee and the protocol fee off. */
    public V2Pair(V2Accounts accounts) {
        this(accounts, V2Library.FEE_PER_MILLE);
    }

    /** An empty pair of a fork that takes {@code feePerMille} thousandths of the input, 0…999. */
    public V2Pair(V2Accounts accounts, int feePerMille) {
        this(accounts, feePerMille, new V2Reserves());
    }

    private V2Pair(V2Accounts accounts, int feePerMille, V2Reserves reserves) {
        if (feePerMille < 0 || feePerMille > 999) {
            throw new IllegalArgumentException("fee " + feePerMille + " ‰ is not in 0…999");
        }
        this.accounts = accounts;
        this.feePerMille = feePerMille;
        this.reserves = reserves;
        assets = new int[] {accounts.asset0(), accounts.asset1()};
    }

    /** Where the pair keeps its reserves and shares in the ledger. */
    public V2Accounts accounts() {
        return accounts;
    }

    /** Thousandths of the input that a swap leaves in the pool, 0…999. */
    public int feePerMille() {
        return feePerMille;
    }

    /** Reserve of the first asset as of the last update, base units, below 2^112. */
    public UInt256 reserve0() {
        return reserves.amount(0);
    }

    /** Reserve of the second asset as of the last update, base units, below 2^112. */
    public UInt256 reserve1() {
        return reserves.amount(1);
    }

    /** Sum over seconds of reserve1/reserve0 as UQ112.112, modulo 2^256. */
    public UInt256 price0Cumulative() {
        return reserves.cumulativePrice(0);
    }

    /** Sum over seconds of reserve0/reserve1 as UQ112.112, modulo 2^256. */
    public UInt256 price1Cumulative() {
        return reserves.cumulativePrice(1);
    }

    /** Product of the reserves after the last liquidity event while the protocol fee was on; else zero. */
    public UInt256 kLast() {
        return kLast;
    }

    /** Seconds modulo 2^32 of the last update of the reserves. */
    public long timestampLast() {
        return reserves.timestampLast();
    }

    /** Account that receives the protocol fee, or {@link #NO_FEE}. */
    public int feeTo() {
        return feeTo;
    }

    /** Turns the protocol fee on, or off with {@link #NO_FEE}; it takes effect with the next mint or burn. */
    public void setFeeTo(int account) {
        feeTo = account;
    }

    /** All liquidity shares that exist, base units, those burned for ever at the first mint included. */
    public UInt256 totalShares(Ledger ledger) {
        return ledger.issued(accounts.shareIssuer(), accounts.shares());
    }

    /** Quotes an exact input of either asset at the present reserves. */
    public V2Quote amountOut(boolean zeroForOne, UInt256 amountIn) {
        int in = zeroForOne ? 0 : 1;
        return V2Library.amountOut(amountIn, reserves.amount(in), reserves.amount(in ^ 1), feePerMille);
    }

    /**
     * Swaps an exact input: quotes it, moves it in from account {@code from} and the output out to {@code to}.
     *
     * @return the output; with any other status than {@link V2Status#OK} nothing moved
     */
    public V2Quote swapExactIn(Ledger ledger, long timestamp, boolean zeroForOne, UInt256 amountIn, int from, int to) {
        int in = zeroForOne ? 0 : 1;
        V2Quote quote = amountOut(zeroForOne, amountIn);
        V2Amounts out = new V2Amounts(UInt256.ZERO, quote.amount());
        V2Status asked = quote.status().ok() ? checkOutput(in, out) : quote.status();
        if (!asked.ok()) {
            return V2Quote.reverted(asked);
        }
        if (!ledger.transfer(from, accounts.pair(), assets[in], amountIn)) {
            return V2Quote.reverted(V2Status.TRANSFER_FROM_FAILED);
        }
        ledger.transfer(accounts.pair(), to, assets[in ^ 1], quote.amount());
        V2Status status = settle(ledger, timestamp, in, out);
        if (status.ok()) {
            return quote;
        }
        ledger.transfer(to, accounts.pair(), assets[in ^ 1], quote.amount());
        ledger.transfer(accounts.pair(), from, assets[in], amountIn);
        return V2Quote.reverted(status);
    }

    /** Pays out {@code amount0Out} and {@code amount1Out} against what was paid in since the last update. */
    public V2Status swap(Ledger ledger, long timestamp, UInt256 amount0Out, UInt256 amount1Out, int to) {
        return flashSwap(ledger, timestamp, amount0Out, amount1Out, to, V2Callee.NOTHING);
    }

    /** Swaps as {@link #swap}, calling {@code callee} between the payment out and the check of what came in. */
    public V2Status flashSwap(
            Ledger ledger, long timestamp, UInt256 amount0Out, UInt256 amount1Out, int to, V2Callee callee) {
        V2Amounts out = new V2Amounts(amount0Out, amount1Out);
        V2Status asked = checkOutput(0, out);
        if (!asked.ok()) {
            return asked;
        }
        int mark = ledger.mark();
        V2Status paid = pay(ledger, out, to) ? call(callee, out) : V2Status.TRANSFER_FAILED;
        V2Status status = paid.ok() ? settle(ledger, timestamp, 0, out) : paid;
        if (status.ok()) {
            ledger.commit(mark);
        } else {
            ledger.revertTo(mark);
        }
        return status;
    }

    private V2Status call(V2Callee callee, V2Amounts out) {
        locked = true;
        try {
            return callee.called(out.amount0(), out.amount1());
        } finally {
            locked = false;
        }
    }

    private V2Status checkOutput(int side, V2Amounts out) {
        if (locked) {
            return V2Status.LOCKED;
        }
        if (out.bothAreZero()) {
            return V2Status.INSUFFICIENT_OUTPUT_AMOUNT;
        }
        return reserves.from(side).exceeds(out) ? V2Status.OK : V2Status.INSUFFICIENT_LIQUIDITY;
    }

    /** Accepts what the pair now holds as its reserves if the invariant holds; {@code out} has {@code side} first. */
    private V2Status settle(Ledger ledger, long timestamp, int side, V2Amounts out) {
        V2Amounts before = reserves.from(side);
        V2Amounts balances = held(ledger, side);
        V2Status status = V2Invariant.check(balances, before.minus(out), before, feePerMille);
        if (status.ok()) {
            reserves.update(side, balances, timestamp);
        }
        return status;
    }

    private boolean pay(Ledger ledger, V2Amounts out, int to) {
        return (out.amount0().isZero() || ledger.transfer(accounts.pair(), to, assets[0], out.amount0()))
                && (out.amount1().isZero() || ledger.transfer(accounts.pair(), to, assets[1], out.amount1()));
    }

    /** What the pair's account holds, the asset of {@code side} first. */
    private V2Amounts held(Ledger ledger, int side) {
        return new V2Amounts(
                ledger.balance(accounts.pair(), assets[side]), ledger.balance(accounts.pair(), assets[side ^ 1]));
    }

    /** Gives shares for what was paid in since the last update. */
    public V2Mint mint(Ledger ledger, long timestamp, int to) {
        V2Amounts balances = held(ledger, 0);
        V2Status asked = checkHeld(balances);
        if (!asked.ok()) {
            return V2Mint.reverted(asked);
        }
        UInt256 supplyBefore = totalShares(ledger);
        V2Quote fee = protocolShares(supplyBefore);
        if (!fee.status().ok()) {
            return V2Mint.reverted(fee.status());
        }
        UInt256 supply = supplyBefore.plusExact(fee.amount());
        V2Quote shares = V2Shares.minted(supply, balances.minus(reserves.from(0)), reserves.from(0));
        V2Status status = shares.status().ok() ? balances.asReserves() : shares.status();
        if (!status.ok()) {
            return V2Mint.reverted(status);
        }
        issue(ledger, feeTo, fee.amount());
        issue(ledger, accounts.burned(), supply.isZero() ? V2Shares.MINIMUM : UInt256.ZERO);
        issue(ledger, to, shares.amount());
        reserves.update(0, balances, timestamp);
        rememberK();
        return new V2Mint(V2Status.OK, shares.amount());
    }

    private V2Status checkHeld(V2Amounts balances) {
        if (locked) {
            return V2Status.LOCKED;
        }
        return balances.covers(reserves.from(0)) ? V2Status.OK : V2Status.SUB_UNDERFLOW;
    }

    /** Pays out the part of the reserves that the shares held by the pair's own account stand for, and burns them. */
    public V2Burn burn(Ledger ledger, long timestamp, int to) {
        if (locked) {
            return V2Burn.reverted(V2Status.LOCKED);
        }
        UInt256 supplyBefore = totalShares(ledger);
        V2Quote fee = protocolShares(supplyBefore);
        if (!fee.status().ok()) {
            return V2Burn.reverted(fee.status());
        }
        V2Amounts balances = held(ledger, 0);
        UInt256 shares = ledger.balance(accounts.pair(), accounts.shares());
        V2Burn burn = V2Shares.burned(supplyBefore.plusExact(fee.amount()), shares, balances);
        V2Amounts out = new V2Amounts(burn.amount0(), burn.amount1());
        V2Amounts left = to == accounts.pair() ? balances : balances.minus(out);
        V2Status status = burn.status().ok() ? left.asReserves() : burn.status();
        if (!status.ok()) {
            return V2Burn.reverted(status);
        }
        issue(ledger, feeTo, fee.amount());
        ledger.redeem(accounts.pair(), accounts.shareIssuer(), accounts.shares(), shares);
        pay(ledger, out, to);
        reserves.update(0, left, timestamp);
        rememberK();
        return burn;
    }

    private V2Quote protocolShares(UInt256 supply) {
        return feeTo == NO_FEE
                ? V2Quote.of(UInt256.ZERO)
                : V2Shares.protocol(supply, reserves.from(0).product(), kLast);
    }

    private void issue(Ledger ledger, int to, UInt256 shares) {
        if (!shares.isZero()) {
            ledger.issue(accounts.shareIssuer(), to, accounts.shares(), shares);
        }
    }

    private void rememberK() {
        kLast = feeTo == NO_FEE ? UInt256.ZERO : reserves.from(0).product();
    }

    /** Pays what the pair holds beyond its reserves to {@code to}. */
    public V2Status skim(Ledger ledger, int to) {
        V2Amounts balances = held(ledger, 0);
        V2Status status = checkHeld(balances);
        if (status.ok()) {
            pay(ledger, balances.minus(reserves.from(0)), to);
        }
        return status;
    }

    /** Makes what the pair holds its reserves. */
    public V2Status sync(Ledger ledger, long timestamp) {
        V2Amounts balances = held(ledger, 0);
        V2Status status = locked ? V2Status.LOCKED : balances.asReserves();
        if (status.ok()) {
            reserves.update(0, balances, timestamp);
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
        reserves.restore(other.reserves);
        kLast = other.kLast;
        feeTo = other.feeTo;
    }

    /** Writes accounts, fee, reserves with their accumulators, kLast and fee receiver; the ledger is saved apart. */
    public void save(StateWriter out) {
        accounts.save(out);
        out.int32(feePerMille);
        reserves.save(out);
        kLast.save(out);
        out.int32(feeTo);
    }

    /** The pair that {@link #save} wrote, over the ledger that was saved with it. */
    public static V2Pair load(StateReader in) {
        V2Accounts accounts = V2Accounts.load(in);
        V2Pair pair = new V2Pair(accounts, in.int32(), V2Reserves.load(in));
        pair.kLast = UInt256.load(in);
        pair.feeTo = in.int32();
        return pair;
    }
}
