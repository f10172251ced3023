package catallaxy.agents.seat;

import catallaxy.agents.Agent;
import catallaxy.agents.driver.AgentFailedException;
import catallaxy.agents.driver.AgentFault;
import catallaxy.agents.driver.DecisionWatch;
import catallaxy.agents.driver.Outcome;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A seat's own policy, asked what it would do by the learner that decides there. */
final class Advisor {
    private final Agent agent;
    private final DecisionWatch watch = DecisionWatch.present();

    Advisor(Agent agent) {
        this.agent = agent;
    }

    /**
     * Its advice, within the bounds of the seat's actions.
     *
     * @throws AgentFailedException if it throws, or advises nothing or something outside them
     */
    Action advice(Observation observation) {
        Observation outer = watch.begin(observation);
        try {
            return sound(observation, asked(observation));
        } finally {
            watch.end(outer);
        }
    }

    private @Nullable Action asked(Observation observation) {
        try {
            return agent.decide(observation);
        } catch (Throwable thrown) {
            if (Outcome.isFatal(thrown)) {
                throw (VirtualMachineError) thrown;
            }
            throw failed(observation, Outcome.threw(thrown));
        }
    }

    private static Action sound(Observation observation, @Nullable Action advice) {
        Optional<Outcome.Faulted> fault = new Outcome.Answered(advice).fault(observation);
        if (fault.isPresent()) {
            throw failed(observation, fault.get());
        }
        return Objects.requireNonNull(advice);
    }

    private static AgentFailedException failed(Observation observation, Outcome.Faulted fault) {
        return AgentFailedException.of(new AgentFault(
                observation.agent(),
                observation.epoch(),
                observation.timeNanos(),
                fault.kind(),
                fault.message(),
                fault.thrown()));
    }
}
