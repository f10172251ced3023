package catallaxy.environment.market.venue.adaptive;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.contract.CallKind;

/**
 * Sets the fee of a pool whose fee the sender controls. It reverts with {@code Unauthorized} where the sender does not, and with
 * {@code FeeOutOfBounds} beyond what the pool allows.
 *
 * @param pool    index of the venue
 * @param feePips millionths of what is paid in
 */
public record SetPoolFee(int pool, int feePips) implements Call.OfVenue {
    /** The call as a kind of venue offers it. */
    public static final CallKind<SetPoolFee> KIND = CallKind.ofVenue(
            SetPoolFee.class,
            "sets the fee of a pool whose fee the sender controls",
            (in, inner) -> new SetPoolFee(in.int32(), in.int32()));

    @Override
    public int venue() {
        return pool;
    }

    @Override
    public void save(StateWriter out) {
        out.int32(pool).int32(feePips);
    }
}
