package catallaxy.environment.market.venue.pool;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * Deposits one asset in a pool for exact shares.
 *
 * @param venue  any of the pool's venues
 * @param shares base units
 * @param asset  index of the asset
 * @param most   that may be paid of it
 */
public record JoinPoolForShares(int venue, UInt256 shares, int asset, Amount most) implements Call.OfVenue {
    public JoinPoolForShares {
        Checks.present("shares", "a number of base units", shares);
        Checks.present("most", "an amount", most);
    }

    @Override
    public long dataBytes() {
        return CallLists.bytes(4, 0);
    }

    @Override
    public void save(StateWriter out) {
        shares.save(out.int32(venue));
        most.save(out.int32(asset));
    }

    static JoinPoolForShares load(StateReader in) {
        return new JoinPoolForShares(in.int32(), UInt256.load(in), in.int32(), Amount.load(in));
    }
}
