package com.example.crossentropy;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Compute;
import catallaxy.agents.training.LearnerKind;
import catallaxy.environment.api.ActionSpec;
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
    public Optional<String> summary() {
        return Optional.of("Cross-entropy method on a linear policy (Rubinstein 1999), an example");
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
