package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Comparator;

/** Whose position it is, by ledger account, and between which ticks. Ordered by account, then by ticks. */
record V3PositionKey(int owner, int lower, int upper) implements Comparable<V3PositionKey> {
    private static final Comparator<V3PositionKey> ORDER = Comparator.comparingInt(V3PositionKey::owner)
            .thenComparingInt(V3PositionKey::lower)
            .thenComparingInt(V3PositionKey::upper);

    @Override
    public int compareTo(V3PositionKey other) {
        return ORDER.compare(this, other);
    }

    void save(StateWriter out) {
        out.int32(owner).int32(lower).int32(upper);
    }

    static V3PositionKey load(StateReader in) {
        return new V3PositionKey(in.int32(), in.int32(), in.int32());
    }
}
