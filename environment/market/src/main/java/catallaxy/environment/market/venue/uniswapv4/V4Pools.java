package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Undo;
import catallaxy.environment.market.ledger.Ledger;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All Uniswap V4 pools of a chain in one contract. What operations give and take is added up for each caller, and by the end of an
 * {@link #unlock} everybody must have settled: {@link #take}, {@link #sync} and pay and {@link #settle}, {@link #clear}, or turn it into
 * claims. Every operation runs in a {@link #run transaction} and throws a {@link V4Revert} where the contract reverts, whereupon the whole
 * transaction leaves nothing behind. Callers and hooks are ledger accounts, currencies are assets; native currency is an asset like any.
 * Owned by one thread. Source: {@code PoolManager.sol} of v4-core 1.0.2, whose order of checks is kept.
 */
public final class V4Pools {
    /** The narrowest tick spacing. */
    public static final int MIN_TICK_SPACING = 1;
    /** The widest. */
    public static final int MAX_TICK_SPACING = 32_767;

    private final int account;
    private final int feeController;
    private final Map<Integer, V4Hook> hooks;
    private final V4Accruals accruals;
    private final TreeMap<V4PoolKey, V4Pool> pools = new TreeMap<>();
    private @Nullable V4Session session;

    /**
     * A manager without pools.
     *
     * @param account       ledger account in which all assets lie
     * @param feeController account that sets and collects protocol fees
     * @param hooks         that pools may have, by their accounts
     */
    public V4Pools(int account, int feeController, Map<Integer, V4Hook> hooks) {
        this(account, feeController, hooks, new V4Accruals());
    }

    private V4Pools(int account, int feeController, Map<Integer, V4Hook> hooks, V4Accruals accruals) {
        this.account = account;
        this.feeController = feeController;
        this.hooks = new TreeMap<>(hooks);
        this.accruals = accruals;
    }

    /** Ledger account in which all assets lie. */
    public int account() {
        return account;
    }

    /** Account that sets and collects protocol fees. */
    public int feeController() {
        return feeController;
    }

    /** A pool, where there is one of this key. */
    public @Nullable V4Pool pool(V4PoolKey key) {
        return pools.get(key);
    }

    /** Fees and claims that the manager keeps for others. */
    public V4Accruals accruals() {
        return accruals;
    }

    /**
     * Runs a transaction; if it reverts, ledger and manager are as they were before.
     *
     * @param timeNanos of its block, which hooks may ask for
     * @param undo      is told how to take back each change of the manager before it is made
     * @throws IllegalStateException within another transaction of this manager
     */
    public V4Status run(Ledger ledger, long timeNanos, Undo undo, Runnable transaction) {
        if (session != null) {
            throw new IllegalStateException("a transaction is running");
        }
        int mark = ledger.mark();
        session = new V4Session(ledger, timeNanos, undo);
        try {
            transaction.run();
            ledger.commit(mark);
            return V4Status.OK;
        } catch (V4Revert reverted) {
            ledger.revertTo(mark);
            undo.run();
            return new V4Status(reverted.error());
        } finally {
            session = null;
        }
    }

    private V4Session session() {
        return Objects.requireNonNull(session, "no transaction is running");
    }

    private V4Session unlocked() {
        session().requireUnlocked();
        return session();
    }

    /** Adds what is run if the present transaction reverts, before what was added earlier. */
    public void onRevert(Runnable step) {
        session().undo.add(step);
    }

    /** Time of the block of the present transaction, ns since the start. */
    public long timeNanos() {
        return session().timeNanos;
    }

    /** Lets a callback do whatever it likes, and requires that all deltas are settled after it. */
    public void unlock(Runnable callback) {
        session().unlock(callback);
    }

    /** What an account gets of a currency, or owes where it is negative, base units. */
    public Int256 delta(int holder, int currency) {
        return session().delta(holder, currency);
    }

    private V4Pool initialized(V4PoolKey key) {
        V4Pool pool = pools.get(key);
        if (pool == null) {
            throw new V4Revert("PoolNotInitialized");
        }
        pool.requireInitialized();
        return pool;
    }

    private V4HookCalls hook(int caller, V4PoolKey key) {
        return new V4HookCalls(caller == key.hook() ? null : hooks.get(key.hook()), new V4Visit(this, caller, key));
    }

    /** Makes a pool at a price; its tick. */
    public int initialize(int caller, V4PoolKey key, UInt256 sqrtPriceX96) {
        return initialize(caller, key, sqrtPriceX96, key.currency0() < key.currency1());
    }

    /** @param ordered whether currency0 has the lower address, which assets of a scenario do not have */
    int initialize(int caller, V4PoolKey key, UInt256 sqrtPriceX96, boolean ordered) {
        V4Revert.unless(key.tickSpacing() <= MAX_TICK_SPACING, "TickSpacingTooLarge");
        V4Revert.unless(key.tickSpacing() >= MIN_TICK_SPACING, "TickSpacingTooSmall");
        V4Revert.unless(ordered, "CurrenciesOutOfOrderOrEqual");
        V4Revert.unless(V4HookCalls.isValid(hooks.get(key.hook()), key), "HookAddressNotValid");
        int lpFee = V4Fees.initial(key.fee());
        V4HookCalls hook = hook(caller, key);
        hook.beforeInitialize(sqrtPriceX96);
        V4Pool pool = pools.get(key);
        if (pool == null) {
            pool = new V4Pool(key.tickSpacing());
            onRevert(() -> pools.remove(key));
            pools.put(key, pool);
        }
        pool.initialize(sqrtPriceX96, lpFee, session().undo);
        hook.afterInitialize(sqrtPriceX96, pool.state().tick());
        return pool.state().tick();
    }

    /** Changes the caller's position, and pays what it has earned. */
    public V4Change modifyLiquidity(int caller, V4PoolKey key, V4LiquidityOrder order) {
        V4Session open = unlocked();
        V4Pool pool = initialized(key);
        V4HookCalls hook = hook(caller, key);
        hook.beforeModify(order);
        V4PositionKey position = new V4PositionKey(caller, order.lower(), order.upper(), order.salt());
        V4Change change = pool.modify(position, V4Cast.int128(order.liquidityDelta()), open.undo);
        V4HookCalls.Shared shared = hook.afterModify(order, change);
        account(key, key.hook(), shared.hook());
        account(key, caller, shared.caller());
        return new V4Change(shared.caller(), change.fees());
    }

    /** Swaps; the caller's delta. */
    public V4Trade swap(int caller, V4PoolKey key, V4Order order) {
        V4Session open = unlocked();
        V4Revert.unless(!order.specified().isZero(), "SwapAmountCannotBeZero");
        V4Pool pool = initialized(key);
        V4HookCalls hook = hook(caller, key);
        V4HookCalls.Asked asked = hook.beforeSwap(order, pool.state().lpFeePips());
        V4Trade trade = pool.swap(asked.order(), asked.lpFeePips(), open.undo);
        accruals.addProtocolFee(key.currency(order.zeroForOne()), trade.toProtocol(), open.undo);
        V4HookCalls.Shared shared = hook.afterSwap(order, trade.delta(), asked.hook());
        account(key, key.hook(), shared.hook());
        account(key, caller, shared.caller());
        return new V4Trade(shared.caller(), trade.toProtocol(), trade.feePips(), trade.crossed());
    }

    /** Gives to the liquidity in range; the caller's delta. */
    public V4Delta donate(int caller, V4PoolKey key, UInt256 amount0, UInt256 amount1) {
        V4Session open = unlocked();
        V4Pool pool = initialized(key);
        V4HookCalls hook = hook(caller, key);
        hook.beforeDonate(amount0, amount1);
        V4Delta delta = pool.donate(amount0, amount1, open.undo);
        account(key, caller, delta);
        hook.afterDonate(amount0, amount1);
        return delta;
    }

    private void account(V4PoolKey key, int holder, V4Delta delta) {
        session().account(holder, key.currency0(), delta.amount0());
        session().account(holder, key.currency1(), delta.amount1());
    }

    /** Remembers what the manager holds of a currency, so that the next {@link #settle} finds what was paid since. */
    public void sync(int currency) {
        session().sync(currency, session().ledger.balance(account, currency));
    }

    /** The same, where the manager held so much when its borrower began to act. */
    void syncAsOf(int currency, UInt256 held) {
        session().sync(currency, held);
    }

    /** Whether a transaction of the manager is running, in which no second one may begin. */
    boolean isUnlocked() {
        return session != null;
    }

    /** Credits an account with what has come in of the currency that was synchronised; the amount. */
    public UInt256 settle(int holder) {
        V4Session open = unlocked();
        OptionalInt currency = open.syncedCurrency();
        if (currency.isEmpty()) {
            return UInt256.ZERO;
        }
        UInt256 paid = open.paid(open.ledger.balance(account, currency.getAsInt()));
        open.account(holder, currency.getAsInt(), V4Cast.int128(paid));
        return paid;
    }

    /** Pays out of the manager, for which the caller then owes. */
    public void take(int caller, int currency, int to, UInt256 amount) {
        V4Session open = unlocked();
        open.account(caller, currency, V4Cast.int128(amount).negatedExact());
        pay(currency, to, amount);
    }

    private void pay(int currency, int to, UInt256 amount) {
        boolean paid = amount.isZero() || session().ledger.transfer(account, to, currency, amount);
        V4Revert.unless(paid, "WrappedError: ERC20TransferFailed");
    }

    /** Gives up what the caller gets of a currency, which must be exactly this. */
    public void clear(int caller, int currency, UInt256 amount) {
        V4Session open = unlocked();
        Int256 given = V4Cast.int128(amount);
        V4Revert.unless(given.equals(open.delta(caller, currency)), "MustClearExactPositiveDelta");
        open.account(caller, currency, given.negatedExact());
    }

    /** Turns what the caller gets into claims (ERC-6909) of an account. */
    public void mint(int caller, int to, int currency, UInt256 amount) {
        V4Session open = unlocked();
        open.account(caller, currency, V4Cast.int128(amount).negatedExact());
        accruals.mint(to, currency, amount, open.undo);
    }

    /** Turns the caller's own claims into what the caller gets. */
    public void burn(int caller, int currency, UInt256 amount) {
        V4Session open = unlocked();
        open.account(caller, currency, V4Cast.int128(amount));
        accruals.burn(caller, currency, amount, open.undo);
    }

    /** Sets the fee of a pool whose fee is dynamic, at the call of its hook alone. */
    public void updateDynamicLpFee(int caller, V4PoolKey key, int lpFeePips) {
        V4Revert.unless(key.isDynamic() && caller == key.hook(), "UnauthorizedDynamicLPFeeUpdate");
        int validated = V4Fees.validated(lpFeePips);
        initialized(key).setLpFee(validated, session().undo);
    }

    /**
     * Sets what the protocol takes of a pool's swaps.
     *
     * @param packed as {@link V4Fees#packed}
     */
    public void setProtocolFee(int caller, V4PoolKey key, int packed) {
        V4Revert.unless(caller == feeController, "InvalidCaller");
        V4Revert.unless(V4Fees.isOfProtocol(packed), "ProtocolFeeTooLarge");
        initialized(key).setProtocolFee(packed, session().undo);
    }

    /** Pays out protocol fees of a currency, all of them for an amount of zero; how much. */
    public UInt256 collectProtocolFees(int caller, int to, int currency, UInt256 amount) {
        V4Revert.unless(caller == feeController, "InvalidCaller");
        V4Revert.unless(!session().isSynced(currency), "ProtocolFeeCurrencySynced");
        UInt256 collected = amount.isZero() ? accruals.protocolFees(currency) : amount;
        accruals.takeProtocolFees(currency, collected, session().undo);
        pay(currency, to, collected);
        return collected;
    }

    /** The hook at an account, where there is one. */
    @Nullable
    V4Hook hook(int at) {
        return hooks.get(at);
    }

    /** An independent manager of the same state; its ledger must be copied with it. Not in a transaction. */
    public V4Pools copy() {
        TreeMap<Integer, V4Hook> copies = new TreeMap<>();
        hooks.forEach((at, hook) -> copies.put(at, hook.copy()));
        V4Pools copy = new V4Pools(account, feeController, copies, accruals.copy());
        pools.forEach((key, pool) -> copy.pools.put(key, pool.copy()));
        return copy;
    }

    /** Takes over the state of a copy, which may go on being used. */
    public void restore(V4Pools earlier) {
        pools.clear();
        earlier.pools.forEach((key, pool) -> pools.put(key, pool.copy()));
        hooks.forEach((at, hook) -> hook.restore(Objects.requireNonNull(earlier.hooks.get(at), "the same hooks")));
        accruals.restore(earlier.accruals);
    }

    /** Writes pools, fees and claims; the ledger and what hooks remember are saved apart. Not in a transaction. */
    public void save(StateWriter out) {
        out.int32(pools.size());
        pools.forEach((key, pool) -> {
            key.save(out);
            pool.save(out);
        });
        accruals.save(out);
    }

    /** The manager that {@link #save} wrote, over the ledger that was saved with it; the arguments are those of its construction. */
    public static V4Pools load(StateReader in, int account, int feeController, Map<Integer, V4Hook> hooks) {
        TreeMap<V4PoolKey, V4Pool> read = new TreeMap<>();
        for (int left = in.count(Integer.BYTES); left > 0; left--) {
            read.put(V4PoolKey.load(in), V4Pool.load(in));
        }
        V4Pools manager = new V4Pools(account, feeController, hooks, V4Accruals.load(in));
        manager.pools.putAll(read);
        return manager;
    }
}
