package catallaxy.scenarios.attribution;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.market.venue.VenueSpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * Positions in perpetuals and futures, which a clearing house settles at every mark without an event: what it pays and takes, together
 * with what that leaves of the claim on it, is the gain of a claim. One thread.
 */
final class SettledPositions {
    /** Calls by which one gives assets to others, or that may contain one. */
    private static final Set<String> GIVING =
            Set.of(Call.Transfer.class.getSimpleName(), Call.Batch.class.getSimpleName(), "FlashLoan", "ForgeMessage");

    private final AgentHoldings holdings;
    private final List<AgentProfit> agents;
    private final AgentClaims claims;
    /** {@code [agents]}: whether it has traded a derivative. */
    private final boolean[] traded;

    SettledPositions(AgentHoldings holdings, List<AgentProfit> agents, AgentClaims claims) {
        this.holdings = holdings;
        this.agents = agents;
        this.claims = claims;
        this.traded = new boolean[agents.size()];
    }

    /** After a fill of an agent: of a derivative it made a position, and moved nothing of what the trade names. */
    void filled(int agent, VenueSpec venue) {
        if (venue instanceof VenueSpec.Book book && book.derivative().isPresent()) {
            traded[agent] = true;
            settle(agent, Part.CLAIMS);
        }
    }

    /** Of all who may have positions. */
    void settle() {
        for (int agent = 0; agent < traded.length; agent++) {
            if (traded[agent]) {
                settle(agent, Part.CLAIMS);
            }
        }
    }

    /** Compares what all own with the ledger after a call: what others did not settle they were given by it. */
    void after(String call) {
        for (int agent = 0; agent < traded.length; agent++) {
            if (traded[agent]) {
                settle(agent, GIVING.contains(call) ? Part.TRANSFERS : Part.CLAIMS);
            }
        }
    }

    private void settle(int agent, Part cause) {
        BigDecimal gained = claims.gained(agent);
        agents.get(agent).takeOver(holdings.of(agent), cause);
        agents.get(agent).parts().add(cause, gained);
    }
}
