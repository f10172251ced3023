package catallaxy.environment.market.role;

import catallaxy.environment.base.registry.Named;
import java.util.List;

/**
 * A kind of role, which a scenario names as the {@code role} of an agent: the one thing that is registered, by its class name in
 * {@code META-INF/services/catallaxy.environment.market.role.RoleKind}. Immutable; a public class without state and with a public
 * constructor without arguments.
 *
 * @param <S> the settings of one seat
 */
public interface RoleKind<S extends RoleSpec> extends Named {
    /** The record of the settings, which is this kind's alone. What it implements beside tells which policies fit the seat. */
    Class<S> spec();

    /** One sentence, without its full stop. */
    String summary();

    /** What it does, in lines ready to be shown. */
    String detail();

    /** Time between two decisions where the scenario does not say, as it is written there. */
    String cadence();

    /** The keys of an agent beside those that all agents have. */
    List<RoleKey> keys();

    /**
     * Reads the settings from a scenario.
     *
     * @throws IllegalArgumentException if they do not fit together; told to the user as a mistake of the agent
     */
    S read(RoleSettings settings);

    /**
     * The settings of a seat in the shipped scenario {@code two-chains}, as they are written there, by which the catalogue shows what such
     * a seat observes and does; empty if that scenario has one.
     */
    default String example() {
        return "";
    }

    /**
     * A venue of the example.
     *
     * @param entry as it is written under the name
     */
    record ExampleVenue(String name, String entry) {}

    /**
     * Venues that the example needs and the scenario lacks.
     *
     * @param agent name of the agent in the seat
     */
    default List<ExampleVenue> exampleVenues(String agent) {
        return List.of();
    }
}
