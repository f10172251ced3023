package catallaxy.agents.evolution;

import catallaxy.agents.policy.MarketAgents;
import catallaxy.agents.seat.SeatSettings;
import catallaxy.agents.seat.SeatView;
import catallaxy.agents.seat.SeatedController;
import catallaxy.evolution.fitness.Controller;
import catallaxy.evolution.fitness.ControllerTask;
import catallaxy.evolution.fitness.Descriptor;
import catallaxy.evolution.fitness.FitnessSample;
import catallaxy.evolution.fitness.Objectives;
import java.util.List;

/** To control a seat of a market as a learner would: features, actions and limits are those of its {@link SeatSettings}. */
record SeatControllerTask(SeatTask task, MarketAgents own, SeatSettings settings, int inputs, int outputs)
        implements ControllerTask {
    SeatControllerTask(SeatTask task, MarketAgents own, SeatSettings settings, SeatView view) {
        this(
                task,
                own,
                settings,
                view.observationSpec().size(),
                view.actionSpec().maskSize());
    }

    @Override
    public Objectives objectives() {
        return task.objectives();
    }

    @Override
    public List<Descriptor> descriptors() {
        return task.descriptors();
    }

    @Override
    public boolean noisy() {
        return task.noisy();
    }

    @Override
    public FitnessSample sample(Controller controller, long seed) {
        controller.reset();
        String agent = task.agent();
        return task.sample(
                own.with(agent, SeatedController.policy(own, agent, settings, ControllerPolicy.form(controller))),
                seed);
    }
}
