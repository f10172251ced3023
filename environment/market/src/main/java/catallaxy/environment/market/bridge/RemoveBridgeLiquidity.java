package catallaxy.environment.market.bridge;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * Takes liquidity out of a bridge's pool of an asset on the chain of the transaction, for shares; reverts where the pool has less than they are worth.
 *
 * @param bridge index of the bridge
 * @param asset  index of the asset that it carries
 */
public record RemoveBridgeLiquidity(int bridge, int asset, Amount shares) implements Call {
    public RemoveBridgeLiquidity {
        Checks.present("shares", "an amount", shares);
    }

    @Override
    public void save(StateWriter out) {
        shares.save(out.int32(bridge).int32(asset));
    }

    /** Reads what {@link #save} wrote. */
    public static RemoveBridgeLiquidity load(StateReader in) {
        return new RemoveBridgeLiquidity(in.int32(), in.int32(), Amount.load(in));
    }
}
