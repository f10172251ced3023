package catallaxy.environment.market.role;

import java.util.List;

/**
 * Offered by the settings of a role that trades the same pair on two venues at once: its actions are {@code TRADE} of routes, and it
 * observes both venues of each as an arbitrageur does.
 */
public interface Routing {
    /** The pairs of venues, in the order of the actions. */
    List<RoleSpec.Route> routes();
}
