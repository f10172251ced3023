package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Undo;
import catallaxy.environment.market.venue.concentrated.FeeGrowth;
import catallaxy.environment.market.venue.concentrated.TickMap;
import catallaxy.environment.market.venue.concentrated.TickMath;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One pool of a manager: price, liquidity in ranges, positions, fees. It holds no assets; what its operations give and take is the
 * manager's to account. Each operation throws a {@link V4Revert} where the contract reverts, before or after changes that its
 * {@link Undo} takes back. Owned by its manager. Source: {@code Pool.sol} of v4-core 1.0.2.
 */
public final class V4Pool {
    private final UInt256 maxLiquidityPerTick;
    private V4State state;
    private TickMap<V4Tick> ticks;
    private NavigableMap<V4PositionKey, V4Position> positions;

    V4Pool(int tickSpacing) {
        this(V4State.NEW, new TickMap<>(tickSpacing), new TreeMap<>());
    }

    private V4Pool(V4State state, TickMap<V4Tick> ticks, NavigableMap<V4PositionKey, V4Position> positions) {
        this.state = state;
        this.ticks = ticks;
        this.positions = positions;
        this.maxLiquidityPerTick = maxLiquidityPerTick(ticks.spacing());
    }

    /**
     * The most liquidity that may begin or end at a tick, so that the sum over all ticks stays below 2^128: rounded down; the lowest
     * tick is rounded towards −∞, the highest towards zero.
     */
    static UInt256 maxLiquidityPerTick(int tickSpacing) {
        long ticks = TickMath.MAX_TICK / tickSpacing - Math.floorDiv(TickMath.MIN_TICK, tickSpacing) + 1L;
        return UInt256.ofLimbs(0, 0, -1, -1).dividedBy(UInt256.of(ticks));
    }

    UInt256 maxLiquidityPerTick() {
        return maxLiquidityPerTick;
    }

    /** Price, fees and liquidity in range. */
    public V4State state() {
        return state;
    }

    void set(V4State changed, Undo undo) {
        V4State before = state;
        undo.add(() -> state = before);
        state = changed;
    }

    /** The initialised ticks, to be read. */
    TickMap<V4Tick> ticks() {
        return ticks;
    }

    void setTick(int tick, @Nullable V4Tick changed, Undo undo) {
        V4Tick before = ticks.get(tick);
        undo.add(() -> ticks.set(tick, before));
        ticks.set(tick, changed);
    }

    /** Liquidity of a position, and its fee growths as of its last change. */
    public V4Position position(V4PositionKey key) {
        return Objects.requireNonNullElse(positions.get(key), V4Position.NONE);
    }

    /** All positions that ever were, to be read. */
    NavigableMap<V4PositionKey, V4Position> positions() {
        return positions;
    }

    void setPosition(V4PositionKey key, V4Position changed, Undo undo) {
        V4Position before = positions.put(key, changed);
        undo.add(before == null ? () -> positions.remove(key) : () -> positions.put(key, before));
    }

    /** What grew between two ticks. */
    V4Inside inside(int lower, int upper) {
        V4Tick low = ticks.get(lower);
        V4Tick high = ticks.get(upper);
        return new V4Inside(
                FeeGrowth.inside(
                        state.tick(),
                        lower,
                        upper,
                        state.feeGrowth0X128(),
                        low == null ? UInt256.ZERO : low.feeGrowthOutside0X128(),
                        high == null ? UInt256.ZERO : high.feeGrowthOutside0X128()),
                FeeGrowth.inside(
                        state.tick(),
                        lower,
                        upper,
                        state.feeGrowth1X128(),
                        low == null ? UInt256.ZERO : low.feeGrowthOutside1X128(),
                        high == null ? UInt256.ZERO : high.feeGrowthOutside1X128()));
    }

    void requireInitialized() {
        V4Revert.unless(!state.sqrtPriceX96().isZero(), "PoolNotInitialized");
    }

    void initialize(UInt256 sqrtPriceX96, int lpFeePips, Undo undo) {
        V4Revert.unless(state.sqrtPriceX96().isZero(), "PoolAlreadyInitialized");
        V4Revert.unless(TickMath.isPrice(sqrtPriceX96), "InvalidSqrtPrice");
        set(state.withFees(0, lpFeePips).at(sqrtPriceX96, TickMath.tickAtSqrtRatio(sqrtPriceX96)), undo);
    }

    void setProtocolFee(int packed, Undo undo) {
        requireInitialized();
        set(state.withFees(packed, state.lpFeePips()), undo);
    }

    void setLpFee(int pips, Undo undo) {
        requireInitialized();
        set(state.withFees(state.protocolFee(), pips), undo);
    }

    V4Change modify(V4PositionKey key, Int256 liquidityDelta, Undo undo) {
        return new V4LiquidityChange(this, key, liquidityDelta, undo).apply();
    }

    /** @param lpFeePips in force for this swap */
    V4Trade swap(V4Order order, int lpFeePips, Undo undo) {
        return new V4Swap(this, order, lpFeePips).walk().apply(this, undo);
    }

    /** What a swap would do with a fee of the liquidity; it changes nothing. */
    V4Trade quote(V4Order order, int lpFeePips) {
        return new V4Swap(this, order, lpFeePips).walk().trade();
    }

    /** Gives both currencies to the liquidity in range, as if they were fees; the donor's delta. */
    V4Delta donate(UInt256 amount0, UInt256 amount1, Undo undo) {
        UInt256 inRange = state.liquidity();
        V4Revert.unless(!inRange.isZero(), "NoLiquidityToReceiveFees");
        V4Delta delta = new V4Delta(
                V4Cast.int128(amount0).negatedExact(), V4Cast.int128(amount1).negatedExact());
        set(
                state.withGrowth(
                        state.feeGrowth0X128().plusWrapping(growth(amount0, inRange)),
                        state.feeGrowth1X128().plusWrapping(growth(amount1, inRange))),
                undo);
        return delta;
    }

    /** {@code ⌊fee · 2^128 / liquidity⌋}, whose product wraps at 2^256. */
    static UInt256 growth(UInt256 fee, UInt256 inRange) {
        return fee.shiftLeft(128).dividedBy(inRange);
    }

    V4Pool copy() {
        return new V4Pool(state, ticks.copy(), new TreeMap<>(positions));
    }

    void save(StateWriter out) {
        state.save(out.int32(ticks.spacing()));
        out.int32(ticks.size());
        for (int rank = 0; rank < ticks.size(); rank++) {
            ticks.value(rank).save(out.int32(ticks.tick(rank)));
        }
        out.int32(positions.size());
        for (Map.Entry<V4PositionKey, V4Position> each : positions.entrySet()) {
            each.getKey().save(out);
            each.getValue().save(out);
        }
    }

    static V4Pool load(StateReader in) {
        int spacing = in.int32();
        if (spacing < V4Pools.MIN_TICK_SPACING || spacing > V4Pools.MAX_TICK_SPACING) {
            throw new CorruptStateException("tick spacing: " + spacing);
        }
        V4State state = V4State.load(in);
        TickMap<V4Tick> ticks = new TickMap<>(spacing);
        for (int left = in.count(Integer.BYTES); left > 0; left--) {
            ticks.set(aligned(in.int32(), spacing), V4Tick.load(in));
        }
        TreeMap<V4PositionKey, V4Position> positions = new TreeMap<>();
        for (int left = in.count(Integer.BYTES); left > 0; left--) {
            positions.put(V4PositionKey.load(in), V4Position.load(in));
        }
        return new V4Pool(state, ticks, positions);
    }

    private static int aligned(int tick, int spacing) {
        if (tick % spacing != 0) {
            throw new CorruptStateException("tick " + tick + " of spacing " + spacing);
        }
        return tick;
    }
}
