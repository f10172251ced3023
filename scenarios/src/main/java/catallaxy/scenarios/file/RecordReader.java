package catallaxy.scenarios.file;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/**
 * Reads a section into a record, a key for each component: whole and other numbers, true or false, text, words of an
 * enumeration, lists of numbers, {@link OptionalDouble}, a number or none, and records of further keys of the same section. What
 * a record's own constructor refuses is a mistake of the key that it names.
 */
final class RecordReader {
    private RecordReader() {}

    /** A component's name as it stands. */
    static String verbatim(String component) {
        return component;
    }

    /** {@code learningRate} as {@code learning-rate}. */
    static String kebab(String component) {
        return component.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /**
     * The record; empty after noting what is wrong.
     *
     * @param keys from a component's name to its key
     */
    static <T extends Record> Optional<T> read(Section section, Class<T> type, UnaryOperator<String> keys) {
        RecordComponent[] components = type.getRecordComponents();
        List<Optional<?>> values = Arrays.stream(components)
                .<Optional<?>>map(component -> value(section, component, keys))
                .toList();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return section.build(() -> construct(
                type, types, values.stream().map(Optional::orElseThrow).toArray()));
    }

    private static <T> T construct(Class<T> type, Class<?>[] types, Object[] values) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException fault) {
                throw fault;
            }
            throw new IllegalStateException(type.getName(), refused);
        } catch (ReflectiveOperationException inaccessible) {
            throw new IllegalStateException(type.getName(), inaccessible);
        }
    }

    private static Optional<?> value(Section section, RecordComponent component, UnaryOperator<String> keys) {
        return component.getType().isRecord()
                ? read(section, component.getType().asSubclass(Record.class), keys)
                : Optional.of(value(section, keys.apply(component.getName()), component.getGenericType()));
    }

    private static Object value(Section section, String key, Type type) {
        return switch (type) {
            case Class<?> plain -> plain(section, key, plain);
            case ParameterizedType list
            when list.getRawType() == List.class -> list(section, key, list.getActualTypeArguments()[0]);
            default -> throw new IllegalStateException("no key can hold " + type);
        };
    }

    private static Object plain(Section section, String key, Class<?> type) {
        if (type == int.class) {
            return section.whole32(key);
        } else if (type == long.class) {
            return section.whole(key);
        } else if (type == double.class) {
            return section.number(key);
        } else if (type == boolean.class) {
            return section.get(key, ValueKind.FLAG);
        } else if (type == String.class) {
            return section.get(key, ValueKind.TEXT);
        } else if (type == OptionalDouble.class) {
            return section.get(key, ValueKind.NUMBER_OR_NONE);
        } else if (type.isEnum()) {
            return Values.constant(section, key, type.getEnumConstants());
        }
        throw new IllegalStateException("no key can hold " + type);
    }

    private static Object list(Section section, String key, Type element) {
        List<BigDecimal> numbers = section.numbers(key);
        if (element == Double.class) {
            return numbers.stream().map(BigDecimal::doubleValue).toList();
        } else if (element != Integer.class) {
            throw new IllegalStateException("no key can hold a list of " + element);
        }
        List<Integer> whole = new ArrayList<>();
        for (BigDecimal number : numbers) {
            if (number.stripTrailingZeros().scale() > 0
                    || number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
                section.reject(key, "a list of whole numbers");
                return List.of();
            }
            whole.add(number.intValueExact());
        }
        return List.copyOf(whole);
    }
}
