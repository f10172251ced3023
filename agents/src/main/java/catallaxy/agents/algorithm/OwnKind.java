package catallaxy.agents.algorithm;

import catallaxy.agents.training.LearnerKind;
import catallaxy.agents.training.LearnerManual;
import java.util.Optional;

/** A kind of learner of the program's own, whose keys stand in {@code training-reference.conf}. */
abstract class OwnKind<C extends Record> implements LearnerKind<C> {
    private final String name;
    private final Class<C> config;

    OwnKind(String name, Class<C> config) {
        this.name = name;
        this.config = config;
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
    public final Optional<LearnerManual> manual() {
        return Optional.empty();
    }
}
