package catallaxy.environment.market.venue.pool;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.List;

/**
 * Deposits amounts of any proportions in a pool of several assets, for shares: what is out of proportion pays the pool's fee.
 *
 * @param venue       any of the pool's venues
 * @param amounts     of each of its assets, in its order
 * @param leastShares base units
 */
public record JoinPool(int venue, List<Amount> amounts, UInt256 leastShares) implements Call.OfVenue {
    public JoinPool {
        amounts = Checks.elements("amounts", "an amount", amounts);
        Checks.present("leastShares", "a number of base units", leastShares);
    }

    @Override
    public long dataBytes() {
        return CallLists.bytes(2, amounts.size());
    }

    @Override
    public void save(StateWriter out) {
        CallLists.saveAmounts(out.int32(venue), amounts);
        leastShares.save(out);
    }

    static JoinPool load(StateReader in) {
        return new JoinPool(in.int32(), CallLists.loadAmounts(in), UInt256.load(in));
    }
}
