package catallaxy.agents.planning;

import catallaxy.environment.api.Observation;
import java.util.List;

/** Says what is worth considering at an epoch. A function of the observation; may be shared between threads. */
@FunctionalInterface
public interface Proposing {
    /** What might be done besides holding, the best first; nothing where there is nothing to decide. */
    List<Proposal> proposals(Observation seen);
}
