package catallaxy.environment.market.contract;

import java.util.List;

/**
 * A key of a kind of venue in scenario files.
 *
 * @param name    in the spelling of scenario files
 * @param type    what its value is
 * @param initial what it is where the scenario does not say, as written there; empty for a key that must be given
 * @param low     the least that a number may be
 * @param high    the most that a number may be
 * @param words   that it may be; none for what is no word
 * @param parts   kinds of which it may be one; none for what is no part
 * @param meaning what it means, with its unit
 */
public record VenueKey(
        String name,
        Type type,
        String initial,
        double low,
        double high,
        List<String> words,
        List<VenuePart> parts,
        String meaning) {
    public VenueKey {
        words = List.copyOf(words);
        parts = List.copyOf(parts);
    }

    /** What a value is. */
    public enum Type {
        /** A decimal number of whole units of an asset. */
        QUANTITY,
        /** A number. */
        NUMBER,
        /** {@code true} or {@code false}. */
        FLAG,
        /** A decimal number of whole units for each asset of the entry. */
        QUANTITIES,
        /** A number for each asset of the entry. */
        NUMBERS,
        /** Numbers, as many as are given. */
        LIST,
        /** One of some words. */
        WORD,
        /** Names of venues, each once. */
        VENUES,
        /** Names, each once. */
        NAMES,
        /** Name of a text file, of which the lines are read; there may be none. */
        FILE,
        /** Name of an agent. */
        AGENT,
        /** A section that says of which kind the part is, and what else the kind asks for; there may be none. */
        PART
    }

    /** A key of whole units of an asset that must be given. */
    public static VenueKey quantity(String name, String meaning) {
        return new VenueKey(name, Type.QUANTITY, "", 0, Double.MAX_VALUE, List.of(), List.of(), meaning);
    }

    /** A key of a number from {@code low} to {@code high}. */
    public static VenueKey number(String name, String initial, double low, double high, String meaning) {
        return new VenueKey(name, Type.NUMBER, initial, low, high, List.of(), List.of(), meaning);
    }

    /** A key that is true or false. */
    public static VenueKey flag(String name, boolean initial, String meaning) {
        return new VenueKey(name, Type.FLAG, String.valueOf(initial), 0, 1, List.of(), List.of(), meaning);
    }

    /** A key of whole units of each asset of the entry, as a list in their order, that must be given. */
    public static VenueKey quantities(String name, String meaning) {
        return new VenueKey(name, Type.QUANTITIES, "", 0, Double.MAX_VALUE, List.of(), List.of(), meaning);
    }

    /** A key of numbers from {@code low} to {@code high}, one for each asset of the entry; one alone is that of all. */
    public static VenueKey numbers(String name, String initial, double low, double high, String meaning) {
        return new VenueKey(name, Type.NUMBERS, initial, low, high, List.of(), List.of(), meaning);
    }

    /** A key of one of some words. */
    public static VenueKey word(String name, String initial, List<String> words, String meaning) {
        return new VenueKey(name, Type.WORD, initial, 0, 0, words, List.of(), meaning);
    }

    /** A key of one or more numbers from {@code low} to {@code high}; {@code initial} is empty where they must be given. */
    public static VenueKey list(String name, String initial, double low, double high, String meaning) {
        return new VenueKey(name, Type.LIST, initial, low, high, List.of(), List.of(), meaning);
    }

    /** A key of the name of an agent, which must be given. */
    public static VenueKey agent(String name, String meaning) {
        return new VenueKey(name, Type.AGENT, "", 0, 0, List.of(), List.of(), meaning);
    }

    /**
     * A key of a part that a venue need not have.
     *
     * @param parts kinds of which it may be one; keys of the same name have the same kinds, at all kinds of venues
     */
    public static VenueKey part(String name, List<? extends VenuePart> parts, String meaning) {
        return new VenueKey(name, Type.PART, "{}", 0, 0, List.of(), List.copyOf(parts), meaning);
    }

    /** A key of names of venues of the scenario; none where it does not say. */
    public static VenueKey venues(String name, String meaning) {
        return new VenueKey(name, Type.VENUES, "[]", 0, 0, List.of(), List.of(), meaning);
    }

    /** A key of names of participants, which are the scenario's agents and groups; none where it does not say. */
    public static VenueKey names(String name, String meaning) {
        return new VenueKey(name, Type.NAMES, "[]", 0, 0, List.of(), List.of(), meaning);
    }

    /** A key of the name of a text file, from where the scenario stands; none where it does not say. */
    public static VenueKey file(String name, String meaning) {
        return new VenueKey(name, Type.FILE, "\"\"", 0, 0, List.of(), List.of(), meaning);
    }
}
