package catallaxy.environment.market.contract;

/**
 * A key of a kind of venue in scenario files.
 *
 * @param name    in the spelling of scenario files
 * @param type    what its value is
 * @param initial what it is where the scenario does not say, as written there; empty for a key that must be given
 * @param meaning what it means, with its unit and what it may be
 */
public record VenueKey(String name, Type type, String initial, String meaning) {
    /** What a value is. */
    public enum Type {
        /** A decimal number of whole units of an asset. */
        QUANTITY,
        /** A number. */
        NUMBER,
        /** {@code true} or {@code false}. */
        FLAG
    }

    /** A key of whole units of an asset that must be given. */
    public static VenueKey quantity(String name, String meaning) {
        return new VenueKey(name, Type.QUANTITY, "", meaning);
    }

    /** A key of a number. */
    public static VenueKey number(String name, String initial, String meaning) {
        return new VenueKey(name, Type.NUMBER, initial, meaning);
    }

    /** A key that is true or false. */
    public static VenueKey flag(String name, boolean initial, String meaning) {
        return new VenueKey(name, Type.FLAG, String.valueOf(initial), meaning);
    }
}
