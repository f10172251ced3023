package catallaxy.environment.market.role;

import catallaxy.environment.api.Quantity;
import java.util.List;

/**
 * Offered by the settings of a role that trades the same pair on two venues at once: its actions are {@code TRADE} of routes, then
 * {@code ROUND} of cycles of more venues where it has some, and it observes both venues of each route, and the best of each cycle, as an
 * arbitrageur does.
 */
public interface Routing {
    /** What the seat's transactions tip the proposer, as a multiple of the usual: an action of seats that may choose it. */
    Quantity TIP = new Quantity("tip");

    /** Venues of a route. */
    int PAIRS = 2;

    /** The most venues of a cycle. */
    int LONGEST = 6;

    /** The pairs of venues, in the order of the actions. */
    List<RoleSpec.Route> routes();
}
