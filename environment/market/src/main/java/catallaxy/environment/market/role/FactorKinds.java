package catallaxy.environment.market.role;

import catallaxy.environment.base.registry.Registry;

/** The registry of all kinds of factors that an agent may observe beside what its role shows. */
public final class FactorKinds {
    private FactorKinds() {}

    /** The kinds whose class names are in the class path's service files. */
    public static Registry<FactorKind> registered() {
        return Registered.KINDS;
    }

    /** Loads the registered kinds when they are first asked for. */
    private static final class Registered {
        static final Registry<FactorKind> KINDS = Registry.registered(FactorKind.class);
    }
}
