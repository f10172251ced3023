package com.example.crossentropy;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Compute;
import catallaxy.agents.training.LearnerKey;
import catallaxy.agents.training.LearnerKind;
import catallaxy.agents.training.LearnerManual;
import catallaxy.environment.api.ActionSpec;
import java.util.List;
import java.util.Optional;

/** The kind: what is registered. */
public final class CrossEntropyKind implements LearnerKind<CrossEntropy.Config> {
    @Override
    public String name() {
        return "cross-entropy";
    }

    @Override
    public Class<CrossEntropy.Config> config() {
        return CrossEntropy.Config.class;
    }

    @Override
    public Optional<LearnerManual> manual() {
        return Optional.of(new LearnerManual(
                "Cross-entropy method on a linear policy (Rubinstein 1999), an example",
                List.of(
                        new LearnerKey("candidates", "1", "1 to 10000", "That each world plays in a generation."),
                        new LearnerKey("elite", "0.2", "Share of a generation that is kept, above 0 and up to 1."),
                        new LearnerKey("initial-deviation", "1", "Deviation of the weights at first."),
                        new LearnerKey("least-deviation", "0.02", "What that deviation never falls below."))));
    }

    @Override
    public boolean gives(ActionSpace actions) {
        return true;
    }

    @Override
    public Learner create(CrossEntropy.Config config, LearningTask task, Compute compute) {
        return new CrossEntropy(config, task);
    }

    @Override
    public BatchPolicy policy(CrossEntropy.Config config, TensorStore tensors, int features, ActionSpec actions) {
        LinearPolicy policy = LinearPolicy.of(features, actions);
        return policy.with(tensors.get("mean", policy.size()));
    }
}
