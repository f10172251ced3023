package catallaxy.scenarios.attribution;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the trace has told of a transaction whose end it has not told yet. Owned by its attribution. */
final class OpenTransaction {
    private final List<MarketEvent.PoolSwapped> swaps = new ArrayList<>();
    private final List<MarketEvent.LiquidityChanged> changes = new ArrayList<>();
    private final Set<Integer> venues = new LinkedHashSet<>();
    private UInt256 dataWei = UInt256.ZERO;
    private boolean redeemed;

    void add(MarketEvent.PoolSwapped swap) {
        swaps.add(swap);
        venues.add(swap.venue());
    }

    void add(MarketEvent.LiquidityChanged change) {
        changes.add(change);
        venues.add(change.venue());
    }

    void add(MarketEvent.DataPaid paid) {
        dataWei = paid.feeWei();
    }

    /** Tells that shares in a bridge's pools were redeemed. */
    void redeemed() {
        redeemed = true;
    }

    /** What was told; the next transaction begins with nothing. */
    Transactions.Told end() {
        Transactions.Told told =
                new Transactions.Told(List.copyOf(swaps), List.copyOf(changes), List.copyOf(venues), dataWei, redeemed);
        swaps.clear();
        changes.clear();
        venues.clear();
        dataWei = UInt256.ZERO;
        redeemed = false;
        return told;
    }
}
