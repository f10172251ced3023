package catallaxy.scenarios.file.value;

import catallaxy.environment.api.setting.Key;
import catallaxy.environment.api.setting.NameOf;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** The key of a record's component in scenario files: what it is called, and which kind of value it takes. */
public final class ComponentKey {
    private ComponentKey() {}

    /** What the key is called: as {@link Key} says, or as the component's name does among the known keys. */
    public static String name(RecordComponent component, Predicate<String> known) {
        Key stated = component.getAnnotation(Key.class);
        return stated != null && !stated.value().isEmpty() ? stated.value() : Unit.key(component.getName(), known);
    }

    /** The kind of a number, a truth value or a text; empty for a word, a name and a list. */
    public static Optional<ValueKind<?>> scalar(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == long.class) {
            return Optional.of(Unit.of(component.getName()).wholes());
        } else if (type == double.class) {
            return Optional.of(Unit.of(component.getName()) == Unit.SECONDS ? ValueKind.DURATION : ValueKind.NUMBER);
        } else if (type == int.class) {
            return Optional.of(ValueKind.WHOLE);
        } else if (type == boolean.class) {
            return Optional.of(ValueKind.FLAG);
        } else if (type == String.class) {
            return Optional.of(ValueKind.TEXT);
        }
        return optional(component);
    }

    private static Optional<ValueKind<?>> optional(RecordComponent component) {
        Key stated = component.getAnnotation(Key.class);
        String absent = stated == null ? "none" : stated.absent();
        if (component.getType() == OptionalDouble.class) {
            return Optional.of(ValueKind.numberOr(absent));
        } else if (component.getType() == OptionalLong.class) {
            return Optional.of(ValueKind.wholeOr(absent));
        }
        boolean exact = component.getType() == Optional.class && element(component) == BigDecimal.class;
        return exact ? Optional.of(ValueKind.decimalOr(absent)) : Optional.empty();
    }

    /** Of what a list or an optional is. */
    public static Type element(RecordComponent component) {
        return ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    }

    /** The kind of value in the manual's words. */
    public static String kind(RecordComponent component) {
        boolean list = component.getType() == List.class;
        if (component.isAnnotationPresent(NameOf.class) || list) {
            boolean numbers =
                    list && !component.isAnnotationPresent(NameOf.class) && element(component) != String.class;
            return numbers ? "list of numbers" : list ? "list of names" : "name";
        }
        return component.getType().isEnum()
                ? "one of"
                : scalar(component).orElseThrow().name();
    }
}
