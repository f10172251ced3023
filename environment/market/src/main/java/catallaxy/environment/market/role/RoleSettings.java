package catallaxy.environment.market.role;

import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a scenario says of the role of one agent. A wrong value is noted, and told to the user, with its line; a placeholder stands for it,
 * and what is made of placeholders is not used.
 */
public interface RoleSettings {
    /**
     * The settings, a key for each component of a public record, as {@link catallaxy.environment.api.setting.Key} and
     * {@link catallaxy.environment.api.setting.NameOf} say. What its constructor refuses is a mistake of the key of that component.
     *
     * @param given components that are not read as a key of their own
     * @throws IllegalArgumentException if there is any mistake, which the user is told
     */
    <T extends Record> T record(Class<T> type, Given... given);

    /** A component of a record, and its value. */
    record Given(String component, Object value) {}

    /** Name of the agent. */
    String agent();

    /** Index of the venue that a key names. */
    int venue(RoleKey key);

    /** Index of the venue that a key names; empty for {@code none}. */
    OptionalInt venueIfAny(RoleKey key);

    /** Indices of the venues that a key lists, each once. */
    List<Integer> venues(RoleKey key);

    /** The amount under a key, in whole units of the base asset of a venue. */
    double ofBase(RoleKey key, int venue);

    /** The pairs of venues that a key lists, each once and of two venues that trade the same pair of assets. */
    List<RoleSpec.Route> routes(RoleKey key);

    /** The words that a key lists, those of them that are known. */
    List<String> words(RoleKey key, List<String> known);

    /** Indices of the other agents that a key lists, each once, in the scenario's order of all agents. */
    List<Integer> agents(RoleKey key);

    /** What the scenario says of a venue; empty if it has mistakes, which the user is told. */
    Optional<VenueSpec> spec(int venue);

    /** What the scenario says of all venues; empty if one has mistakes, which the user is told. */
    Optional<List<VenueSpec>> specs();

    /** Index of the quote asset. */
    int quoteAsset();

    /** Symbol of an asset. */
    String symbol(int asset);

    /** Decimals of an asset. */
    int decimals(int asset);

    /** Notes that the value of a key is not what was expected. */
    void reject(RoleKey key, String expected);

    /** Tells that the value of a key may be used, but is probably not what is wanted; the message goes on from the key. */
    void warn(RoleKey key, String message);
}
