package catallaxy.environment.market.venue.pool;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.List;

/**
 * Takes exact amounts of any proportions out of a pool for its shares; what is out of proportion pays the pool's fee.
 *
 * @param venue      any of the pool's venues
 * @param amounts    of each of its assets, in its order, base units
 * @param mostShares that may be redeemed
 */
public record ExitPoolExactly(int venue, List<UInt256> amounts, Amount mostShares) implements Call.OfVenue {
    public ExitPoolExactly {
        amounts = Checks.elements("amounts", "a number of base units", amounts);
        Checks.present("mostShares", "an amount", mostShares);
    }

    @Override
    public long dataBytes() {
        return CallLists.bytes(2, amounts.size());
    }

    @Override
    public void save(StateWriter out) {
        CallLists.saveUnits(out.int32(venue), amounts);
        mostShares.save(out);
    }

    static ExitPoolExactly load(StateReader in) {
        return new ExitPoolExactly(in.int32(), CallLists.loadUnits(in), Amount.load(in));
    }
}
