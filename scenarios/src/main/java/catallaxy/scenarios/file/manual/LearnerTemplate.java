package catallaxy.scenarios.file.manual;

import catallaxy.agents.training.LearnerKey;
import catallaxy.agents.training.LearnerKind;
import catallaxy.agents.training.LearnerManual;
import catallaxy.environment.base.registry.RegistrationException;
import catallaxy.environment.base.registry.Registry;
import catallaxy.scenarios.file.value.Unit;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.TreeMap;

/** A kind of learner as the manual describes it: its keys with defaults and comments, in the manual's own form. */
final class LearnerTemplate {
    private LearnerTemplate() {}

    /**
     * The template.
     *
     * @throws RegistrationException if the keys are not those of the settings' record
     */
    static String of(LearnerKind<?> kind, LearnerManual manual) {
        Map<String, Class<?>> types = new TreeMap<>();
        collect(kind.config(), types);
        StringBuilder text = new StringBuilder("# " + manual.summary() + ".\n" + kind.name() + " {\n");
        text.append(
                "# What it wants otherwise than the scenario's `training`; the same keys. [section]\ntraining {}\n");
        for (LearnerKey key : manual.keys()) {
            Class<?> type = types.remove(key.name());
            if (type == null) {
                throw new RegistrationException(Registry.origin(kind.getClass()) + ": its manual has a key '"
                        + key.name() + "', which is no component of " + kind.config());
            }
            String range = key.range().isEmpty() ? "" : "; " + key.range();
            text.append("# " + key.meaning() + " [" + word(type) + range + "]\n");
            text.append(key.name() + " = " + key.initial() + "\n");
        }
        if (!types.isEmpty()) {
            throw new RegistrationException(
                    Registry.origin(kind.getClass()) + ": its manual has no keys " + types.keySet());
        }
        return text.append("}\n").toString();
    }

    private static void collect(Class<?> record, Map<String, Class<?>> types) {
        for (RecordComponent component : record.getRecordComponents()) {
            if (component.getType().isRecord()) {
                collect(component.getType(), types);
            } else {
                types.put(Unit.kebab(component.getName()), component.getType());
            }
        }
    }

    /** What a value of the type is, as the manual says it. */
    private static String word(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "int", "long" -> "whole number";
            case "double" -> "number";
            case "boolean" -> "true or false";
            case "String" -> "text";
            case "OptionalDouble" -> "number or none";
            case "List" -> "list of numbers";
            default -> "one of";
        };
    }
}
