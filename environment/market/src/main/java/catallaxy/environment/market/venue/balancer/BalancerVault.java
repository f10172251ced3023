package catallaxy.environment.market.venue.balancer;

import static catallaxy.environment.market.venue.balancer.FixedPoint.minus;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.ledger.Ledger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The vault that holds what its pools own: joins, exits, swaps with one pool or through several, flash loans. One ledger account holds all
 * assets; each pool's part of them is its balances. Amounts are base units. A result that is not {@code ok} has the contracts'
 * revert string, and left vault and ledger as they were. While a flash loan is out the vault is locked. Owned by one thread.
 * Source: Balancer V2's {@code Vault}, with protocol fees on swaps of zero.
 */
public final class BalancerVault {
    /** Stands for the zero address in a list of assets. */
    public static final int NO_ASSET = -1;

    private static final String EXCEEDS_BALANCE = "ERC20: transfer amount exceeds balance";

    private final int account;
    private final int feeCollector;
    private final List<BalancerPool> pools = new ArrayList<>();
    private UInt256 flashLoanFee = UInt256.ZERO;
    private boolean locked;

    /**
     * A vault without pools.
     *
     * @param account      holds the assets
     * @param feeCollector gets the fees of flash loans
     */
    public BalancerVault(int account, int feeCollector) {
        this.account = account;
        this.feeCollector = feeCollector;
    }

    /** The account that holds the assets. */
    public int account() {
        return account;
    }

    /** The account that gets the fees of flash loans. */
    public int feeCollector() {
        return feeCollector;
    }

    /** Sets the fee of flash loans, 18 decimals, at most one per cent. */
    public void setFlashLoanFee(long percentage) {
        Checks.inRange("flash loan fee", percentage, 0, 10_000_000_000_000_000L);
        flashLoanFee = UInt256.of(percentage);
    }

    /** Adds an empty pool, with an asset {@code name/LP} for its shares; gives its number. Assets are the ledger's, all different. */
    public int register(Ledger ledger, String name, BalancerTerms terms, List<Integer> assets) {
        Checks.that(
                assets.size() == terms.decimals().size()
                        && assets.stream().distinct().count() == assets.size(),
                "assets",
                terms.decimals().size() + " different ones",
                assets);
        pools.add(new BalancerPool(terms, BalancerShares.open(ledger, name), assets));
        return pools.size() - 1;
    }

    /** A pool, to read. */
    public BalancerPool pool(int number) {
        return pools.get(number);
    }

    /** How many pools there are; they are numbered from 0. */
    public int pools() {
        return pools.size();
    }

    /** Joins a pool: {@code account} pays the amounts and gets the shares. Gives the shares, then the amounts. */
    public Result join(Ledger ledger, int pool, BalancerJoin join, int account) {
        return result(() -> {
            BalancerPool joined = known(pool);
            BalancerChange change = joined.join(ledger, join);
            UInt256[] raised = joined.raised(change.amounts());
            for (int i = 0; i < raised.length; i++) {
                covered(ledger, account, joined.assets().get(i), change.amounts()[i]);
            }
            joined.become(raised);
            for (int i = 0; i < raised.length; i++) {
                ledger.transfer(account, this.account, joined.assets().get(i), change.amounts()[i]);
            }
            return shared(ledger, joined, change, join instanceof BalancerJoin.First, account);
        });
    }

    private static Result shared(Ledger ledger, BalancerPool pool, BalancerChange change, boolean first, int account) {
        BalancerShares shares = pool.shares();
        UInt256 kept = first ? BalancerPool.minimumShares() : UInt256.ZERO;
        UInt256 given = change.shares().minusExact(kept);
        ledger.issue(shares.issuer(), shares.nobody(), shares.asset(), kept);
        ledger.issue(shares.issuer(), account, shares.asset(), given);
        return with(given, change.amounts());
    }

    private static Result with(UInt256 first, UInt256[] rest) {
        List<UInt256> amounts = new ArrayList<>();
        amounts.add(first);
        amounts.addAll(Arrays.asList(rest));
        return new Result("", amounts);
    }

    /** Leaves a pool: {@code account} gives the shares and gets the amounts. Gives the shares, then the amounts. */
    public Result exit(Ledger ledger, int pool, BalancerExit exit, int account) {
        return result(() -> {
            BalancerPool left = known(pool);
            BalancerShares shares = left.shares();
            BalancerChange change = left.exit(ledger, exit);
            BalancerRevert.unless(
                    ledger.covers(account, shares.asset(), change.shares()), BalancerError.INSUFFICIENT_BALANCE);
            left.become(left.lowered(change.amounts()));
            ledger.redeem(account, shares.issuer(), shares.asset(), change.shares());
            for (int i = 0; i < change.amounts().length; i++) {
                ledger.transfer(this.account, account, left.assets().get(i), change.amounts()[i]);
            }
            return with(change.shares(), change.amounts());
        });
    }

    /** What a swap would compute: the output of an exact input, or the input of an exact output. */
    public Result quote(boolean givenIn, BalancerSwap swap) {
        return result(() -> Result.of(computed(givenIn, swap)));
    }

    private UInt256 computed(boolean givenIn, BalancerSwap swap) {
        BalancerPool pool = known(swap.pool());
        return pool.computed(givenIn, pool.index(swap.assetIn()), pool.index(swap.assetOut()), swap.amount());
    }

    /**
     * Swaps with one pool; {@code from} pays, {@code to} receives. Gives the input and the output.
     *
     * @param limit the least output of an exact input, the greatest input of an exact output
     */
    public Result swap(Ledger ledger, boolean givenIn, BalancerSwap swap, UInt256 limit, int from, int to) {
        return result(() -> {
            BalancerRevert.unless(!swap.amount().isZero(), BalancerError.UNKNOWN_AMOUNT_IN_FIRST_SWAP);
            BalancerRevert.unless(swap.assetIn() != swap.assetOut(), BalancerError.CANNOT_SWAP_SAME_TOKEN);
            UInt256 computed = computed(givenIn, swap);
            UInt256 in = givenIn ? swap.amount() : computed;
            UInt256 out = givenIn ? computed : swap.amount();
            UInt256[] after = after(swap, in, out);
            BalancerRevert.unless(givenIn ? out.isAtLeast(limit) : !limit.isLessThan(in), BalancerError.SWAP_LIMIT);
            covered(ledger, from, swap.assetIn(), in);
            known(swap.pool()).become(after);
            ledger.transfer(from, account, swap.assetIn(), in);
            ledger.transfer(account, to, swap.assetOut(), out);
            return Result.of(in, out);
        });
    }

    private UInt256[] after(BalancerSwap swap, UInt256 in, UInt256 out) {
        BalancerPool pool = known(swap.pool());
        UInt256[] paid = new UInt256[pool.assets().size()];
        Arrays.fill(paid, UInt256.ZERO);
        paid[pool.index(swap.assetIn())] = in;
        UInt256[] after = pool.raised(paid);
        int index = pool.index(swap.assetOut());
        after[index] = minus(after[index], out);
        return after;
    }

    /**
     * Swaps through several pools one after another; only what is left over of each asset moves. Gives what {@code from} has paid and
     * what {@code to} has got of each asset: two numbers an asset, of which one is zero.
     *
     * @param limits for each asset, the most that may be paid, or the least that must be got
     */
    public Result batchSwap(
            Ledger ledger, boolean givenIn, List<BalancerSwap> swaps, BalancerLimits limits, int from, int to) {
        List<UInt256[]> before = pools.stream().map(BalancerPool::balances).toList();
        Result result = result(() -> {
            BalancerDeltas deltas = new BalancerDeltas(limits.assets());
            BalancerBatch batch = new BalancerBatch(givenIn);
            for (BalancerSwap swap : swaps) {
                step(batch.resolved(swap), givenIn, batch, deltas);
            }
            return settled(ledger, deltas, limits, from, to);
        });
        if (!result.ok()) {
            for (int i = 0; i < before.size(); i++) {
                pools.get(i).become(before.get(i));
            }
        }
        return result;
    }

    private void step(BalancerSwap swap, boolean givenIn, BalancerBatch batch, BalancerDeltas deltas) {
        UInt256 computed = computed(givenIn, swap);
        UInt256 in = givenIn ? swap.amount() : computed;
        UInt256 out = givenIn ? computed : swap.amount();
        known(swap.pool()).become(after(swap, in, out));
        batch.computed(swap, computed);
        deltas.pay(swap.assetIn(), in);
        deltas.get(swap.assetOut(), out);
    }

    private Result settled(Ledger ledger, BalancerDeltas deltas, BalancerLimits limits, int from, int to) {
        List<UInt256> moved = new ArrayList<>();
        for (int i = 0; i < limits.assets().size(); i++) {
            int asset = limits.assets().get(i);
            limits.check(i, deltas.owed(i), deltas.due(i));
            covered(ledger, from, asset, deltas.owed(i));
            moved.add(deltas.owed(i));
            moved.add(deltas.due(i));
        }
        for (int i = 0; i < limits.assets().size(); i++) {
            ledger.transfer(from, account, limits.assets().get(i), deltas.owed(i));
            ledger.transfer(account, to, limits.assets().get(i), deltas.due(i));
        }
        return new Result("", moved);
    }

    /** What a flash loan of an amount costs. */
    UInt256 flashFee(UInt256 amount) {
        return FixedPoint.mulUp(amount, flashLoanFee);
    }

    /**
     * Lends amounts of assets to {@code borrower} while {@code use} runs, which is told the fees {@code ceil(amount · fee / 10^18)}; then
     * all that the vault has more than before goes to the fee collector. Gives those amounts.
     *
     * @param assets  of the ledger, in rising order
     * @param use     gives {@code ok}, or reverts the loan with its reason
     */
    public Result flashLoan(
            Ledger ledger,
            List<Integer> assets,
            List<UInt256> amounts,
            int borrower,
            Function<List<UInt256>, Result> use) {
        int mark = ledger.mark();
        BalancerFlashLoan loan = new BalancerFlashLoan(ledger, account, feeCollector);
        Result result = result(() -> {
            loan.lend(assets, amounts, flashLoanFee, borrower);
            Result used = locked(() -> use.apply(loan.fees()));
            return used.ok() ? loan.collect() : used;
        });
        if (result.ok()) {
            ledger.commit(mark);
        } else {
            ledger.revertTo(mark);
        }
        return result;
    }

    private Result locked(Supplier<Result> use) {
        locked = true;
        try {
            return use.get();
        } finally {
            locked = false;
        }
    }

    private BalancerPool known(int pool) {
        BalancerRevert.unless(pool >= 0 && pool < pools.size(), BalancerError.INVALID_POOL_ID);
        return pools.get(pool);
    }

    private static void covered(Ledger ledger, int account, int asset, UInt256 amount) {
        if (!ledger.covers(account, asset, amount)) {
            throw new BalancerRevert(EXCEEDS_BALANCE);
        }
    }

    private Result result(Supplier<Result> operation) {
        try {
            BalancerRevert.unless(!locked, BalancerError.REENTRANCY);
            return operation.get();
        } catch (BalancerRevert revert) {
            return Result.reverted(revert.reason());
        }
    }

    /** An independent vault of the same state; its ledger must be copied with it. */
    public BalancerVault copy() {
        BalancerVault copy = new BalancerVault(account, feeCollector);
        copy.flashLoanFee = flashLoanFee;
        pools.forEach(pool -> copy.pools.add(pool.copy()));
        return copy;
    }

    /** Takes over the state of {@code other}, a copy made of this vault earlier. */
    public void restore(BalancerVault other) {
        flashLoanFee = other.flashLoanFee;
        for (int i = 0; i < pools.size(); i++) {
            pools.get(i).become(other.pools.get(i).balances());
        }
    }

    /** Writes accounts, fee, and each pool's shares and balances; terms, assets and the ledger are known where it is read back. */
    public void save(StateWriter out) {
        out.int32(account).int32(feeCollector).int32(pools.size());
        flashLoanFee.save(out);
        pools.forEach(pool -> pool.save(out));
    }

    /** The vault of one pool that {@link #save} wrote, over the ledger that was saved with it. */
    static BalancerVault load(StateReader in, BalancerTerms terms, List<Integer> assets) {
        BalancerVault vault = new BalancerVault(in.int32(), in.int32());
        int pools = in.int32();
        if (pools != 1) {
            throw new CorruptStateException("vault of " + pools + " pools");
        }
        vault.flashLoanFee = UInt256.load(in);
        vault.pools.add(BalancerPool.load(in, terms, assets));
        return vault;
    }
}
