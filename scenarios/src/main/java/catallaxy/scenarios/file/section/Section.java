package catallaxy.scenarios.file.section;

import catallaxy.scenarios.file.manual.Manual;
import catallaxy.scenarios.file.text.Problem;
import catallaxy.scenarios.file.text.Written;
import catallaxy.scenarios.file.value.Unit;
import catallaxy.scenarios.file.value.ValueKind;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * One object of a scenario, read key by key. What the scenario does not say comes from the manual; a key that the manual
 * does not have is a mistake, unless the section is an open one, whose keys are names. A getter that finds a mistake
 * notes it and returns a placeholder, and {@link #build} then builds nothing. One thread.
 */
public final class Section {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");
    private static final int MOST_ENTRIES = 256;

    private final Reading reading;
    private final SectionText text;
    private final int problemsBefore;

    /** The section of a text; notes the keys that it may not have. */
    public Section(Reading reading, SectionText text) {
        this.reading = reading;
        this.text = text;
        this.problemsBefore = reading.problems().count();
        for (String key : text.unknownKeys()) {
            String expected = "a key of " + (text.path().isEmpty() ? "the scenario" : text.path());
            reading.problems().add(Problem.of(text.placeOf(key), text.pathOf(key), expected, key, text.knownKeys()));
        }
    }

    /** The last part of the path: in a collection, the name that the scenario gives. */
    public String name() {
        return text.path().substring(text.path().lastIndexOf('.') + 1);
    }

    /** The names in an open section, sorted; those that the scenario sets to null are left out. */
    public List<String> names() {
        List<String> names = text.keys();
        for (String name : names) {
            if (!NAME.matcher(name).matches()) {
                rejectName(name, "a name of at most 40 letters, digits, - and _");
            }
        }
        if (names.size() > MOST_ENTRIES) {
            rejectWhole("at most " + MOST_ENTRIES + " entries", String.valueOf(names.size()));
        }
        return names.subList(0, Math.min(names.size(), MOST_ENTRIES));
    }

    /** The section under a key, with the manual's defaults. */
    public Section section(String key) {
        requireObject(key);
        return new Section(reading, text.inner(key, text.manualOf(key), text.defaultsOf(key)));
    }

    /** The section under a key, where what it does not say comes from another one of the same kind. */
    public Section section(String key, Section fallback) {
        askObject(key);
        return new Section(reading, text.inner(key, fallback.text));
    }

    /** The section under a key, where a section of the same keys in another place goes over it, but not over the command line. */
    public Section section(String key, Section other, String otherKey) {
        requireObject(key);
        other.open(otherKey);
        return new Section(reading, text.inner(key, other.text.givenIn(otherKey)));
    }

    /** The same section, read to find its mistakes only. */
    public Section aside() {
        return new Section(reading.aside(), text);
    }

    /** The open section under a key. */
    public Section open(String key) {
        askObject(key);
        return new Section(reading, text.inner(key, text.manualOf(key), null));
    }

    /** The section under a name, described by a template. */
    public Section named(String name, String template) {
        requireObject(name);
        return new Section(reading, text.inner(name, template, reading.manual().template(template)));
    }

    /** The section under a key, described by a template of another manual; {@code replaced} as of {@link #variant}. */
    public Section described(String key, String template, Manual manual, boolean replaced) {
        askObject(key);
        SectionText inner = text.inner(key, template, manual.template(template));
        return new Section(reading.by(manual), inner.chosen(replaced));
    }

    /** A section and the word that chose its template. */
    public record Variant(String kind, Section section) {}

    /**
     * The section under a name, described by the template of a family that its own {@code kindKey} names. A kind that is given
     * on the command line takes the place of the file's: what the file says that only its own kind knows is left out.
     */
    public Optional<Variant> variant(String name, String family, String kindKey) {
        askObject(name);
        List<String> kinds = reading.manual().kinds(family);
        SectionText inner = text.inner(name, family, null);
        String word = inner.scalar(kindKey).orElse("");
        if (!kinds.contains(word)) {
            new Section(reading, inner).reject(kindKey, reading.manual().expectedOf(family), kinds);
            return Optional.empty();
        }
        SectionText chosen =
                text.inner(name, family + "." + word, reading.manual().template(family + "." + word));
        Section section = new Section(reading, chosen.chosen(chosen.isFromCommandLine(kindKey)));
        section.word(kindKey, List.of(word));
        return Optional.of(new Variant(word, section));
    }

    private void askObject(String key) {
        ask(key, "section");
        requireObject(key);
    }

    private void requireObject(String key) {
        ConfigValue value = text.value(key);
        if (value != null && value.valueType() != ConfigValueType.OBJECT) {
            reject(key, "a section { … }");
        }
    }

    /** Whether the scenario or the manual says anything. */
    public boolean has(String key) {
        return text.value(key) != null;
    }

    /** Whether the manual has a section under a key. */
    boolean hasSection(String key) {
        return text.hasSection(key);
    }

    /** Whether the value of a key was given on the command line. */
    public boolean isFromCommandLine(String key) {
        return text.isFromCommandLine(key);
    }

    /** Where relative names of files in the value of a key start. */
    public Path startOf(String key) {
        return text.startOf(key);
    }

    /** The value of a key, or the kind's placeholder after noting what is wrong with it. */
    public <T> T get(String key, ValueKind<T> kind) {
        return get(key, kind, List.of());
    }

    private <T> T get(String key, ValueKind<T> kind, List<String> known) {
        ask(key, kind.name());
        Optional<T> value = text.scalar(key).flatMap(kind.parser());
        if (value.isEmpty()) {
            reject(key, kind.expected(), known);
            return kind.placeholder();
        }
        set(key, kind, value.get());
        return value.get();
    }

    /** Writes a value into the resolved scenario. */
    public <T> void set(String key, ValueKind<T> kind, T value) {
        reading.value(text.pathOf(key), kind.writer().apply(value));
    }

    /** One of a few words. */
    public String word(String key, List<String> words) {
        return get(key, ValueKind.oneOf(words), words);
    }

    /** One of the kinds of a family of templates of this manual. */
    public String kind(String key, Manual manual, String family) {
        List<String> kinds = manual.kinds(family);
        return get(key, ValueKind.oneOf(kinds, manual.expectedOf(family)), kinds);
    }

    /** The number under a key. */
    public double number(String key) {
        return get(key, ValueKind.NUMBER).doubleValue();
    }

    /** A whole number, brought into the range of 32 bits; the record that takes it has a smaller one. */
    public int whole32(String key) {
        return Math.clamp(get(key, ValueKind.WHOLE), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** The index of the thing that a key names. */
    public int reference(String key, Names names) {
        ask(key, "name");
        String name = text.scalar(key).orElse("");
        int index = names.indexOf(name);
        if (index < 0) {
            reject(key, names.expected(), names.known());
            return 0;
        }
        set(key, ValueKind.TEXT, name);
        return index;
    }

    /** The indices of the things that a list names, each once; −1 for a name that there is not. */
    public List<Integer> references(String key, Names names) {
        List<Integer> indices = new ArrayList<>();
        for (Item item : items(key)) {
            int index = names.indexOf(item.text());
            if (index < 0) {
                reject(item, key, names.expected(), names.known());
            } else if (indices.contains(index)) {
                reject(item, key, "each name once", List.of());
            }
            indices.add(index);
        }
        return indices;
    }

    /** One element of a list. */
    public record Item(String text, String place) {}

    /** The words of a list; none after noting that it is not one. */
    public List<Item> items(String key) {
        ask(key, "list of names");
        List<ConfigValue> list = text.value(key) instanceof ConfigList values ? values : List.of();
        List<Item> items = list.stream()
                .limit(MOST_ENTRIES + 1)
                .flatMap(item -> Written.scalar(item).map(word -> new Item(word, text.placeOf(item))).stream())
                .toList();
        if (items.size() != list.size() || !(text.value(key) instanceof ConfigList)) {
            reject(key, "a list of at most " + MOST_ENTRIES + " names, such as [a, b]");
            return List.of();
        }
        List<String> quoted =
                items.stream().map(item -> ConfigUtil.quoteString(item.text())).toList();
        note(key, quoted);
        return items;
    }

    /** The values of a list, or the only one where one stands in place of a list; none after noting that it is neither. */
    public <T> List<T> list(String key, ValueKind<T> kind) {
        ask(key, "list of " + kind.name() + "s");
        Optional<List<T>> values = Written.all(text.value(key), kind.parser(), MOST_ENTRIES);
        values.ifPresentOrElse(
                all -> note(key, all.stream().map(kind.writer()).toList()),
                () -> reject(key, "a list of at most " + MOST_ENTRIES + " " + kind.name() + "s, such as [1, 2]"));
        return values.orElse(List.of());
    }

    private void note(String key, List<String> rendered) {
        reading.value(text.pathOf(key), "[" + String.join(", ", rendered) + "]");
    }

    /** What is written under a key of the section of a name: its words where it is a list, whether or not they are right. */
    public List<String> written(String name, String key) {
        return Written.scalars(text.inner(name, "", null).value(key));
    }

    /** What is written under a key: its words where it is a list, whether or not they are right. */
    public List<String> written(String key) {
        return Written.scalars(text.value(key));
    }

    /** Notes that the value of a key is not what was expected. */
    public void reject(String key, String expected) {
        reject(key, expected, List.of());
    }

    /** Notes that the value of a key is not what was expected, and which of the known words it was probably meant to be. */
    public void reject(String key, String expected, List<String> known) {
        reading.problems().add(Problem.of(text.placeOf(key), text.pathOf(key), expected, text.found(key), known));
    }

    /** Notes that the value of a key may be used, but is probably not what is wanted. */
    public void warn(String key, String message) {
        reading.problems().warn(new Problem(text.placeOf(key), text.pathOf(key), message));
    }

    /** Notes a mistake in one element of a list. */
    public void reject(Item item, String key, String expected, List<String> known) {
        reading.problems().add(Problem.of(item.place(), text.pathOf(key), expected, item.text(), known));
    }

    /** Notes that a name in this open section is not one that it may have. */
    public void rejectName(String name, String expected) {
        reading.problems().add(Problem.of(text.placeOf(name), text.pathOf(name), expected, name, List.of()));
    }

    /** Notes a mistake of the section as a whole. */
    public void rejectWhole(String expected, String found) {
        String key = text.path().isEmpty() ? "scenario" : text.path();
        reading.problems().add(Problem.of(text.place(), key, expected, found, List.of()));
    }

    /** Notes that a thing cannot be built because of a mistake that is reported elsewhere. */
    public void rejectConsequence() {
        reading.problems().addConsequence();
    }

    /** Whether nothing wrong was found since the section was opened. */
    public boolean isSound() {
        return reading.problems().count() == problemsBefore;
    }

    /** What the constructor makes, unless there are mistakes; the record's own checks become mistakes of the key. */
    public <T> Optional<T> build(Supplier<T> constructor) {
        return build(constructor, component -> Unit.key(component, this::knows));
    }

    /**
     * As the other.
     *
     * @param keys from the name of a component to its key
     */
    public <T> Optional<T> build(Supplier<T> constructor, UnaryOperator<String> keys) {
        if (!isSound()) {
            return Optional.empty();
        }
        try {
            return Optional.of(constructor.get());
        } catch (IllegalArgumentException fault) {
            RecordFault.report(fault, this, keys);
            return Optional.empty();
        }
    }

    /** Whether the section may have a key. */
    public boolean knows(String key) {
        return text.knows(key);
    }

    private void ask(String key, String kind) {
        if (!text.isOpen()) {
            reading.asked(text.manualOf(key), kind);
        }
    }
}
