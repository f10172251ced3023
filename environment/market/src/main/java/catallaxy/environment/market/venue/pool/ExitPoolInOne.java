package catallaxy.environment.market.venue.pool;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * Redeems shares of a pool for one of its assets; what is out of proportion pays the pool's fee.
 *
 * @param venue any of the pool's venues
 * @param asset index of the asset
 * @param least of it, base units
 */
public record ExitPoolInOne(int venue, Amount shares, int asset, UInt256 least) implements Call.OfVenue {
    public ExitPoolInOne {
        Checks.present("shares", "an amount", shares);
        Checks.present("least", "a number of base units", least);
    }

    @Override
    public long dataBytes() {
        return CallLists.bytes(4, 0);
    }

    @Override
    public void save(StateWriter out) {
        shares.save(out.int32(venue));
        least.save(out.int32(asset));
    }

    static ExitPoolInOne load(StateReader in) {
        return new ExitPoolInOne(in.int32(), Amount.load(in), in.int32(), UInt256.load(in));
    }
}
