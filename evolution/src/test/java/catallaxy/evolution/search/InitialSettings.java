package catallaxy.evolution.search;

import catallaxy.environment.api.setting.Key;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Settings as they are where a scenario says nothing: what {@link Key#initial} says. */
public final class InitialSettings {
    private InitialSettings() {}

    /** All initial. */
    public static <R extends Record> R of(Class<R> type) {
        return of(type, Map.of());
    }

    /** With other values for some components, by name, in this record or those nested in it. */
    public static <R extends Record> R of(Class<R> type, Map<String, ?> others) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values =
                Arrays.stream(components).map(each -> value(each, others)).toArray();
        try {
            Constructor<R> canonical = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException wrong) {
            throw new IllegalArgumentException(type.getName(), wrong);
        }
    }

    private static Object value(RecordComponent component, Map<String, ?> others) {
        Object other = others.get(component.getName());
        if (other != null) {
            return other;
        }
        Class<?> type = component.getType();
        if (type.isRecord()) {
            return of(type.asSubclass(Record.class), others);
        }
        String text = component.getAnnotation(Key.class).initial();
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(each -> each.toString().equals(text.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow();
        }
        return switch (type.getName()) {
            case "double" -> Double.valueOf(text);
            case "int" -> Integer.valueOf(text);
            case "boolean" -> Boolean.valueOf(text);
            default -> throw new IllegalArgumentException(component.toString());
        };
    }
}
