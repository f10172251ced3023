package catallaxy.scenarios.file.manual;

import catallaxy.agents.training.LearnerKind;
import catallaxy.environment.api.setting.Key;
import catallaxy.scenarios.file.value.ComponentKey;
import java.lang.reflect.RecordComponent;

/** A kind of learner as the manual describes it: its keys with defaults and comments, in the manual's own form. */
final class LearnerTemplate {
    private LearnerTemplate() {}

    /**
     * The template.
     *
     * @throws IllegalArgumentException if a component of the settings does not say its key
     */
    static String of(LearnerKind<?> kind, String summary) {
        StringBuilder text = new StringBuilder("# " + summary + ".\n" + kind.name() + " {\n");
        text.append(
                "# What it wants otherwise than the scenario's `training`; the same keys. [section]\ntraining {}\n");
        append(text, kind, kind.config());
        return text.append("}\n").toString();
    }

    private static void append(StringBuilder text, LearnerKind<?> kind, Class<?> settings) {
        for (RecordComponent component : settings.getRecordComponents()) {
            if (component.getType().isRecord()) {
                append(text, kind, component.getType());
            } else {
                text.append(entry(kind, component));
            }
        }
    }

    private static String entry(LearnerKind<?> kind, RecordComponent component) {
        Key key = component.getAnnotation(Key.class);
        if (key == null || key.meaning().isEmpty()) {
            throw new IllegalArgumentException(
                    "learner " + kind.name() + ": no @Key says what the component " + component.getName() + " of "
                            + component.getDeclaringRecord().getName() + " means");
        }
        String range = key.range().isEmpty() ? "" : "; " + key.range();
        String initial = key.initial().isEmpty() ? "null" : key.initial();
        return "# " + key.meaning() + " [" + ComponentKey.kind(component) + range + "]\n"
                + ComponentKey.name(component, _ -> false) + " = " + initial + "\n";
    }
}
