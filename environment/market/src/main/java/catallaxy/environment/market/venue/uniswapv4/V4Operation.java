package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import java.util.Arrays;
import java.util.Optional;

/**
 * An operation of a recorded sequence.
 *
 * @param hooked  whether the pool's hook is the router
 * @param actor   salt of the position, or {@link #STRANGER}
 * @param lower   tick, or 1 where currency0 is paid in
 * @param amount0 what the operation takes first, of 256 bits with a sign or without
 * @param amount1 what it takes second
 * @param settle  how the router settles
 */
record V4Operation(
        Type type,
        int fee,
        int tickSpacing,
        boolean hooked,
        int actor,
        int lower,
        int upper,
        Int256 amount0,
        UInt256 amount1,
        String settle) {
    /** An actor who has no rights. */
    static final int STRANGER = 9;

    /** What is done. */
    enum Type {
        INIT("init"),
        MODIFY("modify"),
        SWAP("swap"),
        DONATE("donate"),
        PROTOCOL_FEE("protocolFee"),
        LP_FEE("lpFee"),
        COLLECT("collect"),
        ROUND_TRIP("roundtrip");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        static Optional<Type> of(String word) {
            return Arrays.stream(values())
                    .filter(type -> type.word.equals(word))
                    .findFirst();
        }
    }

    boolean zeroForOne() {
        return lower == 1;
    }
}
