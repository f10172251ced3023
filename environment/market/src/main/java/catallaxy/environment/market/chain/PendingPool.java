package catallaxy.environment.market.chain;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What a block builder sees of a mempool: of each sender the transaction whose turn it is. */
public interface PendingPool {
    /** The transactions whose nonce is their sender's next, in the order of their senders; a view, not a copy. */
    Collection<Transaction> executable();

    /** A sender's transaction whose nonce is its next, if it waits. */
    @Nullable
    Transaction executable(int participant);
}
