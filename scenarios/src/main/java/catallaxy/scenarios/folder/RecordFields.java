package catallaxy.scenarios.folder;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record as an object of a JSON file or a row of a CSV file and back: its components' names are the keys. In an object they
 * are texts, doubles, flags, whole numbers that may be absent, records, maps of doubles or records, or lists of texts, doubles,
 * lists of doubles or records, some of them {@link Inline}; in a row texts and numbers.
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

    /** Where a row's values come from. */
    public interface Cells<E extends Exception> {
        /** The text under a key; empty where there is none. */
        String text(String key) throws E;

        /** The number under a key; {@code NaN} where there is none. */
        double number(String key) throws E;
    }

    /** Where an object's values come from. */
    public interface Source<E extends Exception> extends Cells<E> {
        /** The keys, in the object's order. */
        Set<String> names();

        /** Whether there is a true value under a key. */
        boolean flag(String key) throws E;

        /** The whole number under a key. */
        OptionalLong integer(String key) throws E;

        /** The object under a key; an empty one where there is none. */
        Source<E> object(String key) throws E;

        /** The objects of the list under a key; none where there is none. */
        List<? extends Source<E>> objects(String key) throws E;

        /** The texts of the list under a key; none where there is none. */
        List<String> texts(String key) throws E;

        /** The numbers of the list under a key; none where there is none. */
        List<Double> row(String key) throws E;

        /** The lists of numbers of the list under a key; none where there is none. */
        List<List<Double>> rows(String key) throws E;

        /** The numbers of the object under a key; none where there is none. */
        Map<String, Double> numbers(String key) throws E;

        /** The numbers of this object. */
        Map<String, Double> numbers() throws E;
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

    /** The names of a record's components, in their order; of records that are {@link Inline}, those of theirs. */
    public static List<String> names(Class<? extends Record> type) {
        List<String> names = new ArrayList<>();
        for (RecordComponent component : SHAPES.get(type).components()) {
            names.addAll(
                    isInlineRecord(component)
                            ? names(component.getType().asSubclass(Record.class))
                            : List.of(component.getName()));
        }
        return List.copyOf(names);
    }

    private static boolean isInlineRecord(RecordComponent component) {
        return component.isAnnotationPresent(Inline.class)
                && component.getType().isRecord();
    }

    /** The record's components by name, in their order, without those that are absent; numbers that are whole as such. */
    public static Map<String, Object> of(Record values) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : SHAPES.get(values.getClass()).components()) {
            Object value = value(values, component);
            if (component.isAnnotationPresent(Inline.class)
                    && value != null
                    && plain(value) instanceof Map<?, ?> entries) {
                entries.forEach((key, each) -> fields.put(String.valueOf(key), each));
            } else if (value != null && !value.equals(OptionalLong.empty())) {
                fields.put(component.getName(), plain(value));
            }
        }
        return fields;
    }

    /** As {@link #of}, without what is unknown or empty, at any depth. */
    public static Map<String, Object> known(Record values) {
        return known(of(values));
    }

    private static Map<String, Object> known(Map<?, ?> fields) {
        Map<String, Object> known = new LinkedHashMap<>();
        fields.forEach((key, value) -> {
            Object each = knownOf(value);
            if (!isUnknown(each)) {
                known.put(String.valueOf(key), each);
            }
        });
        return known;
    }

    private static Object knownOf(Object value) {
        return switch (value) {
            case Map<?, ?> map -> known(map);
            case List<?> items -> items.stream().map(RecordFields::knownOf).toList();
            default -> value;
        };
    }

    private static boolean isUnknown(Object value) {
        return switch (value) {
            case Double number -> number.isNaN();
            case String text -> text.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            case List<?> list -> list.isEmpty();
            default -> false;
        };
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Double number when number == Math.rint(number) && Math.abs(number) < WHOLE -> number.longValue();
            case OptionalLong number when number.isPresent() -> number.getAsLong();
            case Record record -> of(record);
            case List<?> items -> items.stream().map(RecordFields::plain).toList();
            case Map<?, ?> map -> {
                Map<Object, Object> entries = new LinkedHashMap<>();
                map.forEach((key, each) -> entries.put(key, plain(each)));
                yield entries;
            }
            default -> value;
        };
    }

    private static @Nullable Object value(Record values, RecordComponent component) {
        try {
            return component.getAccessor().invoke(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("cannot read " + component, impossible);
        }
    }

    /**
     * A record made of the values that a row has under its components' names.
     *
     * @throws E what the row throws
     */
    public static <R extends Record, E extends Exception> R read(Class<R> type, Cells<E> row) throws E {
        return made(type, component -> cell(row, component));
    }

    /**
     * A record made of the values that an object has under its components' names.
     *
     * @throws E what the object throws
     */
    public static <R extends Record, E extends Exception> R read(Class<R> type, Source<E> object) throws E {
        return made(
                type,
                component -> component.isAnnotationPresent(Inline.class)
                        ? inline(type, object, component)
                        : value(object, component));
    }

    private interface Values<E extends Exception> {
        Object of(RecordComponent component) throws E;
    }

    private static <R extends Record, E extends Exception> R made(Class<R> type, Values<E> from) throws E {
        Shape shape = SHAPES.get(type);
        Object[] values = new Object[shape.components().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = from.of(shape.components().get(i));
        }
        try {
            return type.cast(shape.constructor().newInstance(values));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("expected a public record of values of files, found " + type, impossible);
        }
    }

    private static <E extends Exception> Object cell(Cells<E> row, RecordComponent component) throws E {
        if (isInlineRecord(component)) {
            return read(component.getType().asSubclass(Record.class), row);
        }
        String key = component.getName();
        return component.getType() == String.class ? row.text(key) : (Object) row.number(key);
    }

    private static <E extends Exception> Object inline(Class<?> of, Source<E> object, RecordComponent component)
            throws E {
        if (component.getType().isRecord()) {
            return read(component.getType().asSubclass(Record.class), object);
        }
        Map<String, Double> others = new LinkedHashMap<>(object.numbers());
        SHAPES.get(of).names().forEach(others::remove);
        return others;
    }

    private static <E extends Exception> Object value(Source<E> object, RecordComponent component) throws E {
        String key = component.getName();
        Class<?> type = component.getType();
        if (type == boolean.class) {
            return object.flag(key);
        } else if (type == OptionalLong.class) {
            return object.integer(key);
        } else if (type == Map.class) {
            return map(object, component);
        } else if (type == List.class) {
            return list(object, component);
        } else if (type.isRecord()) {
            return read(type.asSubclass(Record.class), object.object(key));
        }
        return cell(object, component);
    }

    private static Class<?> argument(RecordComponent component, int place) {
        if (component.getGenericType() instanceof ParameterizedType generic
                && generic.getActualTypeArguments()[place] instanceof Class<?> argument) {
            return argument;
        }
        throw new IllegalStateException("expected a list or a map of plain types, found " + component);
    }

    private static <E extends Exception> Map<String, ?> map(Source<E> object, RecordComponent component) throws E {
        Class<?> each = argument(component, 1);
        if (each == Double.class) {
            return object.numbers(component.getName());
        }
        Source<E> entries = object.object(component.getName());
        Map<String, Record> records = new LinkedHashMap<>();
        for (String name : entries.names()) {
            records.put(name, read(each.asSubclass(Record.class), entries.object(name)));
        }
        return records;
    }

    private static boolean isTable(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType generic
                && generic.getActualTypeArguments()[0] instanceof ParameterizedType;
    }

    private static <E extends Exception> List<?> list(Source<E> object, RecordComponent component) throws E {
        if (isTable(component)) {
            return object.rows(component.getName());
        }
        Class<?> item = argument(component, 0);
        if (item == String.class) {
            return object.texts(component.getName());
        } else if (item == Double.class) {
            return object.row(component.getName());
        }
        List<Record> records = new ArrayList<>();
        for (Source<E> each : object.objects(component.getName())) {
            records.add(read(item.asSubclass(Record.class), each));
        }
        return List.copyOf(records);
    }
}
