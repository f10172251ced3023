package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.venue.concentrated.TickMath;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * A Uniswap V3 pool: price, liquidity in ranges, positions, fees and observations, unit for unit as deployed. Its assets lie in the
 * ledger of the {@link V3Context} of each operation; positions belong to ledger accounts. A status other than {@link V3Status#OK} left
 * pool and ledger as they were. Owned by one thread.
 * Source: {@code UniswapV3Pool.sol} of v3-core 1.0.1, whose order of checks is kept.
 */
public final class V3Pool {
    /** The widest tick spacing that the factory enables, beside the fee below 100 %. */
    static final int MAX_TICK_SPACING = 16_383;
    /** The most observations that it may keep. */
    public static final int MAX_OBSERVATIONS = 65_535;

    private final V3Till till;
    private final int feePips;
    private final V3Storage storage;
    private boolean locked;

    /**
     * A pool that is not initialised.
     *
     * @param account     in which its assets lie
     * @param feePips     millionths of what is paid in, 0…999,999
     * @param tickSpacing 1…16,383
     */
    public V3Pool(int account, int asset0, int asset1, int feePips, int tickSpacing) {
        this(new V3Till(account, asset0, asset1), feePips, new V3Storage(tickSpacing));
        if (feePips < 0 || feePips > 999_999 || tickSpacing > MAX_TICK_SPACING) {
            throw new IllegalArgumentException("fee " + feePips + ", tick spacing " + tickSpacing);
        }
    }

    private V3Pool(V3Till till, int feePips, V3Storage storage) {
        this.till = till;
        this.feePips = feePips;
        this.storage = storage;
    }

    /** Ledger account that holds the pool's assets. */
    public int account() {
        return till.account();
    }

    /** The asset token0. */
    public int asset0() {
        return till.asset0();
    }

    /** The asset token1. */
    public int asset1() {
        return till.asset1();
    }

    /** Millionths of what is paid in. */
    public int feePips() {
        return feePips;
    }

    /** The distance of ticks at which positions may begin and end. */
    public int tickSpacing() {
        return storage.ticks().spacing();
    }

    /** Square-root price, √(token1 per token0) · 2^96; zero before the pool is initialised. */
    public UInt256 sqrtPriceX96() {
        return storage.state().sqrtPriceX96();
    }

    /** Tick of the price; one lower where a swap has stopped exactly at a tick from above. */
    public int tick() {
        return storage.state().tick();
    }

    /** Liquidity in force at the price. */
    public UInt256 liquidity() {
        return storage.state().liquidity();
    }

    /** What fees have earned, and the protocol's part. */
    public V3Income income() {
        return V3Income.of(storage.state());
    }

    /** Liquidity of a position, and its fees as of its last change. */
    public V3Position position(int owner, int lower, int upper) {
        return storage.position(new V3PositionKey(owner, lower, upper));
    }

    /** What {@link #position} would be if its fees were credited now. */
    public V3Position earned(int owner, int lower, int upper) {
        return storage.earned(new V3PositionKey(owner, lower, upper));
    }

    /** All positions that ever were, by owner and ticks. */
    NavigableMap<V3PositionKey, V3Position> positions() {
        return storage.positions();
    }

    /** All that is stored, to be read. */
    V3Storage storage() {
        return storage;
    }

    /** Sets the first price; once only. */
    public V3Status initialize(V3Context at, UInt256 sqrtPriceX96) {
        if (!sqrtPriceX96().isZero()) {
            return V3Status.ALREADY_INITIALISED;
        }
        if (!TickMath.isPrice(sqrtPriceX96)) {
            return V3Status.PRICE_OUT_OF_RANGE;
        }
        storage.observations().initialise(at.seconds(), at.undo());
        storage.set(storage.state().initialised(sqrtPriceX96, TickMath.tickAtSqrtRatio(sqrtPriceX96)), at.undo());
        return V3Status.OK;
    }

    private boolean closed() {
        return locked || sqrtPriceX96().isZero();
    }

    /**
     * Adds liquidity to a position.
     *
     * @param liquidity 1…2^127 − 1
     * @param payer     pays the amounts, which are rounded up
     */
    public V3Amounts mint(V3Context at, int owner, int lower, int upper, UInt256 liquidity, V3Callee payer) {
        if (closed()) {
            return V3Amounts.reverted(V3Status.LOCKED);
        }
        if (liquidity.isZero() || liquidity.bitLength() > 127) {
            return V3Amounts.reverted(V3Status.EMPTY);
        }
        int mark = at.ledger().mark();
        V3Amounts amounts = change(at, new V3PositionKey(owner, lower, upper), Int256.of(liquidity));
        V3Status status = amounts.status().ok()
                ? till.paid(at, amounts, locking(payer), V3Status.UNPAID_0, V3Status.UNPAID_1)
                : amounts.status();
        return V3Till.end(at, mark, status).ok() ? amounts : V3Amounts.reverted(status);
    }

    private V3Amounts change(V3Context at, V3PositionKey key, Int256 delta) {
        return new V3LiquidityChange(storage, key, delta, at.seconds(), at.undo()).apply();
    }

    /** The callee with the pool locked while it runs. */
    private V3Callee locking(V3Callee callee) {
        return (owed0, owed1) -> {
            locked = true;
            try {
                return callee.called(owed0, owed1);
            } finally {
                locked = false;
            }
        };
    }

    /**
     * Takes liquidity out of a position, and credits the position with what it stood for, rounded down, and with its fees; zero only
     * credits fees.
     *
     * @param liquidity below 2^127
     */
    public V3Amounts burn(V3Context at, int owner, int lower, int upper, UInt256 liquidity) {
        if (closed()) {
            return V3Amounts.reverted(V3Status.LOCKED);
        }
        if (liquidity.bitLength() > 127) {
            return V3Amounts.reverted(V3Status.EMPTY);
        }
        V3PositionKey key = new V3PositionKey(owner, lower, upper);
        V3Amounts amounts = change(at, key, Int256.of(liquidity).negatedExact());
        if (amounts.status().ok()
                && !(amounts.amount0().isZero() && amounts.amount1().isZero())) {
            storage.setPosition(key, storage.position(key).crediting(amounts.amount0(), amounts.amount1()), at.undo());
        }
        return amounts;
    }

    /** Pays out what a position has been credited with, at most the two amounts. */
    public V3Amounts collect(V3Context at, int owner, int lower, int upper, UInt256 most0, UInt256 most1, int to) {
        if (closed()) {
            return V3Amounts.reverted(V3Status.LOCKED);
        }
        V3PositionKey key = new V3PositionKey(owner, lower, upper);
        V3Position position = storage.position(key);
        V3Amounts amounts = V3Amounts.of(most0.min(position.owed0()), most1.min(position.owed1()));
        if (!amounts.amount0().isZero() || !amounts.amount1().isZero()) {
            storage.setPosition(key, position.collecting(amounts.amount0(), amounts.amount1()), at.undo());
        }
        return paidOut(at, amounts, to);
    }

    private V3Amounts paidOut(V3Context at, V3Amounts amounts, int to) {
        int mark = at.ledger().mark();
        V3Status status = till.pay(at, amounts.amount0(), amounts.amount1(), to);
        return V3Till.end(at, mark, status).ok() ? amounts : V3Amounts.reverted(status);
    }

    /**
     * Swaps up to a price.
     *
     * @param zeroForOne whether token0 is paid in
     * @param exactIn    whether {@code amount} is to be paid in, fee included; else it is to be given out
     * @param limit      square-root price at which the swap stops, with less than the amount if it must
     * @param to         account that receives the output, before the payer pays
     */
    public V3Trade swap(
            V3Context at, boolean zeroForOne, boolean exactIn, UInt256 amount, UInt256 limit, int to, V3Callee payer) {
        V3Status refusal = refusal(zeroForOne, amount, limit);
        if (!refusal.ok()) {
            return V3Trade.reverted(refusal);
        }
        V3Swap swap = new V3Swap(storage, feePips, zeroForOne, exactIn, amount, limit).walk();
        swap.apply(storage, at.seconds(), at.undo());
        V3Trade trade = swap.trade();
        int mark = at.ledger().mark();
        V3Status status = settle(at, zeroForOne, trade, to, payer);
        return V3Till.end(at, mark, status).ok() ? trade : V3Trade.reverted(status);
    }

    private V3Status settle(V3Context at, boolean zeroForOne, V3Trade trade, int to, V3Callee payer) {
        V3Amounts given = trade.given(zeroForOne);
        V3Status sent = till.pay(at, given.amount0(), given.amount1(), to);
        return sent.ok() ? till.paidInput(at, trade.owed(zeroForOne), locking(payer)) : sent;
    }

    private V3Status refusal(boolean zeroForOne, UInt256 amount, UInt256 limit) {
        if (amount.isZero()) {
            return V3Status.AMOUNT_ZERO;
        }
        if (closed()) {
            return V3Status.LOCKED;
        }
        UInt256 price = sqrtPriceX96();
        boolean ahead = zeroForOne
                ? limit.isLessThan(price) && TickMath.MIN_SQRT_RATIO.isLessThan(limit)
                : price.isLessThan(limit) && limit.isLessThan(TickMath.MAX_SQRT_RATIO);
        return ahead ? V3Status.OK : V3Status.PRICE_LIMIT;
    }

    /** What a swap would do now; it changes nothing. */
    public V3Trade quote(boolean zeroForOne, boolean exactIn, UInt256 amount, UInt256 limit) {
        V3Status refusal = refusal(zeroForOne, amount, limit);
        return refusal.ok()
                ? new V3Swap(storage, feePips, zeroForOne, exactIn, amount, limit)
                        .walk()
                        .trade()
                : V3Trade.reverted(refusal);
    }

    /** The farthest limit of a swap: one beside the lowest price, or the highest. */
    public static UInt256 farthestLimit(boolean zeroForOne) {
        return zeroForOne
                ? TickMath.MIN_SQRT_RATIO.plusExact(UInt256.ONE)
                : TickMath.MAX_SQRT_RATIO.minusExact(UInt256.ONE);
    }

    /**
     * Lends both assets until the borrower has been called; the fee of each is {@code ceil(amount · feePips / 10^6)}, and all that is
     * paid back above the amount goes to the liquidity in force and to the protocol.
     *
     * @return what was paid above the amounts
     */
    public V3Amounts flash(V3Context at, UInt256 amount0, UInt256 amount1, int to, V3Callee borrower) {
        if (closed()) {
            return V3Amounts.reverted(V3Status.LOCKED);
        }
        if (liquidity().isZero()) {
            return V3Amounts.reverted(V3Status.NO_LIQUIDITY);
        }
        int mark = at.ledger().mark();
        V3Amounts paid =
                new V3Flash(storage, till, feePips, at).lend(V3Amounts.of(amount0, amount1), to, locking(borrower));
        return V3Till.end(at, mark, paid.status()).ok() ? paid : V3Amounts.reverted(paid.status());
    }

    /** Sets which part of the fees the protocol takes: one of 4 to 10 of each token, or 0 for none. */
    public V3Status setFeeProtocol(V3Context at, int feeProtocol0, int feeProtocol1) {
        if (closed()) {
            return V3Status.LOCKED;
        }
        if (!V3State.isFeeProtocol(feeProtocol0) || !V3State.isFeeProtocol(feeProtocol1)) {
            return V3Status.EMPTY;
        }
        storage.set(storage.state().withFeeProtocol(feeProtocol0, feeProtocol1), at.undo());
        return V3Status.OK;
    }

    /** Pays out the protocol's fees, at most the two amounts; of each that is taken whole one unit stays. */
    public V3Amounts collectProtocol(V3Context at, UInt256 most0, UInt256 most1, int to) {
        if (closed()) {
            return V3Amounts.reverted(V3Status.LOCKED);
        }
        V3State state = storage.state();
        V3Amounts amounts = state.collectable(most0, most1);
        storage.set(state.collected(amounts), at.undo());
        return paidOut(at, amounts, to);
    }

    /** Makes room for at most so many observations, 1…65,535; less than there is changes nothing. */
    public V3Status increaseObservationCardinalityNext(V3Context at, int cardinalityNext) {
        if (closed()) {
            return V3Status.LOCKED;
        }
        storage.set(storage.state().withOracle(storage.state().oracle().grown(cardinalityNext)), at.undo());
        return V3Status.OK;
    }

    /**
     * Cumulatives {@code secondsAgo} before {@code seconds}; empty where the observations do not reach so far back, for which the
     * contract reverts with {@code OLD}, or {@code I} before the pool is initialised.
     */
    public Optional<V3Cumulatives> observe(long seconds, long secondsAgo) {
        return Optional.ofNullable(storage.observe(seconds, secondsAgo));
    }

    /**
     * What of the cumulatives has grown while the price was between two ticks, of which only differences mean something; empty where one of
     * the ticks is not initialised, for which the contract reverts without a reason.
     */
    public Optional<V3Cumulatives> cumulativesInside(long seconds, int lower, int upper) {
        return Optional.ofNullable(storage.cumulativesInside(seconds, lower, upper));
    }

    /** An independent pool of the same state; its ledger must be copied with it. */
    public V3Pool copy() {
        return new V3Pool(till, feePips, storage.copy());
    }

    /** Takes over the state of {@code other}, a copy made of this pool earlier. */
    public void restore(V3Pool other) {
        storage.restore(other.storage);
    }

    /** Writes account, assets, fee and all that is stored; the ledger is saved apart. */
    public void save(StateWriter out) {
        till.save(out);
        storage.save(out.int32(feePips));
    }

    /** The pool that {@link #save} wrote, over the ledger that was saved with it. */
    public static V3Pool load(StateReader in) {
        V3Till till = V3Till.load(in);
        int feePips = in.int32();
        if (feePips < 0 || feePips > 999_999) {
            throw new CorruptStateException("fee: " + feePips);
        }
        return new V3Pool(till, feePips, V3Storage.load(in));
    }
}
