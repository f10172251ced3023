package catallaxy.scenarios.folder;

import catallaxy.scenarios.JsonText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One object of a JSON file of a run folder, read leniently: an absent or null value is empty text, {@code NaN} or
 * no elements; a value of another type is a {@link FolderException}. Numbers are accepted as text too, since exact
 * decimals are often written so. Immutable.
 */
public record JsonObject(Path file, Map<String, @Nullable Object> values)
        implements RecordFields.Source<FolderException> {

    /** Copies the values. */
    public JsonObject {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * The object in a text.
     *
     * @param file that faults are of
     * @throws IOException as {@link JsonText#read}
     */
    public static JsonObject parse(Path file, String text) throws IOException {
        return new JsonObject(file, JsonText.read(text));
    }

    /** Of which all is unknown. */
    public static JsonObject empty(Path file) {
        return new JsonObject(file, Map.of());
    }

    @Override
    public Set<String> names() {
        return values.keySet();
    }

    /** The scalar under {@code key} as text; empty where there is none. */
    @Override
    public String text(String key) throws FolderException {
        Object value = values.get(key);
        if (value instanceof Map || value instanceof List) {
            throw FolderException.atKey(file, key, "text", value);
        }
        return value == null ? "" : value.toString();
    }

    /** The number under {@code key}; {@code NaN} where there is none. */
    @Override
    public double number(String key) throws FolderException {
        Object value = values.get(key);
        return switch (value) {
            case null -> Double.NaN;
            case Number number -> number.doubleValue();
            case String text -> parsed(key, text);
            default -> throw FolderException.atKey(file, key, "a number", value);
        };
    }

    private double parsed(String key, String text) throws FolderException {
        try {
            return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException _) {
            throw FolderException.atKey(file, key, "a number", text);
        }
    }

    /** The record of which this object holds the components. */
    public <R extends Record> R record(Class<R> type) throws FolderException {
        return RecordFields.read(type, this);
    }

    /** The records of which the objects of the list under {@code key} hold the components. */
    public <R extends Record> List<R> records(String key, Class<R> type) throws FolderException {
        List<R> records = new ArrayList<>();
        for (JsonObject each : objects(key)) {
            records.add(each.record(type));
        }
        return records;
    }

    @Override
    public boolean flag(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    /** Whether there is a value under a key. */
    public boolean has(String key) {
        return values.get(key) != null;
    }

    /** The whole number under {@code key}. */
    @Override
    public OptionalLong integer(String key) throws FolderException {
        String text = text(key);
        try {
            return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException _) {
            throw FolderException.atKey(file, key, "a whole number", text);
        }
    }

    @Override
    public JsonObject object(String key) throws FolderException {
        return asObject(key, values.get(key));
    }

    /** The texts of the list under {@code key}; none where there is none. */
    @Override
    public List<String> texts(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    @Override
    public List<JsonObject> objects(String key) throws FolderException {
        return objects(key, elements(key));
    }

    private List<?> elements(String key) throws FolderException {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> elements)) {
            throw FolderException.atKey(file, key, "a list", value);
        }
        return elements;
    }

    private List<JsonObject> objects(String key, List<?> elements) throws FolderException {
        var objects = new ArrayList<JsonObject>();
        for (Object element : elements) {
            objects.add(asObject(key, element));
        }
        return List.copyOf(objects);
    }

    @Override
    public List<Double> row(String key) throws FolderException {
        return row(key, elements(key));
    }

    @Override
    public List<List<Double>> rows(String key) throws FolderException {
        List<List<Double>> rows = new ArrayList<>();
        for (Object row : elements(key)) {
            if (!(row instanceof List<?> numbers)) {
                throw FolderException.atKey(file, key, "a list of lists of numbers", row);
            }
            rows.add(row(key, numbers));
        }
        return List.copyOf(rows);
    }

    private List<Double> row(String key, List<?> elements) throws FolderException {
        List<Double> numbers = new ArrayList<>();
        for (Object element : elements) {
            if (!(element instanceof Number number)) {
                throw FolderException.atKey(file, key, "a list of numbers", element);
            }
            numbers.add(number.doubleValue());
        }
        return List.copyOf(numbers);
    }

    /** All numbers of the object under {@code key}, in the file's order; other values are left out. */
    @Override
    public Map<String, Double> numbers(String key) throws FolderException {
        return object(key).numbers();
    }

    @Override
    public Map<String, Double> numbers() {
        var numbers = new LinkedHashMap<String, Double>();
        values.forEach((name, value) -> {
            if (value instanceof Number number) {
                numbers.put(name, number.doubleValue());
            }
        });
        return Collections.unmodifiableMap(numbers);
    }

    private JsonObject asObject(String key, @Nullable Object value) throws FolderException {
        if (value == null) {
            return empty(file);
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw FolderException.atKey(file, key, "an object", value);
        }
        var copy = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((name, element) -> copy.put(String.valueOf(name), element));
        return new JsonObject(file, copy);
    }
}
