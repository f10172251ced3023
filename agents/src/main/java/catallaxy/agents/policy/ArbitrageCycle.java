package catallaxy.agents.policy;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import java.util.ArrayList;
import java.util.List;

/**
 * A cycle of more than two venues, and where to find it in an action and in an observation.
 *
 * @param action  index of the component
 * @param pending index of the feature
 * @param best    index of the best trade, which what it earns and its gas follow
 */
record ArbitrageCycle(int action, int pending, int best) {
    /** All of a seat, in the order of the actions. */
    static List<ArbitrageCycle> of(ActionSpec actions, ObservationSpec observations) {
        List<ArbitrageCycle> all = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            ActionComponent component = actions.components().get(i);
            if (component.meaning().quantity().equals(Quantity.ROUND)) {
                Subject cycle = component.meaning().subject();
                all.add(new ArbitrageCycle(
                        i,
                        observations.index(Quantity.PENDING.of(cycle)),
                        observations.index(Quantity.BEST_TRADE.of(cycle))));
            }
        }
        return List.copyOf(all);
    }

    /** The way round that earns; the other stands for it with nothing where neither does or a transaction waits. */
    int direction(Observation seen) {
        return seen.value(best) < 0 ? -1 : 1;
    }

    /** What the best input earns. */
    RouteOffer offer(Observation seen) {
        double spent = Math.abs(seen.value(best));
        return spent > 0 && !(seen.value(pending) > 0)
                ? new RouteOffer(spent, seen.value(best + 1), seen.value(best + 2))
                : RouteOffer.NONE;
    }
}
