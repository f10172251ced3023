package catallaxy.environment.market.venue.uniswapv3;

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

/** All that a pool stores; every change says how it is taken back. Owned by one pool. */
final class V3Storage {
    private final UInt256 maxLiquidityPerTick;
    private V3State state;
    private TickMap<V3Tick> ticks;
    private NavigableMap<V3PositionKey, V3Position> positions;
    private V3Observations observations;

    V3Storage(int tickSpacing) {
        this(V3State.NEW, new TickMap<>(tickSpacing), new TreeMap<>(), new V3Observations());
    }

    private V3Storage(
            V3State state,
            TickMap<V3Tick> ticks,
            NavigableMap<V3PositionKey, V3Position> positions,
            V3Observations observations) {
        this.state = state;
        this.ticks = ticks;
        this.positions = positions;
        this.observations = observations;
        this.maxLiquidityPerTick = maxLiquidityPerTick(ticks.spacing());
    }

    /**
     * The most liquidity that may begin or end at a tick, so that the sum over all ticks stays below 2^128: rounded down, the lowest
     * and highest tick rounded towards zero.
     */
    static UInt256 maxLiquidityPerTick(int tickSpacing) {
        int most = TickMath.MAX_TICK / tickSpacing;
        return UInt256.ofLimbs(0, 0, -1, -1).dividedBy(UInt256.of(2L * most + 1));
    }

    UInt256 maxLiquidityPerTick() {
        return maxLiquidityPerTick;
    }

    V3State state() {
        return state;
    }

    void set(V3State changed, Undo undo) {
        V3State before = state;
        undo.add(() -> state = before);
        state = changed;
    }

    /** The initialised ticks, to be read. */
    TickMap<V3Tick> ticks() {
        return ticks;
    }

    void setTick(int tick, @Nullable V3Tick changed, Undo undo) {
        V3Tick before = ticks.get(tick);
        undo.add(() -> ticks.set(tick, before));
        ticks.set(tick, changed);
    }

    V3Observations observations() {
        return observations;
    }

    /** All positions that ever were, to be read. */
    NavigableMap<V3PositionKey, V3Position> positions() {
        return positions;
    }

    V3Position position(V3PositionKey key) {
        return Objects.requireNonNullElse(positions.get(key), V3Position.NONE);
    }

    /** A position with a change of its liquidity, which fits, and with its fees as of now. */
    V3Position updated(V3PositionKey key, Int256 delta) {
        V3Tick lower = ticks.get(key.lower());
        V3Tick upper = ticks.get(key.upper());
        UInt256 inside0 = FeeGrowth.inside(
                state.tick(),
                key.lower(),
                key.upper(),
                state.feeGrowth0X128(),
                lower == null ? UInt256.ZERO : lower.feeGrowthOutside0X128(),
                upper == null ? UInt256.ZERO : upper.feeGrowthOutside0X128());
        UInt256 inside1 = FeeGrowth.inside(
                state.tick(),
                key.lower(),
                key.upper(),
                state.feeGrowth1X128(),
                lower == null ? UInt256.ZERO : lower.feeGrowthOutside1X128(),
                upper == null ? UInt256.ZERO : upper.feeGrowthOutside1X128());
        return position(key).updated(delta, inside0, inside1);
    }

    /** A position with its fees as of now. */
    V3Position earned(V3PositionKey key) {
        V3Position held = position(key);
        return held.liquidity().isZero() ? held : updated(key, Int256.ZERO);
    }

    @Nullable
    V3Cumulatives observe(long seconds, long secondsAgo) {
        return state.sqrtPriceX96().isZero() ? null : observations.observe(state, seconds, secondsAgo);
    }

    @Nullable
    V3Cumulatives cumulativesInside(long seconds, int lower, int upper) {
        V3Tick low = ticks.get(lower);
        V3Tick high = ticks.get(upper);
        if (low == null || high == null) {
            return null;
        }
        if (state.tick() < lower) {
            return low.outside().minus(high.outside());
        }
        return state.tick() < upper
                ? observations
                        .now(state.oracle(), seconds, state.tick(), state.liquidity())
                        .minus(low.outside())
                        .minus(high.outside())
                : high.outside().minus(low.outside());
    }

    void setPosition(V3PositionKey key, V3Position changed, Undo undo) {
        V3Position before = positions.put(key, changed);
        undo.add(before == null ? () -> positions.remove(key) : () -> positions.put(key, before));
    }

    V3Storage copy() {
        return new V3Storage(state, ticks.copy(), new TreeMap<>(positions), observations.copy());
    }

    /** Takes over the state of a copy, which may go on being used. */
    void restore(V3Storage earlier) {
        state = earlier.state;
        ticks = earlier.ticks.copy();
        positions = new TreeMap<>(earlier.positions);
        observations = earlier.observations.copy();
    }

    void save(StateWriter out) {
        state.save(out.int32(ticks.spacing()));
        out.int32(ticks.size());
        for (int rank = 0; rank < ticks.size(); rank++) {
            ticks.value(rank).save(out.int32(ticks.tick(rank)));
        }
        out.int32(positions.size());
        for (Map.Entry<V3PositionKey, V3Position> each : positions.entrySet()) {
            each.getKey().save(out);
            each.getValue().save(out);
        }
        observations.save(out);
    }

    static V3Storage load(StateReader in) {
        int spacing = in.int32();
        if (spacing < 1 || spacing > V3Pool.MAX_TICK_SPACING) {
            throw new CorruptStateException("tick spacing: " + spacing);
        }
        V3State state = V3State.load(in);
        TickMap<V3Tick> ticks = new TickMap<>(spacing);
        for (int left = in.count(Integer.BYTES); left > 0; left--) {
            ticks.set(aligned(in.int32(), spacing), V3Tick.load(in));
        }
        TreeMap<V3PositionKey, V3Position> positions = new TreeMap<>();
        for (int left = in.count(Integer.BYTES); left > 0; left--) {
            positions.put(V3PositionKey.load(in), V3Position.load(in));
        }
        return new V3Storage(state, ticks, positions, V3Observations.load(in));
    }

    private static int aligned(int tick, int spacing) {
        if (tick % spacing != 0) {
            throw new CorruptStateException("tick " + tick + " of spacing " + spacing);
        }
        return tick;
    }
}
