package catallaxy.environment.market.bridge;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * Provides liquidity to a bridge's pool of an asset on the chain of the transaction; it becomes part of the pool once its block is final, for shares of both pools.
 *
 * @param bridge index of the bridge
 * @param asset  index of the asset that it carries
 */
public record AddBridgeLiquidity(int bridge, int asset, Amount amount) implements Call {
    public AddBridgeLiquidity {
        Checks.present("amount", "an amount", amount);
    }

    @Override
    public void save(StateWriter out) {
        amount.save(out.int32(bridge).int32(asset));
    }

    /** Reads what {@link #save} wrote. */
    public static AddBridgeLiquidity load(StateReader in) {
        return new AddBridgeLiquidity(in.int32(), in.int32(), Amount.load(in));
    }
}
