package catallaxy.agents.training;

import java.util.List;

/**
 * What the manual says of a kind of learner.
 *
 * @param summary one sentence with its source, for {@code catallaxy list learners}
 * @param keys    of its settings, one for each component of their record
 */
public record LearnerManual(String summary, List<LearnerKey> keys) {
    /** Takes a copy of the keys. */
    public LearnerManual {
        keys = List.copyOf(keys);
    }
}
