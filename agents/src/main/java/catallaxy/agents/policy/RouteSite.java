package catallaxy.agents.policy;

import catallaxy.agents.AgentContext;
import catallaxy.environment.api.Account;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.role.Routing;

/** Both places of an arbitrageur's route, and what an account has there. */
record RouteSite(RoutePlace a, RoutePlace b) {
    /** The sites of a seat's routes, in the order of its actions. */
    static RouteSite[] of(AgentContext context) {
        EngineSpec engine = context.market().engine();
        return ((Routing) context.seat().role())
                .routes().stream().map(route -> of(engine, route)).toArray(RouteSite[]::new);
    }

    private static RouteSite of(EngineSpec engine, RoleSpec.Route route) {
        return new RouteSite(RoutePlace.of(engine, route.venueA()), RoutePlace.of(engine, route.venueB()));
    }

    /** What is traded. */
    String token() {
        return a.base().symbol();
    }

    String name() {
        return a.group() + " ~ " + b.group();
    }

    /** Whether both venues settle at one place, so that what happened at each cannot be told from balances. */
    boolean isOnePlace() {
        return a.place() == b.place();
    }

    /** Whether a trade of each at the same time moves the same balances. */
    boolean meets(RouteSite other) {
        return a.place() == other.a.place()
                || a.place() == other.b.place()
                || b.place() == other.a.place()
                || b.place() == other.b.place();
    }

    /** What the account has at both places, and how much it has done so far. */
    Held held(Account account) {
        return new Held(
                a.baseOf(account),
                a.quoteOf(account),
                b.baseOf(account),
                b.quoteOf(account),
                account.fills() + account.refusals());
    }

    /**
     * Balances, whole units.
     *
     * @param events executions and refusals so far
     */
    record Held(double baseA, double quoteA, double baseB, double quoteB, long events) {
        Held since(Held before) {
            return new Held(
                    baseA - before.baseA,
                    quoteA - before.quoteA,
                    baseB - before.baseB,
                    quoteB - before.quoteB,
                    events - before.events);
        }
    }
}
