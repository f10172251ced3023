package catallaxy.environment.market;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.role.SeatSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which the decisions of one moment are applied: who supervises comes before whom it supervises, so that an
 * intervention binds the decisions of its own moment whatever the agents are called. Agents that do not supervise each other
 * cannot tell the order between them: their commands meet where they arrive, in an order drawn there.
 */
final class DecisionOrder {
    private final int[] depths;
    private final Comparator<Integer> order;

    /** @throws IllegalArgumentException if agents supervise each other in a circle */
    DecisionOrder(List<SeatSpec> agents) {
        depths = new int[agents.size()];
        for (int round = 0; deepen(agents); round++) {
            Checks.that(round < agents.size(), "supervises", "no circle", "agents that supervise each other");
        }
        order = Comparator.<Integer>comparingInt(agent -> depths[agent]).thenComparingInt(agent -> agent);
    }

    private boolean deepen(List<SeatSpec> agents) {
        boolean changed = false;
        for (int agent = 0; agent < depths.length; agent++) {
            for (int supervised : agents.get(agent).role().supervised()) {
                if (depths[supervised] <= depths[agent]) {
                    depths[supervised] = depths[agent] + 1;
                    changed = true;
                }
            }
        }
        return changed;
    }

    /** The agents in the order in which their decisions are applied. */
    List<Integer> of(List<Integer> due) {
        if (due.size() < 2) {
            return due;
        }
        List<Integer> ordered = new ArrayList<>(due);
        ordered.sort(order);
        return ordered;
    }
}
