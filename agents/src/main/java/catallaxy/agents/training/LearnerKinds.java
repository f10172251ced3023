package catallaxy.agents.training;

import catallaxy.agents.learning.ActionSpace;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The registry of all kinds of learners, in the order of their names. Immutable and safe for any thread. */
public final class LearnerKinds {
    private final List<LearnerKind<?>> all;

    private LearnerKinds(List<LearnerKind<?>> kinds) {
        all = kinds.stream().sorted(Comparator.comparing(LearnerKind::name)).toList();
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).name().equals(all.get(i - 1).name())) {
                throw new IllegalArgumentException("two kinds of learners are called '"
                        + all.get(i).name() + "': " + all.get(i - 1).getClass() + " and "
                        + all.get(i).getClass());
            }
        }
    }

    /** The kinds whose class names are in the class path's service files. */
    public static LearnerKinds registered() {
        return Registered.KINDS;
    }

    /**
     * A registry of these kinds alone.
     *
     * @throws IllegalArgumentException if two have the same name
     */
    public static LearnerKinds of(List<LearnerKind<?>> kinds) {
        return new LearnerKinds(kinds);
    }

    /** Loads the registered kinds when they are first asked for. */
    private static final class Registered {
        static final LearnerKinds KINDS =
                new LearnerKinds(ServiceLoader.load(LearnerKind.class, LearnerKind.class.getClassLoader()).stream()
                        .<LearnerKind<?>>map(ServiceLoader.Provider::get)
                        .toList());
    }

    /** All kinds, in the order of their names. */
    public List<LearnerKind<?>> all() {
        return all;
    }

    /** Their names, in order. */
    public List<String> names() {
        return all.stream().<String>map(LearnerKind::name).toList();
    }

    /** The kind of a name. */
    public Optional<LearnerKind<?>> kind(String name) {
        for (LearnerKind<?> each : all) {
            if (each.name().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Names of those that can give such actions, in order. */
    public List<String> giving(ActionSpace actions) {
        return all.stream()
                .filter(kind -> kind.gives(actions))
                .<String>map(LearnerKind::name)
                .toList();
    }
}
