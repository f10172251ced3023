package catallaxy.agents.seat;

import catallaxy.agents.Agent;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;

/** A trained policy in a seat. It remembers what its {@link SeatView} remembers. */
final class TrainedAgent implements Agent {
    private final SeatView view;
    private final BatchPolicy policy;
    private final float[] features;
    private final boolean[] mask;
    private final float[] actions;

    TrainedAgent(SeatView view, BatchPolicy policy) {
        this.view = view;
        this.policy = policy;
        features = new float[view.observationSpec().size()];
        mask = new boolean[view.actionSpec().maskSize()];
        actions = new float[view.actionSpec().size()];
    }

    /** Both compute with the same network, on one thread. */
    @Override
    public TrainedAgent copy() {
        return new TrainedAgent(view.copy(), policy);
    }

    @Override
    public Action decide(Observation observation) {
        view.observe(observation, features, mask, 0);
        policy.act(features, mask, 1, actions);
        return view.act(actions, 0);
    }
}
