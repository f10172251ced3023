package catallaxy.scenarios.folder;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

/** A record as an object of a JSON file and back: its components' names are the keys, texts and doubles the values. */
public final class RecordFields {
    /** Whole numbers below this are written without a fraction. */
    private static final double WHOLE = 1e15;

    private RecordFields() {}

    /** Where a record's values come from. */
    public interface Source<E extends Exception> {
        String text(String key) throws E;

        double number(String key) throws E;
    }

    /** The record's components by name, in their order. */
    public static Map<String, Object> of(Record values) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : values.getClass().getRecordComponents()) {
            fields.put(component.getName(), value(values, component));
        }
        return fields;
    }

    private static Object value(Record values, RecordComponent component) {
        try {
            Object value = component.getAccessor().invoke(values);
            return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < WHOLE
                    ? (Object) number.longValue()
                    : value;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("cannot read " + component, impossible);
        }
    }

    /**
     * A record made of the values that a source has under its components' names.
     *
     * @throws E what the source throws
     */
    public static <R extends Record, E extends Exception> R read(Class<R> type, Source<E> source) throws E {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            String key = components[i].getName();
            values[i] = types[i] == String.class ? source.text(key) : (Object) source.number(key);
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("expected a public record of texts and doubles, found " + type, impossible);
        }
    }
}
