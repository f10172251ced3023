package catallaxy.environment.market.venue.pool;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.FlashLoan;

/**
 * Gas units of a pool's operations that succeed in the usual case, in round figures.
 *
 * @param hop  a swap, of which the preview takes a part
 * @param join a deposit
 * @param exit a withdrawal in proportion
 * @param exitUneven one in other proportions
 */
public record PoolGas(long hop, long join, long exit, long exitUneven) {
    /** Of a flash loan, where a pool makes them, beside what is done with it. */
    private static final long FLASH = 95_000;

    /** Of a call. */
    public long of(Call call) {
        return switch (call) {
            case JoinPool _, JoinPoolForShares _, Call.AddLiquidity _ -> join;
            case ExitPool _, Call.RemoveLiquidity _ -> exit;
            case ExitPoolInOne _, ExitPoolExactly _ -> exitUneven;
            case FlashLoan _ -> FLASH;
            default -> 0;
        };
    }
}
