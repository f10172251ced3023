package catallaxy.environment.market.venue.pool;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.List;

/**
 * Redeems shares of a pool for their part of every asset, without a fee.
 *
 * @param venue any of the pool's venues
 * @param least of each of its assets, in its order, base units
 */
public record ExitPool(int venue, Amount shares, List<UInt256> least) implements Call.OfVenue {
    public ExitPool {
        Checks.present("shares", "an amount", shares);
        least = Checks.elements("least", "a number of base units", least);
    }

    @Override
    public long dataBytes() {
        return CallLists.bytes(2, least.size());
    }

    @Override
    public void save(StateWriter out) {
        shares.save(out.int32(venue));
        CallLists.saveUnits(out, least);
    }

    static ExitPool load(StateReader in) {
        return new ExitPool(in.int32(), Amount.load(in), CallLists.loadUnits(in));
    }
}
