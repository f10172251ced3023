package catallaxy.agents.algorithm;

import catallaxy.agents.learning.Learner;
import catallaxy.agents.learning.LearningTask;
import catallaxy.agents.network.Compute;
import catallaxy.agents.training.LearnerKind;
import java.util.Optional;

/** A kind of learner of the program's own, whose keys stand in {@code training-reference.conf}. */
abstract class OwnKind<C extends Record> implements LearnerKind<C> {
    private final String name;
    private final Class<C> config;
    private final Maker<C> maker;

    /** A learner's constructor. */
    @FunctionalInterface
    interface Maker<C> {
        Learner create(C config, LearningTask task, Compute compute);
    }

    OwnKind(String name, Class<C> config, Maker<C> maker) {
        this.name = name;
        this.config = config;
        this.maker = maker;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Class<C> config() {
        return config;
    }

    @Override
    public final Optional<String> summary() {
        return Optional.empty();
    }

    @Override
    public final Learner create(C settings, LearningTask task, Compute compute) {
        return maker.create(settings, task, compute);
    }
}
