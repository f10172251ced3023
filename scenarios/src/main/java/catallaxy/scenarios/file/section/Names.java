package catallaxy.scenarios.file.section;

import java.util.List;

/**
 * The names that a reference may have.
 *
 * @param what  kind of thing with its article, "a chain"
 * @param known in the order of their indices
 */
public record Names(String what, List<String> known) {
    public Names {
        known = List.copyOf(known);
    }

    /** The index of a name; −1 for one that there is not. */
    public int indexOf(String name) {
        return known.indexOf(name);
    }

    /** "a chain: mainnet, rollup". */
    public String expected() {
        return known.isEmpty() ? what + " (the scenario has none)" : what + " (" + shortList() + ")";
    }

    private String shortList() {
        int shown = Math.min(known.size(), 12);
        return String.join(", ", known.subList(0, shown)) + (shown < known.size() ? ", …" : "");
    }
}
