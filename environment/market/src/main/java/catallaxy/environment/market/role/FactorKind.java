package catallaxy.environment.market.role;

import catallaxy.environment.api.view.Factor;
import catallaxy.environment.base.registry.Named;
import java.util.List;

/**
 * A kind of factor, which a scenario names among the {@code factors} of an agent, who then observes it beside what its role shows: the one
 * thing that is registered, by its class name in {@code META-INF/services/catallaxy.environment.market.role.FactorKind}. Immutable; a
 * public class without state and with a public constructor without arguments.
 */
public interface FactorKind extends Named {
    /** What is seen, without a full stop. */
    String summary();

    /** How it is computed, in lines ready to be shown. */
    String detail();

    /**
     * The factors of one seat, in the order in which they are observed: one, or one for each venue, chain and so on.
     *
     * @param agent whose seat it is
     * @throws IllegalArgumentException if there is nothing of the kind to see in the market; told to the user
     */
    List<Factor<FactorSight>> in(RoleSite site, SeatSpec agent);

    /**
     * What the shipped scenario {@code two-chains} lacks for there to be something to see, as the catalogue shows it.
     */
    default List<RoleKind.ExampleVenue> exampleVenues() {
        return List.of();
    }
}
