package catallaxy.agents.evolution;

import catallaxy.agents.training.LearnerSpec;
import java.util.Map;

/** Makes a learner of settings as scenario files write them. Safe for any thread. */
@FunctionalInterface
public interface LearnerSettings {
    /**
     * The learner with these settings in the place of its own.
     *
     * @param settings key of the learner → value, as a scenario file writes them; the others stay as they are
     * @throws IllegalArgumentException if there is no such key, or it takes no such value
     */
    LearnerSpec<?> with(Map<String, String> settings);
}
