package catallaxy.environment.market.contract;

/**
 * A key of a kind of venue in scenario files.
 *
 * @param name    in the spelling of scenario files
 * @param type    what its value is
 * @param initial what it is where the scenario does not say, as written there; empty for a key that must be given
 * @param low     the least that a number may be
 * @param high    the most that a number may be
 * @param meaning what it means, with its unit
 */
public record VenueKey(String name, Type type, String initial, double low, double high, String meaning) {
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
        return new VenueKey(name, Type.QUANTITY, "", 0, Double.MAX_VALUE, meaning);
    }

    /** A key of a number from {@code low} to {@code high}. */
    public static VenueKey number(String name, String initial, double low, double high, String meaning) {
        return new VenueKey(name, Type.NUMBER, initial, low, high, meaning);
    }

    /** A key that is true or false. */
    public static VenueKey flag(String name, boolean initial, String meaning) {
        return new VenueKey(name, Type.FLAG, String.valueOf(initial), 0, 1, meaning);
    }
}
