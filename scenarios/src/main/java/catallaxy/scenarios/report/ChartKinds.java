package catallaxy.scenarios.report;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/** The registry of all kinds of charts, in the order in which the report shows them. Immutable and safe for any thread. */
public final class ChartKinds {
    private static final Comparator<ChartKind> ORDER = Comparator.comparing(ChartKind::section)
            .thenComparingInt(ChartKind::place)
            .thenComparing(ChartKind::name);

    private final List<ChartKind> all;

    private ChartKinds(List<ChartKind> kinds) {
        all = kinds.stream().sorted(ORDER).toList();
        Set<String> names = new HashSet<>();
        for (ChartKind kind : all) {
            if (!names.add(kind.name())) {
                throw new IllegalArgumentException("two kinds of charts are called '" + kind.name() + "'");
            }
        }
    }

    /** The kinds whose class names are in the class path's service files. */
    public static ChartKinds registered() {
        return Registered.KINDS;
    }

    /**
     * A registry of these kinds alone.
     *
     * @throws IllegalArgumentException if two have one name
     */
    public static ChartKinds of(List<ChartKind> kinds) {
        return new ChartKinds(kinds);
    }

    /** Loads the registered kinds when they are first asked for. */
    private static final class Registered {
        static final ChartKinds KINDS =
                new ChartKinds(ServiceLoader.load(ChartKind.class, ChartKind.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList());
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
