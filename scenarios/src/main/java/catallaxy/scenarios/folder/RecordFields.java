package catallaxy.scenarios.folder;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A record as an object of a JSON file or a row of a CSV file and back: its components' names are the keys, texts and numbers
 * the values.
 */
public final class RecordFields {
    /** Whole numbers below this are written without a fraction. */
    private static final double WHOLE = 1e15;

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private RecordFields() {}

    /** Where a record's values come from. */
    public interface Source<E extends Exception> {
        String text(String key) throws E;

        double number(String key) throws E;
    }

    private record Shape(List<RecordComponent> components, List<String> names, Constructor<?> constructor) {
        private static Shape of(Class<?> type) {
            List<RecordComponent> components = List.of(type.getRecordComponents());
            Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
            List<String> names =
                    components.stream().map(RecordComponent::getName).toList();
            try {
                return new Shape(components, names, type.getDeclaredConstructor(types));
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException("a record without its constructor: " + type, impossible);
            }
        }
    }

    /** The names of a record's components, in their order. */
    public static List<String> names(Class<? extends Record> type) {
        return SHAPES.get(type).names();
    }

    /** The values of a record's components, in their order. */
    public static List<Object> values(Record values) {
        List<Object> all = new ArrayList<>();
        for (RecordComponent component : SHAPES.get(values.getClass()).components()) {
            all.add(value(values, component));
        }
        return all;
    }

    /** The record's components by name, in their order; numbers that are whole as such. */
    public static Map<String, Object> of(Record values) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : SHAPES.get(values.getClass()).components()) {
            fields.put(component.getName(), whole(value(values, component)));
        }
        return fields;
    }

    private static Object value(Record values, RecordComponent component) {
        try {
            return component.getAccessor().invoke(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("cannot read " + component, impossible);
        }
    }

    private static Object whole(Object value) {
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < WHOLE
                ? (Object) number.longValue()
                : value;
    }

    /**
     * A record made of the values that a source has under its components' names.
     *
     * @throws E what the source throws
     */
    public static <R extends Record, E extends Exception> R read(Class<R> type, Source<E> source) throws E {
        Shape shape = SHAPES.get(type);
        Object[] values = new Object[shape.names().size()];
        for (int i = 0; i < values.length; i++) {
            String key = shape.names().get(i);
            values[i] = shape.components().get(i).getType() == String.class
                    ? source.text(key)
                    : (Object) source.number(key);
        }
        try {
            return type.cast(shape.constructor().newInstance(values));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("expected a public record of texts and doubles, found " + type, impossible);
        }
    }
}
