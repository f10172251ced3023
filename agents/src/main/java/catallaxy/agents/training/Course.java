package catallaxy.agents.training;

import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.SharedEnvironment;
import catallaxy.agents.network.Compute;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.Feature;
import java.util.List;
import java.util.Map;

/** What is trained: a learner in each seat of shared worlds. Closing it closes the learners. One thread. */
public interface Course extends AutoCloseable {
    /** The figure by which evaluations are compared. */
    String MEAN_REWARD = "eval/mean_reward";

    /** Where they learn. */
    SharedEnvironment worlds();

    /** One for each seat, in their order. */
    List<? extends Learner> learners();

    /** Once, before the first step of a new run. */
    default void prepare(Compute compute) {}

    /**
     * What has been learned earns this in episodes that training does not see, without exploration: figures by their customary
     * names, among them {@link #MEAN_REWARD}.
     */
    Map<String, Double> evaluate(int episodes);

    /** Transitions of all learners so far. */
    default long steps() {
        long steps = 0;
        for (Learner learner : learners()) {
            steps += learner.steps();
        }
        return steps;
    }

    /** Names of the features of all seats, as checkpoints have them. */
    default List<String> featureNames() {
        return worlds().seats().stream()
                .flatMap(seat -> seat.observationSpec().features().stream()
                        .map(Feature::name)
                        .map(seat::named))
                .toList();
    }

    /** Names of the action components of all seats, as checkpoints have them. */
    default List<String> actionNames() {
        return worlds().seats().stream()
                .flatMap(seat -> seat.actionSpec().components().stream()
                        .map(ActionComponent::name)
                        .map(seat::named))
                .toList();
    }

    @Override
    void close();
}
