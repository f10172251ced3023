package catallaxy.scenarios.report;

import catallaxy.environment.base.registry.Registry;
import java.util.Comparator;
import java.util.List;

/** The registry of all kinds of charts of trainings, in the order in which the report shows them. Immutable and safe for any thread. */
public final class TrainingChartKinds {
    private static final Comparator<TrainingChartKind> ORDER =
            Comparator.comparingInt(TrainingChartKind::place).thenComparing(TrainingChartKind::name);

    private final List<TrainingChartKind> all;

    private TrainingChartKinds(Registry<TrainingChartKind> kinds) {
        all = kinds.all().stream().sorted(ORDER).toList();
    }

    /** The kinds whose class names are in the class path's service files. */
    public static TrainingChartKinds registered() {
        return Registered.KINDS;
    }

    /**
     * A registry of these kinds alone.
     *
     * @throws catallaxy.environment.base.registry.RegistrationException if two have the same name
     */
    public static TrainingChartKinds of(List<TrainingChartKind> kinds) {
        return new TrainingChartKinds(Registry.of(kinds));
    }

    /** Loads the registered kinds when they are first asked for. */
    private static final class Registered {
        static final TrainingChartKinds KINDS = new TrainingChartKinds(Registry.registered(TrainingChartKind.class));
    }

    /** All kinds: by place, by name. */
    public List<TrainingChartKind> all() {
        return all;
    }
}
