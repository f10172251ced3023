package catallaxy.agents.training;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.environment.base.registry.Registry;
import java.util.List;
import java.util.Optional;

/** The registry of all kinds of learners, in the order of their names. Immutable and safe for any thread. */
public final class LearnerKinds {
    private final Registry<LearnerKind<?>> kinds;

    private LearnerKinds(Registry<LearnerKind<?>> kinds) {
        this.kinds = kinds;
    }

    /** The kinds whose class names are in the class path's service files. */
    public static LearnerKinds registered() {
        return Registered.KINDS;
    }

    /**
     * A registry of these kinds alone.
     *
     * @throws catallaxy.environment.base.registry.RegistrationException if two have the same name
     */
    public static LearnerKinds of(List<LearnerKind<?>> kinds) {
        return new LearnerKinds(Registry.of(kinds));
    }

    /** Loads the registered kinds when they are first asked for. */
    private static final class Registered {
        static final LearnerKinds KINDS = new LearnerKinds(Registry.registered(LearnerKind.class));
    }

    /** All kinds, in the order of their names. */
    public List<LearnerKind<?>> all() {
        return kinds.all();
    }

    /** Their names, in order. */
    public List<String> names() {
        return kinds.names();
    }

    /** The kind of a name. */
    public Optional<LearnerKind<?>> kind(String name) {
        return kinds.kind(name);
    }

    /**
     * Names of those that can give such actions, in order.
     *
     * @param players of the game that is played, 1 of a plan, 0 where there are no positions, as in {@link LearnerKind#suits}
     */
    public List<String> suiting(ActionSpace actions, int players) {
        return all().stream()
                .filter(kind -> kind.suits(players) && kind.gives(actions))
                .<String>map(LearnerKind::name)
                .toList();
    }
}
