package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.market.contract.Undo;
import catallaxy.environment.market.ledger.Ledger;

/**
 * In what an operation on a pool runs.
 *
 * @param ledger  that holds the pool's assets
 * @param seconds time of the block, of which the pool keeps 32 bits
 * @param undo    is told how to take back each change of the pool before it is made
 */
public record V3Context(Ledger ledger, long seconds, Undo undo) {
    /** An operation that is taken back only if it reverts itself. */
    public static V3Context of(Ledger ledger, long seconds) {
        return new V3Context(ledger, seconds, new Undo());
    }
}
