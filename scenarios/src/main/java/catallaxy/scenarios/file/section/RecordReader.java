package catallaxy.scenarios.file.section;

import catallaxy.environment.api.setting.Key;
import catallaxy.environment.api.setting.NameOf;
import catallaxy.scenarios.file.value.ComponentKey;
import catallaxy.scenarios.file.value.Unit;
import catallaxy.scenarios.file.value.ValueKind;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a section into a record, a key for each component, called as {@link Key} says: whole and other numbers in the
 * {@link Unit} of their name, true or false, text, words of an enumeration, lists, numbers that may be absent, and names of
 * things ({@link NameOf}). A component that is a record has a section of its own where the manual has one under its key; else
 * it is further keys of the same section. {@code id} is the name of the section. What a record's own constructor refuses is a
 * mistake of the key of the component that it names. Immutable.
 */
public final class RecordReader {
    /** For records that name nothing. */
    public static final RecordReader PLAIN = new RecordReader(MarketNames.NONE);

    private final MarketNames names;

    /** A reader of records that name things of a scenario. */
    public RecordReader(MarketNames names) {
        this.names = names;
    }

    /** The record; empty after noting what is wrong. */
    public <T extends Record> Optional<T> read(Section section, Class<T> type) {
        return read(section, type, Map.of());
    }

    /**
     * The record, with components that are no keys.
     *
     * @param given component → value; an empty {@code Optional} for one with mistakes that are noted elsewhere
     */
    public <T extends Record> Optional<T> read(Section section, Class<T> type, Map<String, ?> given) {
        RecordShape shape = RecordShape.of(type);
        List<Optional<?>> values = new ArrayList<>();
        for (RecordComponent component : shape.components()) {
            values.add(value(section, component, given));
        }
        return section.build(
                () -> type.cast(shape.construct(
                        values.stream().map(Optional::orElseThrow).toArray())),
                component -> key(section, shape, component));
    }

    /**
     * The record of a family that a word names.
     *
     * @param family sealed; each record has a kind's name in camel case, and that of the ending after it
     */
    public <F> Optional<F> read(Section.Variant variant, Class<F> family, String ending) {
        Class<?> type = Stream.of(family.getPermittedSubclasses())
                .filter(each -> Unit.kebab(each.getSimpleName()).equals(variant.kind() + ending))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(variant.kind()));
        return read(variant.section(), type.asSubclass(Record.class)).map(family::cast);
    }

    private static String key(Section section, RecordShape shape, String component) {
        return shape.component(component)
                .map(each -> key(section, each))
                .orElseGet(() -> Unit.key(component, section::knows));
    }

    private static String key(Section section, RecordComponent component) {
        return ComponentKey.name(component, section::knows);
    }

    private Optional<?> value(Section section, RecordComponent component, Map<String, ?> given) {
        Object value = given.get(component.getName());
        if (value != null) {
            return value instanceof Optional<?> read ? read : Optional.of(value);
        }
        String key = key(section, component);
        if (component.getType().isRecord()) {
            Class<? extends Record> type = component.getType().asSubclass(Record.class);
            return section.hasSection(key) ? read(section.section(key), type) : read(section, type, given);
        }
        NameOf named = component.getAnnotation(NameOf.class);
        return Optional.of(
                named == null
                        ? plain(section, key, component)
                        : named(section, key, component, names.of(named.value())));
    }

    private static Object named(Section section, String key, RecordComponent component, Names names) {
        if (component.getType() == List.class) {
            return section.references(key, names);
        }
        int index = section.reference(key, names);
        return component.getType() == int.class
                ? index
                : names.known().isEmpty() ? "" : names.known().get(index);
    }

    private static Object plain(Section section, String key, RecordComponent component) {
        Class<?> type = component.getType();
        if (component.getName().equals("id")) {
            return section.name();
        } else if (type.isEnum()) {
            return Values.constant(section, key, type.getEnumConstants());
        } else if (type == List.class) {
            return list(section, key, component);
        } else if (type == int.class) {
            return section.whole32(key);
        }
        ValueKind<?> kind = ComponentKey.scalar(component)
                .orElseThrow(() -> new IllegalStateException("no key can hold " + component));
        Object value = section.get(key, kind);
        return type == double.class && value instanceof Number number ? inUnit(component, number) : value;
    }

    private static double inUnit(RecordComponent component, Number number) {
        return Unit.of(component.getName()) == Unit.SECONDS ? number.longValue() / 1e9 : number.doubleValue();
    }

    private static List<?> list(Section section, String key, RecordComponent component) {
        Type element = ComponentKey.element(component);
        if (element == String.class) {
            return section.items(key).stream().map(Section.Item::text).toList();
        } else if (element == Double.class) {
            return section.list(key, ValueKind.NUMBER).stream()
                    .map(BigDecimal::doubleValue)
                    .toList();
        } else if (element == Integer.class) {
            return Values.wholeNumbers(section, key);
        }
        throw new IllegalStateException("no key can hold " + component);
    }
}
