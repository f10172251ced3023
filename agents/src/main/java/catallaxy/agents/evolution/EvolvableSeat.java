package catallaxy.agents.evolution;

import catallaxy.agents.policy.MarketAgents;
import catallaxy.agents.seat.SeatSettings;
import catallaxy.agents.seat.SeatView;
import catallaxy.agents.seat.SeatedController;
import catallaxy.evolution.fitness.ControllerTask;
import catallaxy.evolution.fitness.VectorTask;
import catallaxy.evolution.search.EvolvableProblem;
import java.util.Optional;

/**
 * A seat of a market for which a policy is evolved: what controls it, or settings of the scenario.
 *
 * @param problem     name in results
 * @param vectors     to find settings, where some are searched
 * @param controllers to find what controls the seat, where that is wanted
 */
public record EvolvableSeat(String problem, Optional<VectorTask> vectors, Optional<ControllerTask> controllers)
        implements EvolvableProblem {
    /** Settings of a scenario, a whole run a trial. */
    public static EvolvableSeat ofSettings(String problem, SeatTask task, MarketVariants variants) {
        return new EvolvableSeat(problem, Optional.of(new SettingsTask(task, variants)), Optional.empty());
    }

    /**
     * What controls the seat, a whole run a trial.
     *
     * @param own      the market with everybody's own policy
     * @param settings how a learner sees the seat and acts in it
     * @throws IllegalArgumentException if these do not fit the seat
     */
    public static EvolvableSeat ofController(String problem, SeatTask task, MarketAgents own, SeatSettings settings) {
        SeatView view = SeatedController.view(own, task.agent(), settings);
        ControllerTask controlled = new SeatControllerTask(task, own, settings, view);
        return new EvolvableSeat(problem, Optional.empty(), Optional.of(controlled));
    }
}
