package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.Undo;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The ring of a pool's observations: its cumulatives at the ends of blocks in which it changed. Seconds are modulo 2^32, and compared
 * by how long ago they were. Owned by one thread. Source: {@code Oracle.sol} of v3-core 1.0.1.
 */
final class V3Observations {
    private static final long UINT32 = 0xffff_ffffL;

    /** As far as it has been written; places that were reserved and not written are null or not there. */
    private @Nullable V3Cumulatives[] ring = new V3Cumulatives[1];

    /** Sets the first observation. */
    void initialise(long seconds, Undo undo) {
        put(0, new V3Cumulatives(seconds & UINT32, 0, UInt256.ZERO), undo);
    }

    private V3Cumulatives at(int index) {
        return Objects.requireNonNull(ring[index]);
    }

    private boolean written(int index) {
        return index < ring.length && ring[index] != null;
    }

    private void put(int index, @Nullable V3Cumulatives observation, Undo undo) {
        if (index >= ring.length) {
            ring = Arrays.copyOf(ring, Math.max(index + 1, 2 * ring.length));
        }
        V3Cumulatives before = ring[index];
        undo.add(() -> ring[index] = before);
        ring[index] = observation;
    }

    /** Cumulatives now: tick and liquidity have been in force since the last observation. */
    V3Cumulatives now(V3OracleState oracle, long seconds, int tick, UInt256 liquidity) {
        V3Cumulatives last = at(oracle.index());
        long delta = age(last, seconds);
        return delta == 0 ? last : last.after(delta, tick, liquidity);
    }

    /** Adds an observation unless this block has one; tick and liquidity have been in force since the last. */
    V3OracleState write(V3OracleState oracle, long seconds, int tick, UInt256 liquidity, Undo undo) {
        V3Cumulatives last = at(oracle.index());
        long delta = age(last, seconds);
        if (delta == 0) {
            return oracle;
        }
        boolean grows = oracle.cardinalityNext() > oracle.cardinality() && oracle.index() == oracle.cardinality() - 1;
        int cardinality = grows ? oracle.cardinalityNext() : oracle.cardinality();
        int index = (oracle.index() + 1) % cardinality;
        put(index, last.after(delta, tick, liquidity), undo);
        return new V3OracleState(index, cardinality, oracle.cardinalityNext());
    }

    /** Cumulatives of a past moment, interpolated between observations; null where the ring does not reach so far back. */
    @Nullable
    V3Cumulatives observe(V3State state, long seconds, long secondsAgo) {
        V3OracleState oracle = state.oracle();
        V3Cumulatives last = at(oracle.index());
        if (age(last, seconds) >= secondsAgo) {
            long since = age(last, seconds) - secondsAgo;
            return since == 0 ? last : last.after(since, state.tick(), state.liquidity());
        }
        int next = (oracle.index() + 1) % oracle.cardinality();
        int oldest = written(next) ? next : 0;
        return age(at(oldest), seconds) < secondsAgo ? null : between(oracle, oldest, seconds, secondsAgo);
    }

    private V3Cumulatives between(V3OracleState oracle, int oldest, long seconds, long secondsAgo) {
        int low = 0;
        int high = Math.floorMod(oracle.index() - oldest, oracle.cardinality());
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (age(at((oldest + middle) % oracle.cardinality()), seconds) >= secondsAgo) {
                low = middle;
            } else {
                high = middle;
            }
        }
        V3Cumulatives before = at((oldest + low) % oracle.cardinality());
        long part = age(before, seconds) - secondsAgo;
        return part == 0 ? before : before.towards(at((oldest + high) % oracle.cardinality()), part);
    }

    private static long age(V3Cumulatives observation, long seconds) {
        return (seconds - observation.seconds()) & UINT32;
    }

    V3Observations copy() {
        V3Observations copy = new V3Observations();
        copy.ring = ring.clone();
        return copy;
    }

    void save(StateWriter out) {
        int written = 0;
        while (written(written)) {
            written++;
        }
        out.int32(written);
        for (int i = 0; i < written; i++) {
            at(i).save(out);
        }
    }

    static V3Observations load(StateReader in) {
        V3Observations loaded = new V3Observations();
        int written = in.count(Long.BYTES);
        loaded.ring = new V3Cumulatives[Math.max(1, written)];
        for (int i = 0; i < written; i++) {
            loaded.ring[i] = V3Cumulatives.load(in);
        }
        return loaded;
    }
}
