package catallaxy.agents.testkit;

import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.Meaning;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Features and action components as the roles have them, written by their names; venues trade ETH for USD. */
public final class Named {
    private static final Pattern OF_ROUTE = Pattern.compile("(\\w+)~(\\w+)\\.(?:(a|b)\\.)?(\\w+?)(?:_(\\d))?");
    private static final Set<String> OF_AGENTS = Set.of("equity", "scale", "drawdown");
    private static final Set<String> OF_CHAINS = Set.of("cash_weight", "gas_cost");

    private Named() {}

    /** A feature without bounds. */
    public static Feature feature(String name) {
        return new Feature(meaning(name), "1", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** A component whose neutral value is 0. */
    public static ActionComponent.Continuous quantity(String name, double low, double high) {
        return new ActionComponent.Continuous(meaning(name), "1", low, high, 0);
    }

    private static Meaning meaning(String name) {
        Meaning meaning = name.contains("~") ? ofRoute(name) : plain(name.split("\\.", 3));
        if (!meaning.name().equals(name)) {
            throw new IllegalArgumentException(name + " was taken for " + meaning);
        }
        return meaning;
    }

    private static Meaning plain(String[] parts) {
        Quantity quantity = new Quantity(parts[0]);
        if (parts.length == 1) {
            return quantity.ofSeat();
        }
        if (parts.length == 3) {
            return quantity.of(new Subject.Holding(parts[1], parts[2]));
        }
        if (OF_AGENTS.contains(parts[0])) {
            return quantity.of(new Subject.Agent(parts[1]));
        }
        return quantity.of(
                OF_CHAINS.contains(parts[0]) ? new Subject.Chain(parts[1]) : new Subject.Venue(parts[1], "ETH", "USD"));
    }

    private static Meaning ofRoute(String name) {
        Matcher parts = OF_ROUTE.matcher(name);
        if (!parts.matches()) {
            throw new IllegalArgumentException(name);
        }
        Subject.Route route = new Subject.Route(parts.group(1), parts.group(2));
        Subject of = parts.group(3) == null ? route : new Subject.Leg(route, parts.group(3));
        Subject level = parts.group(5) == null ? of : new Subject.Level(of, Integer.parseInt(parts.group(5)));
        return new Quantity(parts.group(4)).of(level);
    }
}
