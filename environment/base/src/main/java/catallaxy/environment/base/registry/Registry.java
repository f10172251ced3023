package catallaxy.environment.base.registry;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All kinds of one sort, in the order of their names, which are unique. Immutable and safe for any thread.
 *
 * @param <K> the sort of kinds
 */
public final class Registry<K extends Named> {
    private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    private final List<K> all;

    private Registry(List<K> kinds) {
        kinds.forEach(Registry::requireName);
        all = kinds.stream().sorted(Comparator.comparing(Named::name)).toList();
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).name().equals(all.get(i - 1).name())) {
                throw new RegistrationException("two kinds are called '"
                        + all.get(i).name() + "': " + origin(all.get(i - 1).getClass()) + " and "
                        + origin(all.get(i).getClass()));
            }
        }
    }

    private static void requireName(Named kind) {
        if (!kind.name().matches(NAME)) {
            throw new RegistrationException(origin(kind.getClass())
                    + ": expected a name of lower-case words joined by hyphens, found '" + kind.name() + "'");
        }
    }

    /**
     * The kinds whose class names are in the service files of the class path.
     *
     * @param sort the interface that they implement; {@code META-INF/services/} has files of its name
     * @throws RegistrationException if a line names no such kind, a kind cannot be made, or two have the same name
     */
    public static <K extends Named> Registry<K> registered(Class<? super K> sort) {
        return registered(sort, sort.getClassLoader());
    }

    /** As the other method, of the service files that a class loader finds. */
    static <K extends Named> Registry<K> registered(Class<? super K> sort, ClassLoader loader) {
        TreeMap<String, ServiceLine> byClass = new TreeMap<>();
        ServiceLine.all(sort, loader).forEach(line -> byClass.putIfAbsent(line.className(), line));
        return new Registry<>(byClass.values().stream()
                .map(line -> Registry.<K>make(line, sort, loader))
                .toList());
    }

    @SuppressWarnings("unchecked")
    private static <K> K make(ServiceLine line, Class<? super K> sort, ClassLoader loader) {
        return (K) line.make(sort, loader);
    }

    /**
     * A registry of these kinds alone.
     *
     * @throws RegistrationException if two have the same name
     */
    public static <K extends Named> Registry<K> of(List<K> kinds) {
        return new Registry<>(kinds);
    }

    /** All kinds, in the order of their names. */
    public List<K> all() {
        return all;
    }

    /** Their names, in order. */
    public List<String> names() {
        return all.stream().map(Named::name).toList();
    }

    /** The kind of a name. */
    public Optional<K> kind(String name) {
        for (K each : all) {
            if (each.name().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** The name of a class, and the jar or folder that it was loaded from. */
    public static String origin(Class<?> type) {
        return ServiceLine.origin(type);
    }
}
