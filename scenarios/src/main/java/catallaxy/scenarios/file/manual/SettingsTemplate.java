package catallaxy.scenarios.file.manual;

import catallaxy.environment.api.setting.Key;
import catallaxy.scenarios.file.value.ComponentKey;
import java.lang.reflect.RecordComponent;

/** A registered kind whose settings record says its keys, as the manual describes it: with defaults and comments, in the manual's own form. */
final class SettingsTemplate {
    private final String owner;
    private final StringBuilder text = new StringBuilder();

    private SettingsTemplate(String owner) {
        this.owner = owner;
    }

    /**
     * The template.
     *
     * @param sort     of kinds, for messages
     * @param summary  what the kind is, without a full stop
     * @param before   keys that every kind of the sort has, in the manual's form
     * @param settings the record
     * @throws IllegalArgumentException if a component of the settings does not say its key
     */
    static String of(String sort, String name, String summary, String before, Class<?> settings) {
        SettingsTemplate template = new SettingsTemplate(sort + " " + name);
        template.text
                .append("# ")
                .append(summary)
                .append(".\n")
                .append(name)
                .append(" {\n")
                .append(before);
        template.append(settings);
        return template.text.append("}\n").toString();
    }

    private void append(Class<?> settings) {
        for (RecordComponent component : settings.getRecordComponents()) {
            if (component.getType().isRecord()) {
                append(component.getType());
            } else {
                text.append(entry(component));
            }
        }
    }

    private String entry(RecordComponent component) {
        Key key = component.getAnnotation(Key.class);
        if (key == null || key.meaning().isEmpty()) {
            throw new IllegalArgumentException(owner + ": no @Key says what the component " + component.getName()
                    + " of " + component.getDeclaringRecord().getName() + " means");
        }
        String range = key.range().isEmpty() ? "" : "; " + key.range();
        String initial = key.initial().isEmpty() ? "null" : key.initial();
        return "# " + key.meaning() + " [" + ComponentKey.kind(component) + range + "]\n"
                + ComponentKey.name(component, _ -> false) + " = " + initial + "\n";
    }
}
