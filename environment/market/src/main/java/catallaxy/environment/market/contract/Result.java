package catallaxy.environment.market.contract;

import catallaxy.environment.base.number.UInt256;
import java.util.List;

/**
 * How a call ended.
 *
 * @param reason  empty if it succeeded, else why it reverted
 * @param amounts what it gave, in base units, as its kind says; none where it reverted
 */
public record Result(String reason, List<UInt256> amounts) {
    /** Success that gives nothing. */
    public static final Result OK = new Result("", List.of());

    public Result {
        amounts = List.copyOf(amounts);
    }

    /** Success that gives amounts. */
    public static Result of(UInt256... amounts) {
        return new Result("", List.of(amounts));
    }

    /** A revert for a reason, which is not empty. */
    public static Result reverted(String reason) {
        if (reason.isEmpty()) {
            throw new IllegalArgumentException("a revert without a reason");
        }
        return new Result(reason, List.of());
    }

    /** Whether the call succeeded. */
    public boolean ok() {
        return reason.isEmpty();
    }

    /** The first amount, zero where there is none. */
    public UInt256 amount() {
        return amounts.isEmpty() ? UInt256.ZERO : amounts.getFirst();
    }
}
