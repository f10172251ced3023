package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * Which observations a pool keeps, in a ring.
 *
 * @param index           of the last one
 * @param cardinality     how many the ring holds
 * @param cardinalityNext how many it will hold once the last place has been written, at most 65,535
 */
record V3OracleState(int index, int cardinality, int cardinalityNext) {
    /** Of a pool that is not initialised. */
    static final V3OracleState NEW = new V3OracleState(0, 0, 0);

    /** Of a pool that has just been initialised. */
    static final V3OracleState INITIALISED = new V3OracleState(0, 1, 1);

    V3OracleState grown(int next) {
        return next <= cardinalityNext
                ? this
                : new V3OracleState(index, cardinality, Math.min(next, V3Pool.MAX_OBSERVATIONS));
    }

    void save(StateWriter out) {
        out.int32(index).int32(cardinality).int32(cardinalityNext);
    }

    static V3OracleState load(StateReader in) {
        return new V3OracleState(in.int32(), in.int32(), in.int32());
    }
}
