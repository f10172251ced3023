package catallaxy.environment.market.population;

import catallaxy.environment.base.registry.Named;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.engine.MarketEngine;
import java.util.List;

/**
 * A kind of group of the background population, which a scenario names as the {@code kind} of an entry of {@code population}: the one
 * thing that is registered, by its class name in {@code META-INF/services/catallaxy.environment.market.population.GroupKind}.
 * Immutable; a public class without state and with a public constructor without arguments.
 *
 * @param <S> the settings of one group
 */
public interface GroupKind<S extends GroupSpec> extends Named {
    /** The record of the settings, which is this kind's alone. */
    Class<S> spec();

    /** The venues on which such a group can act. */
    VenueNeed venues();

    /** The sizes of its orders, for which a scenario is warned where they are less than a lot of a book. */
    default List<OrderSize> orderSizes(S spec) {
        return List.of();
    }

    /**
     * Starts a group at the market's present time.
     *
     * @param account participant and stream of the group, from which the first wake-up may be drawn
     */
    Behaviour open(S spec, GroupAccount account, MarketEngine market);

    /** What was {@link Behaviour#save saved} of a group with the same settings in the same market. */
    Behaviour load(StateReader in, S spec, MarketEngine market);
}
