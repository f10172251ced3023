package catallaxy.evolution.space;

import catallaxy.environment.base.check.Checks;
import catallaxy.evolution.fitness.VectorBox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Settings that are searched together. A point is a vector of the unit cube {@code [N]}, one place for each parameter; those whose
 * condition does not hold have a place, too, but no value. Immutable.
 *
 * @param parameters in order, no name twice
 * @param conditions name → when it matters; those without one always do
 */
public record ParameterSpace(List<Parameter> parameters, Map<String, Condition> conditions) {
    /** Checks names and that conditions look backwards. */
    public ParameterSpace {
        parameters = Checks.elements("parameters", "a parameter", parameters);
        conditions = Map.copyOf(conditions);
        List<String> names = parameters.stream().map(Parameter::name).toList();
        Checks.that(names.size() == names.stream().distinct().count(), "parameters", "different names", names);
        conditions.forEach((name, condition) -> {
            int decides = names.indexOf(condition.parameter());
            Checks.that(
                    decides >= 0 && decides < names.indexOf(name),
                    "conditions",
                    "a parameter before " + name,
                    condition.parameter());
        });
    }

    /** These, all of which always matter. */
    public static ParameterSpace of(Parameter... parameters) {
        return new ParameterSpace(List.of(parameters), Map.of());
    }

    /** {@code N}. */
    public int size() {
        return parameters.size();
    }

    /** The unit cube, in which points lie. */
    public VectorBox box() {
        return VectorBox.cube(size(), 0, 1);
    }

    /** The settings at a point as a scenario file writes them: those that matter there, in order. */
    public SequencedMap<String, String> settings(double[] point) {
        SequencedMap<String, String> settings = new LinkedHashMap<>();
        for (int i = 0; i < point.length; i++) {
            Parameter parameter = parameters.get(i);
            Optional<Condition> condition = Optional.ofNullable(conditions.get(parameter.name()));
            if (condition
                    .map(when -> when.text().equals(settings.get(when.parameter())))
                    .orElse(true)) {
                settings.put(parameter.name(), parameter.text(point[i]));
            }
        }
        return settings;
    }
}
