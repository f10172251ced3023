package catallaxy.scenarios.file.manual;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One kind of a thing that a scenario can have, as its manual tells it. Immutable.
 *
 * @param name    as the scenario writes it
 * @param summary what it is
 * @param keys    its settings, in the order of their paths
 */
public record ManualKind(String name, String summary, List<ScenarioKey> keys) {
    /** The policies of a market's seats. */
    public static List<ManualKind> policies() {
        return of(Manual.shipped(), KeyReference.shipped(), "templates.policy");
    }

    /** The learning algorithms. */
    public static List<ManualKind> learners() {
        return of(Manual.training(), KeyReference.training(), "templates.learner");
    }

    /** The methods of evolution. */
    public static List<ManualKind> methods() {
        return of(Manual.training(), KeyReference.training(), "templates.method");
    }

    /** The problems to train in or to evolve for. */
    public static List<ManualKind> problems() {
        return of(Manual.training(), KeyReference.training(), "templates.problem");
    }

    private static List<ManualKind> of(Manual manual, KeyReference reference, String family) {
        ConfigObject kinds = manual.template(family);
        return kinds.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(kind -> new ManualKind(
                        kind.getKey(), summary(kind.getValue()), keys(reference, family + "." + kind.getKey() + ".")))
                .toList();
    }

    private static String summary(ConfigValue kind) {
        return kind.origin().comments().stream().map(String::strip).collect(Collectors.joining(" "));
    }

    private static List<ScenarioKey> keys(KeyReference reference, String prefix) {
        return reference.keys().stream()
                .filter(key -> key.path().startsWith(prefix))
                .filter(key -> !key.path().equals(prefix + "kind"))
                .toList();
    }
}
