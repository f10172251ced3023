package catallaxy.environment.market.role;

import java.util.List;

/**
 * Offered by the settings of a role that scales other agents down or halts them: its actions are {@code SCALE} of agents, and it observes
 * {@code EQUITY}, {@code SCALE} and {@code DRAWDOWN} of each as a risk manager does.
 */
public interface Supervising {
    /** Indices of the agents, in the order of the actions. */
    List<Integer> supervised();
}
