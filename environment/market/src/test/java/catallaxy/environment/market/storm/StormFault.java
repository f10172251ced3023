package catallaxy.environment.market.storm;

import java.util.function.Supplier;

/** Something that must hold whatever is done does not. */
final class StormFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StormFault(String what) {
        super(what);
    }

    /** Throws where something does not hold. */
    static void unless(boolean holds, Supplier<String> what) {
        if (!holds) {
            throw new StormFault(what.get());
        }
    }
}
