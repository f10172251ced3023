package catallaxy.scenarios.run;

import catallaxy.agents.Agent;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;

/** A user's trader that buys for 200,000 on its first venue when the run is nearly over, and does nothing before. */
public final class LastMinuteBuyer implements Agent {
    private static final double SECONDS_BEFORE_THE_END = 1;
    private static final double QUOTE = 200_000;

    /** As the loader of users' agents wants it. */
    public LastMinuteBuyer() {}

    @Override
    public Action decide(Observation observation) {
        boolean last = observation.value("time_remaining") <= SECONDS_BEFORE_THE_END;
        double[] values = new double[observation.mask().length];
        values[0] = last ? QUOTE : 0;
        return Action.of(values);
    }
}
