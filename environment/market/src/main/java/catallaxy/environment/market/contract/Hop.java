package catallaxy.environment.market.contract;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateWriter;

/**
 * A step of a swap's path, as the router asks it of a venue's contract: an exact input for what it gives, paid out at once. Its
 * result is the output. Contracts make this call, participants do not.
 *
 * @param venue through which the way leads: the contract may be that of several
 * @param from  account that pays
 * @param to    account that receives
 */
public record Hop(int venue, int assetIn, UInt256 amountIn, int from, int to) implements Call {
    @Override
    public void save(StateWriter out) {
        throw new UnsupportedOperationException("a call between contracts is never saved");
    }

    /**
     * What a hop would give, asked of a venue that knows beforehand; its result is the output. A venue that does not know reverts
     * with {@link #UNKNOWN}.
     *
     * @param venue through which the way leads
     */
    public record Preview(int venue, int assetIn, UInt256 amountIn) implements Call {
        /** Why a venue says nothing: it knows only when it swaps. */
        public static final String UNKNOWN = "UNKNOWN_BEFOREHAND";

        @Override
        public void save(StateWriter out) {
            throw new UnsupportedOperationException("a call between contracts is never saved");
        }
    }
}
