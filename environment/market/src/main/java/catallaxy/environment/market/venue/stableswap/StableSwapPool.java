package catallaxy.environment.market.venue.stableswap;

import static catallaxy.environment.market.venue.stableswap.SafeMath.minus;
import static catallaxy.environment.market.venue.stableswap.SafeMath.plus;
import static catallaxy.environment.market.venue.stableswap.SafeMath.timesOver;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.ledger.Ledger;
import java.util.Arrays;
import java.util.List;

/**
 * A pool of two to eight assets of like worth: StableSwap as the deployed contract computes it, unit for unit.
 * Assets and shares live in the ledger that each operation is given; what the account holds beyond the balances is the owner's fees.
 * Amounts are base units in the order of the pool's assets, times are seconds. A result that is not {@code ok} has the contract's revert
 * string, and left pool and ledger as they were. Owned by one thread.
 *
 * <p>Source: Saddle's {@code Swap.sol} and {@code SwapUtils.sol}, the port of Curve's pools whose bytecode was recorded.
 */
public final class StableSwapPool {
    private static final UInt256 ONE_SHARE = UInt256.of(1_000_000_000_000_000_000L);

    private final StableSwapAccounts accounts;
    private final StableSwapTerms terms;
    private final StableSwapScale scale;
    private StableSwapAmplification amplification;
    private UInt256[] balances;
    /** A guess for the next D; no result depends on it. */
    private UInt256 lastInvariant = UInt256.ZERO;

    /** An empty pool. */
    public StableSwapPool(StableSwapAccounts accounts, StableSwapTerms terms) {
        Checks.that(
                accounts.assets().size() == terms.decimals().size(),
                "assets",
                terms.decimals().size() + " of them",
                accounts.assets());
        this.accounts = accounts;
        this.terms = terms;
        scale = new StableSwapScale(terms);
        amplification = StableSwapAmplification.constant(terms.amplification());
        balances = new UInt256[scale.assets()];
        Arrays.fill(balances, UInt256.ZERO);
    }

    /** Where it keeps its things. */
    public StableSwapAccounts accounts() {
        return accounts;
    }

    /** What it was made with. */
    public StableSwapTerms terms() {
        return terms;
    }

    /** Balance of an asset that belongs to the shares. */
    public UInt256 balance(int asset) {
        return balances[asset];
    }

    /** Balances of all assets, in their order. */
    public List<UInt256> balances() {
        return List.of(balances);
    }

    /** Fees of an asset that belong to the owner. */
    public UInt256 adminBalance(Ledger ledger, int asset) {
        return ledger.balance(accounts.pool(), accounts.assets().get(asset)).minusExact(balances[asset]);
    }

    /** All liquidity shares. */
    public UInt256 totalShares(Ledger ledger) {
        return ledger.issued(accounts.shareIssuer(), accounts.shares());
    }

    /** The amplification at a time, in hundredths of Curve's A. */
    public long amplification(long seconds) {
        return amplification.at(seconds);
    }

    /** D, in 18 decimals. */
    public Result invariant(long seconds) {
        return StableSwapRevert.result(() -> Result.of(d(seconds, balances)));
    }

    private UInt256 d(long seconds, UInt256[] of) {
        return StableSwapMath.invariant(scale.scaled(of), amplification.number(seconds));
    }

    /** D for a share, in 18 decimals, rounded down; zero without shares. */
    public Result virtualPrice(Ledger ledger, long seconds) {
        return StableSwapRevert.result(() -> {
            UInt256 d = d(seconds, balances);
            UInt256 supply = totalShares(ledger);
            return Result.of(supply.isZero() ? UInt256.ZERO : timesOver(d, ONE_SHARE, supply));
        });
    }

    /** What a swap would give. */
    public Result quote(long seconds, int in, int out, UInt256 amountIn) {
        return StableSwapRevert.result(
                () -> Result.of(trade(seconds, in, out, amountIn).amountOut()));
    }

    private StableSwapTrade trade(long seconds, int in, int out, UInt256 amountIn) {
        StableSwapRevert.unless(in < balances.length && out < balances.length, "Token index out of range");
        StableSwapRevert.unless(in != out, "Can't compare token to itself");
        StableSwapTrade trade =
                StableSwapTrade.of(scale, balances, amplification.number(seconds), in, out, amountIn, lastInvariant);
        lastInvariant = trade.invariant();
        return trade;
    }

    /** Swaps an exact input of account {@code from} for at least {@code least}, paid to {@code to}; gives the output. */
    public Result swap(
            Ledger ledger, long seconds, int in, int out, UInt256 amountIn, UInt256 least, int from, int to) {
        return StableSwapRevert.result(() -> {
            StableSwapRevert.unless(ledger.covers(from, asset(in), amountIn), "Cannot swap more than you own");
            StableSwapTrade trade = trade(seconds, in, out, amountIn);
            StableSwapRevert.unless(trade.amountOut().isAtLeast(least), "Swap didn't result in min tokens");
            UInt256 left = minus(minus(balances[out], trade.amountOut()), trade.adminFee());
            balances[in] = plus(balances[in], amountIn);
            balances[out] = left;
            lastInvariant = trade.guess();
            ledger.transfer(from, accounts.pool(), asset(in), amountIn);
            ledger.transfer(accounts.pool(), to, asset(out), trade.amountOut());
            return Result.of(trade.amountOut());
        });
    }

    /**
     * Deposits amounts of any proportions for at least {@code least} shares; the first deposit has some of all.
     * Gives the shares: D of the first deposit, else {@code (D₂ − D₀) S / D₀} with D₂ after fees, rounded down.
     */
    public Result add(Ledger ledger, long seconds, List<UInt256> amounts, UInt256 least, int account) {
        return StableSwapRevert.result(() -> {
            StableSwapRevert.unless(amounts.size() == balances.length, "Amounts must match pooled tokens");
            UInt256 supply = totalShares(ledger);
            UInt256 before = supply.isZero() ? UInt256.ZERO : d(seconds, balances);
            UInt256[] changed = deposited(ledger, amounts, supply.isZero(), account);
            UInt256 after = d(seconds, changed);
            StableSwapRevert.unless(before.isLessThan(after), "D should increase");
            UInt256 minted = after;
            if (!supply.isZero()) {
                StableSwapImbalance change = imbalance(seconds, before, changed, after);
                changed = change.kept();
                minted = timesOver(minus(change.after(), before), supply, before);
            }
            StableSwapRevert.unless(minted.isAtLeast(least), "Couldn't mint min requested");
            StableSwapRevert.unless(!minted.isZero(), "LPToken: cannot mint 0");
            balances = changed;
            move(ledger, account, accounts.pool(), amounts);
            ledger.issue(accounts.shareIssuer(), account, accounts.shares(), minted);
            return Result.of(minted);
        });
    }

    private UInt256[] deposited(Ledger ledger, List<UInt256> amounts, boolean first, int account) {
        UInt256[] changed = new UInt256[balances.length];
        for (int i = 0; i < changed.length; i++) {
            UInt256 amount = amounts.get(i);
            StableSwapRevert.unless(!first || !amount.isZero(), "Must supply all tokens in pool");
            StableSwapRevert.unless(ledger.covers(account, asset(i), amount), "ERC20: transfer amount exceeds balance");
            changed[i] = plus(balances[i], amount);
        }
        return changed;
    }

    private StableSwapImbalance imbalance(long seconds, UInt256 before, UInt256[] changed, UInt256 after) {
        return StableSwapImbalance.of(scale, amplification.number(seconds), balances, before, changed, after);
    }

    /** Redeems shares for their part of every balance, rounded down, without a fee; gives the amounts. */
    public Result remove(Ledger ledger, UInt256 shares, List<UInt256> least, int account) {
        return StableSwapRevert.result(() -> {
            owns(ledger, account, shares);
            StableSwapRevert.unless(least.size() == balances.length, "minAmounts must match poolTokens");
            UInt256 supply = totalShares(ledger);
            UInt256[] out = new UInt256[balances.length];
            UInt256[] left = new UInt256[balances.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = timesOver(balances[i], shares, supply);
                StableSwapRevert.unless(out[i].isAtLeast(least.get(i)), "amounts[i] < minAmounts[i]");
                left[i] = minus(balances[i], out[i]);
            }
            return paid(ledger, account, shares, left, out);
        });
    }

    /** Redeems shares for at least {@code least} of one asset; gives the amount. */
    public Result removeOne(Ledger ledger, long seconds, UInt256 shares, int asset, UInt256 least, int account) {
        return StableSwapRevert.result(() -> {
            owns(ledger, account, shares);
            StableSwapRevert.unless(asset < balances.length, "Token not found");
            StableSwapSingle single = StableSwapSingle.of(
                    scale, balances, amplification.number(seconds), asset, shares, totalShares(ledger));
            StableSwapRevert.unless(single.amountOut().isAtLeast(least), "dy < minAmount");
            UInt256[] left = balances.clone();
            left[asset] = minus(left[asset], plus(single.amountOut(), scale.adminPart(single.fee())));
            UInt256[] out = new UInt256[left.length];
            Arrays.fill(out, UInt256.ZERO);
            out[asset] = single.amountOut();
            paid(ledger, account, shares, left, out);
            return Result.of(single.amountOut());
        });
    }

    /**
     * Takes out amounts of any proportions for at most {@code most} shares; gives the shares redeemed:
     * {@code (D₀ − D₂) S / D₀} rounded down, plus 1.
     */
    public Result removeImbalance(Ledger ledger, long seconds, List<UInt256> amounts, UInt256 most, int account) {
        return StableSwapRevert.result(() -> {
            StableSwapRevert.unless(amounts.size() == balances.length, "Amounts should match pool tokens");
            owns(ledger, account, most);
            StableSwapRevert.unless(!most.isZero(), ">LP.balanceOf");
            UInt256 before = d(seconds, balances);
            UInt256[] changed = new UInt256[balances.length];
            for (int i = 0; i < changed.length; i++) {
                StableSwapRevert.unless(balances[i].isAtLeast(amounts.get(i)), "Cannot withdraw more than available");
                changed[i] = balances[i].minusWrapping(amounts.get(i));
            }
            StableSwapImbalance change = imbalance(seconds, before, changed, d(seconds, changed));
            UInt256 burned = timesOver(minus(before, change.after()), totalShares(ledger), before);
            StableSwapRevert.unless(!burned.isZero(), "Burnt amount cannot be zero");
            burned = plus(burned, UInt256.ONE);
            StableSwapRevert.unless(!most.isLessThan(burned), "tokenAmount > maxBurnAmount");
            paid(ledger, account, burned, change.kept(), amounts.toArray(UInt256[]::new));
            return Result.of(burned);
        });
    }

    private void owns(Ledger ledger, int account, UInt256 shares) {
        StableSwapRevert.unless(ledger.covers(account, accounts.shares(), shares), ">LP.balanceOf");
    }

    private Result paid(Ledger ledger, int account, UInt256 shares, UInt256[] left, UInt256[] out) {
        balances = left;
        ledger.redeem(account, accounts.shareIssuer(), accounts.shares(), shares);
        move(ledger, accounts.pool(), account, List.of(out));
        return Result.of(out);
    }

    private void move(Ledger ledger, int from, int to, List<UInt256> amounts) {
        for (int i = 0; i < balances.length; i++) {
            ledger.transfer(from, to, asset(i), amounts.get(i));
        }
    }

    private int asset(int index) {
        return accounts.assets().get(index);
    }

    /** Pays the owner's fees of all assets to {@code to}; gives the amounts. */
    public Result withdrawAdminFees(Ledger ledger, int to) {
        UInt256[] fees = new UInt256[balances.length];
        for (int i = 0; i < fees.length; i++) {
            fees[i] = adminBalance(ledger, i);
        }
        move(ledger, accounts.pool(), to, List.of(fees));
        return Result.of(fees);
    }

    /** Begins to move A, in whole units, to reach {@code target} at the time {@code until}. */
    public Result rampAmplification(long seconds, long target, long until) {
        return StableSwapRevert.result(() -> {
            amplification = amplification.ramp(seconds, target, until);
            return Result.OK;
        });
    }

    /** Ends a ramp where it is. */
    public Result stopRamp(long seconds) {
        return StableSwapRevert.result(() -> {
            amplification = amplification.stopped(seconds);
            return Result.OK;
        });
    }

    /** An independent pool of the same state; its ledger must be copied with it. */
    public StableSwapPool copy() {
        StableSwapPool copy = new StableSwapPool(accounts, terms);
        copy.restore(this);
        return copy;
    }

    /** Takes over the state of {@code other}, a copy made of this pool earlier. */
    public void restore(StableSwapPool other) {
        amplification = other.amplification;
        balances = other.balances.clone();
        lastInvariant = other.lastInvariant;
    }

    /** Writes accounts, terms, amplification and balances; the ledger is saved apart. */
    public void save(StateWriter out) {
        accounts.save(out);
        terms.save(out);
        amplification.save(out);
        for (UInt256 balance : balances) {
            balance.save(out);
        }
    }

    /** The pool that {@link #save} wrote, over the ledger that was saved with it. */
    public static StableSwapPool load(StateReader in) {
        try {
            StableSwapPool pool = new StableSwapPool(StableSwapAccounts.load(in), StableSwapTerms.load(in));
            pool.amplification = StableSwapAmplification.load(in);
            for (int i = 0; i < pool.balances.length; i++) {
                pool.balances[i] = UInt256.load(in);
            }
            return pool;
        } catch (IllegalArgumentException e) {
            throw new CorruptStateException("pool: " + e.getMessage());
        }
    }
}
