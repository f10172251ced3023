package catallaxy.scenarios.folder;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** Records of any values that files hold; texts are not empty, and hold what has to be escaped. */
final class RandomRecords {
    private static final List<String> TEXTS =
            List.of("a", "\"b\"", "c,\n\t d", "<e> & 'f'", "ü → \uD83D\uDE00", "\\", "null");

    private final SplittableRandom random;

    RandomRecords(long seed) {
        random = new SplittableRandom(seed);
    }

    /** One of a type. */
    <R extends Record> R of(Class<R> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(components[i].getGenericType());
        }
        Constructor<R> constructor = type.getDeclaredConstructor(types);
        return constructor.newInstance(values);
    }

    private Object value(Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class ? list(arguments[0]) : map(arguments[1]);
        }
        return plain((Class<?>) type);
    }

    private Object plain(Class<?> type) throws ReflectiveOperationException {
        if (type == String.class) {
            return TEXTS.get(random.nextInt(TEXTS.size())) + random.nextInt(100);
        } else if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == OptionalLong.class) {
            return random.nextInt(4) == 0 ? OptionalLong.empty() : OptionalLong.of(random.nextLong());
        } else if (type.isRecord()) {
            return of(type.asSubclass(Record.class));
        }
        return number();
    }

    /** Unknown, whole, or any double that is finite. */
    private double number() {
        return switch (random.nextInt(4)) {
            case 0 -> Double.NaN;
            case 1 -> random.nextLong(-(1L << 60), 1L << 60);
            case 2 -> random.nextGaussian();
            default -> random.nextGaussian() * Math.pow(10, random.nextInt(-300, 300));
        };
    }

    private List<Object> list(Type of) throws ReflectiveOperationException {
        List<Object> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.add(of == Double.class ? finite() : value(of));
        }
        return List.copyOf(values);
    }

    /** Its keys are those of nothing else. */
    private Map<String, Object> map(Type of) throws ReflectiveOperationException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.put("key " + i + TEXTS.get(random.nextInt(TEXTS.size())), of == Double.class ? finite() : value(of));
        }
        return values;
    }

    private double finite() {
        return random.nextGaussian();
    }
}
