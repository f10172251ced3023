package catallaxy.environment.market.bridge;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * Buys the signatures of the cheapest quorum of a bridge's validators under a message that says that an amount has left for the chain of
 * the transaction, although nothing has. Reverts where the bridge has no committee, where no quorum can be bought, and where it asks for
 * more than {@code most} or than the sender has.
 *
 * @param bridge index of the bridge
 * @param asset  index of the asset that it carries
 * @param amount that is said to have left, base units
 * @param most   that is paid in bribes, base units of the quote asset
 */
public record ForgeMessage(int bridge, int asset, UInt256 amount, UInt256 most) implements Call {
    public ForgeMessage {
        Checks.present("amount", "an amount", amount);
        Checks.present("most", "an amount", most);
    }

    @Override
    public void save(StateWriter out) {
        out.int32(bridge).int32(asset);
        amount.save(out);
        most.save(out);
    }

    /** Reads what {@link #save} wrote. */
    public static ForgeMessage load(StateReader in) {
        return new ForgeMessage(in.int32(), in.int32(), UInt256.load(in), UInt256.load(in));
    }
}
