package catallaxy.environment.market.venue.pool;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.ledger.Ledger;
import java.util.List;
import java.util.function.Supplier;

/** A pool's loans for the length of a call. */
public interface PoolFlash {
    /** What an amount costs, base units. */
    UInt256 fee(UInt256 amount);

    /** Pays amounts out to a borrower, lets it act, and requires them back with their fees; gives what came back beyond them. */
    Result lend(Ledger ledger, List<Integer> assets, List<UInt256> amounts, int borrower, Supplier<Result> use);
}
