package catallaxy.environment.market.role;

import catallaxy.environment.base.registry.Registry;
import java.util.List;
import java.util.Optional;

/** The registry of all kinds of roles, in the order of their names. Immutable and safe for any thread. */
public final class RoleKinds {
    private final Registry<RoleKind<?>> kinds;

    private RoleKinds(Registry<RoleKind<?>> kinds) {
        this.kinds = kinds;
    }

    /** The kinds whose class names are in the class path's service files. */
    public static RoleKinds registered() {
        return Registered.KINDS;
    }

    /**
     * A registry of these kinds alone.
     *
     * @throws catallaxy.environment.base.registry.RegistrationException if two have the same name
     */
    public static RoleKinds of(List<RoleKind<?>> kinds) {
        return new RoleKinds(Registry.of(kinds));
    }

    /** Loads the registered kinds when they are first asked for. */
    private static final class Registered {
        static final RoleKinds KINDS = new RoleKinds(Registry.registered(RoleKind.class));
    }

    /** All kinds, in the order of their names. */
    public List<RoleKind<?>> all() {
        return kinds.all();
    }

    /** Their names, in order. */
    public List<String> names() {
        return kinds.names();
    }

    /** The kind of a name. */
    public Optional<RoleKind<?>> kind(String name) {
        return kinds.kind(name);
    }

    /** Names of those whose settings offer something, in order. */
    public List<String> offering(Class<?> capability) {
        return all().stream()
                .filter(kind -> capability.isAssignableFrom(kind.spec()))
                .<String>map(RoleKind::name)
                .toList();
    }
}
