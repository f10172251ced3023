package catallaxy.scenarios.file.section;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The components of a record type and its canonical constructor, looked up once for each type: a component keeps what was
 * parsed of its annotations and its generic type, so the next reading of the same type finds them. Immutable.
 */
final class RecordShape {
    private static final ClassValue<RecordShape> KNOWN = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type);
        }
    };

    private final Class<?> type;
    private final List<RecordComponent> components;
    private final Constructor<?> constructor;

    private RecordShape(Class<?> type) {
        this.type = type;
        components = List.of(type.getRecordComponents());
        Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            constructor = type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(type.getName(), impossible);
        }
    }

    /** That of a record type; the same one each time. */
    static RecordShape of(Class<? extends Record> type) {
        return KNOWN.get(type);
    }

    /** The components, as the record declares them. */
    List<RecordComponent> components() {
        return components;
    }

    /** The component of a name; empty where there is none. */
    Optional<RecordComponent> component(String name) {
        Stream<RecordComponent> named =
                components.stream().filter(each -> each.getName().equals(name));
        return named.findFirst();
    }

    /**
     * A record of these values, one for each component.
     *
     * @throws IllegalArgumentException that the record's own checks throw
     * @throws IllegalStateException    if the constructor fails otherwise, or cannot be reached
     */
    Record construct(Object[] values) {
        try {
            return (Record) constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException fault) {
                throw fault;
            }
            throw new IllegalStateException(type.getName(), refused);
        } catch (ReflectiveOperationException inaccessible) {
            throw new IllegalStateException(type.getName(), inaccessible);
        }
    }
}
