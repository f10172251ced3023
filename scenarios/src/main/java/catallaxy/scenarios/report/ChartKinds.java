package catallaxy.scenarios.report;

import catallaxy.environment.base.registry.Registry;
import java.util.Comparator;
import java.util.List;

/** The registry of all kinds of charts, in the order in which the report shows them. Immutable and safe for any thread. */
public final class ChartKinds {
    private static final Comparator<ChartKind> ORDER = Comparator.comparing(ChartKind::section)
            .thenComparingInt(ChartKind::place)
            .thenComparing(ChartKind::name);

    private final List<ChartKind> all;

    private ChartKinds(Registry<ChartKind> kinds) {
        all = kinds.all().stream().sorted(ORDER).toList();
    }

    /** The kinds whose class names are in the class path's service files. */
    public static ChartKinds registered() {
        return Registered.KINDS;
    }

    /**
     * A registry of these kinds alone.
     *
     * @throws catallaxy.environment.base.registry.RegistrationException if two have the same name
     */
    public static ChartKinds of(List<ChartKind> kinds) {
        return new ChartKinds(Registry.of(kinds));
    }

    /** Loads the registered kinds when they are first asked for. */
    private static final class Registered {
        static final ChartKinds KINDS = new ChartKinds(Registry.registered(ChartKind.class));
    }

    /** All kinds: by section, by place in it, by name. */
    public List<ChartKind> all() {
        return all;
    }

    /** Those of a section, in their order. */
    public List<ChartKind> in(ChartSection section) {
        return all.stream().filter(kind -> kind.section() == section).toList();
    }
}
