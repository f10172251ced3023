package catallaxy.scenarios.file.section;

import catallaxy.scenarios.file.manual.Manual;
import catallaxy.scenarios.file.text.Problems;
import catallaxy.scenarios.file.text.Sources;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one reading of a scenario gathers: its mistakes, its values, and which keys of the manual were asked for. One thread. */
public final class Reading {
    private final Problems problems;
    private final Manual manual;
    private final Sources sources;
    private final SortedMap<String, String> values;
    private final Map<String, String> kinds = new HashMap<>();

    /** A reading that has gathered nothing. */
    public Reading(Manual manual, Sources sources) {
        this(manual, sources, new Problems(), new TreeMap<>());
    }

    private Reading(Manual manual, Sources sources, Problems problems, SortedMap<String, String> values) {
        this.manual = manual;
        this.sources = sources;
        this.problems = problems;
        this.values = values;
    }

    /** A reading of parts that are checked but not used: its mistakes count here, its values do not. */
    Reading aside() {
        return new Reading(manual, sources, problems, new TreeMap<>());
    }

    /** The same reading of parts that another manual describes; which of its keys were asked for does not count here. */
    Reading by(Manual other) {
        return new Reading(other, sources, problems, values);
    }

    /** The mistakes so far. */
    public Problems problems() {
        return problems;
    }

    /** What describes the keys. */
    public Manual manual() {
        return manual;
    }

    /** The files that are read. */
    public Sources sources() {
        return sources;
    }

    /** Notes that the key has this value, in canonical form. */
    void value(String path, String canonical) {
        values.put(path, canonical);
    }

    /** Notes that the reader asked for a key of the manual, as a value of this kind. */
    void asked(String manualPath, String kind) {
        kinds.put(manualPath, kind);
    }

    /** Path → canonical value of everything that was read. */
    public SortedMap<String, String> values() {
        return values;
    }

    /** Path in the manual → kind of value, for every key that was asked for so far. */
    public SortedMap<String, String> kinds() {
        return new TreeMap<>(kinds);
    }
}
