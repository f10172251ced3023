package catallaxy.evolution.search;

import catallaxy.environment.base.registry.Registry;

/** The registries of methods and of problems that can be evolved for. Safe for any thread. */
public final class SearchKinds {
    private SearchKinds() {}

    /** The methods whose class names are in the class path's service files. */
    public static Registry<SearchKind<?>> methods() {
        return Methods.ALL;
    }

    /** The problems whose class names are in the class path's service files. */
    public static Registry<EvolvableKind<?>> problems() {
        return Problems.ALL;
    }

    /** Loads them when they are first asked for. */
    private static final class Methods {
        static final Registry<SearchKind<?>> ALL = Registry.registered(SearchKind.class);
    }

    /** Loads them when they are first asked for. */
    private static final class Problems {
        static final Registry<EvolvableKind<?>> ALL = Registry.registered(EvolvableKind.class);
    }
}
