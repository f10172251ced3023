package catallaxy.environment.market.role;

/**
 * A key of a kind of role in scenario files.
 *
 * @param name    in the spelling of scenario files
 * @param type    what its value is
 * @param range   what the value may be, in words such as {@code 0 to 1}; empty where the type says it. The record of the settings holds
 *                to it
 * @param initial what it is where the scenario does not say, as written there; empty for a key that must be given
 * @param meaning what it means, with its unit
 */
public record RoleKey(String name, Type type, String range, String initial, String meaning) {
    /** What a value is. */
    public enum Type {
        /** A number. */
        NUMBER("number"),
        /** A whole number. */
        WHOLE("whole number"),
        /** {@code true} or {@code false}. */
        FLAG("true or false"),
        /** A duration, such as {@code 5 m}. */
        DURATION("duration"),
        /** Whole units of an asset, or {@code worth} so many of the quote asset at the first price. */
        AMOUNT("amount"),
        /** Name of a venue. */
        VENUE("name"),
        /** Name of a venue, or {@code none}. */
        OPTIONAL_VENUE("text"),
        /** Names of venues. */
        VENUES("list of names"),
        /** Pairs of venues, such as {@code pool~book}. */
        ROUTES("list of names"),
        /** Symbols of assets. */
        ASSETS("list of names"),
        /** Names of bridges. */
        BRIDGES("list of names"),
        /** Words that the kind says. */
        WORDS("list of names"),
        /** Names of other agents. */
        AGENTS("list of names");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        /** As the manual says it. */
        public String word() {
            return word;
        }
    }

    /** A key of a type that every value of it fits, and that must be given. */
    public static RoleKey required(String name, Type type, String meaning) {
        return new RoleKey(name, type, "", "", meaning);
    }

    /** A key of a number. */
    public static RoleKey number(String name, String range, String initial, String meaning) {
        return new RoleKey(name, Type.NUMBER, range, initial, meaning);
    }
}
