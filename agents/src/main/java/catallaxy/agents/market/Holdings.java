package catallaxy.agents.market;

import catallaxy.environment.market.Market;
import catallaxy.environment.market.role.RoleSpec;
import java.util.List;

/**
 * What a seat held at the start of an episode; of a risk manager, what the seats that it supervises held. Their worth at the
 * marks of a later moment is what doing nothing would have brought.
 */
final class Holdings {
    private final double[] amounts;

    /** The holdings of a seat now. */
    Holdings(Market market, int agent) {
        amounts = new double[market.spec().engine().assets().size()];
        for (int each : owners(market, agent)) {
            int participant = market.seat(each).participant();
            for (int asset = 0; asset < amounts.length; asset++) {
                amounts[asset] += market.engine().totalHolding(participant, asset);
            }
        }
    }

    private static List<Integer> owners(Market market, int agent) {
        return market.spec().agents().get(agent).role() instanceof RoleSpec.Risk risk
                ? risk.supervised()
                : List.of(agent);
    }

    /** Quote units. */
    double worth(Market market) {
        double worth = 0;
        for (int asset = 0; asset < amounts.length; asset++) {
            worth += amounts[asset] == 0 ? 0 : amounts[asset] * market.engine().markPrice(asset);
        }
        return worth;
    }
}
