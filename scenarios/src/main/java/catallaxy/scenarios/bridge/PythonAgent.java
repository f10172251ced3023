package catallaxy.scenarios.bridge;

import catallaxy.agents.Agent;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** An agent whose decisions are made in Python: it shows what is observed, hands over, and takes what was answered. */
final class PythonAgent implements Agent {
    private final BridgedSeats seats;
    private final Turns turns;
    private final AtomicBoolean left;

    /** @param left set where Python does not answer any more, so that the run is to stop */
    PythonAgent(BridgedSeats seats, Turns turns, AtomicBoolean left) {
        this.seats = seats;
        this.turns = turns;
        this.left = left;
    }

    @Override
    public Action decide(Observation observation) {
        if (left.get()) {
            return Action.HOLD;
        }
        seats.ask(observation);
        try {
            turns.handOver();
            if (Turns.TURN.equals(turns.await())) {
                return seats.action(observation.agent());
            }
        } catch (IOException closed) {
            // as where it was closed before
        }
        left.set(true);
        return Action.HOLD;
    }
}
