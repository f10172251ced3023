package catallaxy.environment.market.search;

import catallaxy.environment.api.PublicTransaction;
import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.view.MarketMap;
import java.util.Optional;

/**
 * A swap of an exact input on one venue that waits in a mempool.
 *
 * @param transaction that it is
 * @param venue       on which
 * @param assetIn     what is paid
 * @param assetOut    what is bought
 */
record WaitingSwap(PublicTransaction transaction, int venue, int assetIn, int assetOut) {
    /** The swap that a transaction is; empty if it is none, or one over several venues. */
    static Optional<WaitingSwap> of(PublicTransaction transaction, MarketMap map) {
        if (transaction.transaction().call() instanceof Call.Swap swap
                && swap.pools().size() == 1
                && swap.amountIn() instanceof Amount.Exactly) {
            int venue = swap.pools().getFirst();
            MarketMap.Venue pair = map.venue(venue);
            int out = pair.base() == swap.assetIn() ? pair.quote() : pair.base();
            return Optional.of(new WaitingSwap(transaction, venue, swap.assetIn(), out));
        }
        return Optional.empty();
    }
}
