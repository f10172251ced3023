package catallaxy.scenarios.file.learning;

import catallaxy.agents.training.LearnerSpec;

/** Gives learners what a scenario cannot say of them, such as the process in which they learn. */
@FunctionalInterface
public interface LearnerBinding {
    /** Leaves every learner as the scenario says it. */
    LearnerBinding NONE = (_, learner) -> learner;

    /**
     * The same learner, with what it lacked.
     *
     * @param agent in whose seat it learns; empty in a problem
     */
    LearnerSpec<?> bound(String agent, LearnerSpec<?> learner);
}
