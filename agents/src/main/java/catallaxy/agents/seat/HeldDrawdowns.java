package catallaxy.agents.seat;

import catallaxy.environment.market.Market;
import java.util.List;

/**
 * The drawdowns that the seats of a risk manager would have, had they held what they held at first; of another seat there are
 * none. They do not depend on anybody's actions.
 */
final class HeldDrawdowns {
    private final List<SeatHoldings> first;
    /** {@code [seats]}: largest worth so far, and the deepest fall from it; quote units. */
    private final double[] peak;

    private final double[] deepest;

    HeldDrawdowns(Market market, int agent) {
        first = SeatHoldings.supervised(market, agent);
        deepest = new double[first.size()];
        peak = first.stream().mapToDouble(each -> each.worth(market)).toArray();
    }

    /** What the maximum drawdowns have grown by since the epoch before, together. */
    double growth(Market market) {
        double growth = 0;
        for (int i = 0; i < peak.length; i++) {
            double worth = first.get(i).worth(market);
            peak[i] = Math.max(peak[i], worth);
            double deeper = Math.max(0, peak[i] - worth - deepest[i]);
            deepest[i] += deeper;
            growth += deeper;
        }
        return growth;
    }
}
