package catallaxy.environment.market.chain;

import catallaxy.environment.api.command.Call;

/**
 * Gas that each kind of call uses: round figures for warm contracts as seen on Ethereum main net, beside the 21 000 gas of
 * every transaction. A call that reverts has used {@link #REVERTED_PERCENT} per cent of its own by then.
 */
public final class GasSchedule {
    public static final long TRANSACTION = 21_000;
    public static final long REVERTED_PERCENT = 45;
    /** Gas used by a transaction whose deadline has passed, which the router looks at first. */
    public static final long EXPIRED = TRANSACTION + 3_000;

    private static final long FIRST_HOP = 99_000;
    private static final long FURTHER_HOP = 64_000;

    private GasSchedule() {}

    /** Gas used by a transaction whose call succeeds. */
    public static long used(Call call) {
        return TRANSACTION + execution(call);
    }

    /** Gas that a call has used by the time it reverts, beside its transaction's. */
    public static long reverting(Call call) {
        return execution(call) * REVERTED_PERCENT / 100;
    }

    /** Gas used by a call that succeeds, beside its transaction's. */
    public static long execution(Call call) {
        return switch (call) {
            case Call.Swap swap -> FIRST_HOP + FURTHER_HOP * (swap.pools().size() - 1);
            case Call.AddLiquidity add -> 139_000;
            case Call.RemoveLiquidity remove -> 114_000;
            case Call.BridgeTransfer transfer -> 90_000;
            case Call.Deposit deposit -> 34_000;
            case Call.Transfer transfer -> 30_000;
            case Call.Batch batch ->
                batch.calls().stream().mapToLong(GasSchedule::execution).sum();
        };
    }
}
