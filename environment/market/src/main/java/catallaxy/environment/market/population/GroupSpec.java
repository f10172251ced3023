package catallaxy.environment.market.population;

import catallaxy.environment.market.engine.EngineSpec;
import java.util.List;

/**
 * The settings of a group of background participants: an immutable record of its {@link GroupKind kind}'s own.
 *
 * <p>Arrivals are Poisson with the group's rate times the world's activity multiplier. Trade sizes are log-normal.
 */
public interface GroupSpec {
    /** Its name, where it acts, what it owns. */
    Group group();

    /** Name, unique among the groups of a scenario. */
    default String id() {
        return group().id();
    }

    /** Indices of the venues on which the group acts; each arrival picks one with equal probability. */
    default List<Integer> venues() {
        return group().venues();
    }

    /**
     * Looks at the market in which the group is to act.
     *
     * @throws IllegalArgumentException if the group does not fit in
     */
    default void check(EngineSpec engine) {}
}
