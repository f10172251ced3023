package catallaxy.environment.market.venue.stableswap;

import catallaxy.environment.market.contract.Result;
import java.util.function.Supplier;

/** What ends a computation as the contract's {@code require} does; the pool's operations turn it into a result. Without a stack trace. */
final class StableSwapRevert extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StableSwapRevert(String reason) {
        super(reason, null, false, false);
    }

    /** The revert string. */
    String reason() {
        return String.valueOf(getMessage());
    }

    /** What an operation gives, or its revert as a result. */
    static Result result(Supplier<Result> operation) {
        try {
            return operation.get();
        } catch (StableSwapRevert revert) {
            return Result.reverted(revert.reason());
        }
    }

    static void unless(boolean condition, String reason) {
        if (!condition) {
            throw new StableSwapRevert(reason);
        }
    }
}
