package catallaxy.scenarios.file;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one reading of a scenario gathers: its mistakes, its values, and which keys of the manual were asked for. One thread. */
final class Reading {
    private final Problems problems;
    private final Manual manual;
    private final Sources sources;
    private final SortedMap<String, String> values;
    private final SortedMap<String, String> kinds = new TreeMap<>();

    Reading(Manual manual, Sources sources) {
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

    Problems problems() {
        return problems;
    }

    Manual manual() {
        return manual;
    }

    Sources sources() {
        return sources;
    }

    /** Notes that the key has this value, in canonical form. */
    void value(String path, String canonical) {
        values.put(path, canonical);
    }

    /** Notes that the reader asked for a key of the manual, as a value of this kind. */
    void asked(String manualPath, String kind) {
        kinds.merge(manualPath, kind, (before, now) -> now);
    }

    /** Path → canonical value of everything that was read. */
    SortedMap<String, String> values() {
        return values;
    }

    /** Path in the manual → kind of value, for every key that was asked for. */
    Map<String, String> kinds() {
        return kinds;
    }
}
