package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Comparator;

/**
 * Whose a position is, and where.
 *
 * @param owner account that called the manager
 * @param salt  that tells positions of one owner and one range apart
 */
public record V4PositionKey(int owner, int lower, int upper, long salt) implements Comparable<V4PositionKey> {
    private static final Comparator<V4PositionKey> ORDER = Comparator.comparingInt(V4PositionKey::owner)
            .thenComparingInt(V4PositionKey::lower)
            .thenComparingInt(V4PositionKey::upper)
            .thenComparingLong(V4PositionKey::salt);

    @Override
    public int compareTo(V4PositionKey other) {
        return ORDER.compare(this, other);
    }

    void save(StateWriter out) {
        out.int32(owner).int32(lower).int32(upper).int64(salt);
    }

    static V4PositionKey load(StateReader in) {
        return new V4PositionKey(in.int32(), in.int32(), in.int32(), in.int64());
    }
}
