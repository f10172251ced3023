package catallaxy.environment.market.execution;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.role.Role;
import catallaxy.environment.market.role.RoleSite;
import catallaxy.environment.market.role.RoleSpec;
import java.util.List;

/**
 * Executes trades of routes whose venues are contracts of one chain.
 *
 * @param routes          the pairs of venues
 * @param methods         words of the methods that it may use ({@link ExecutionMethod})
 * @param maxTradeQuote   largest trade, quote units
 * @param maxSlippage     share of the promised gain by which a trade may fall short of it at a slippage multiplier of 1
 * @param halfLifeNanos   of the exponentially weighted volatility that it observes
 * @param gasWeight       of the gas that was saved, in the reward
 * @param speedWeight     quote units of reward that a second of waiting costs
 * @param successWeight   quote units of reward for a success, and against a failure
 */
public record ExecutionSpec(
        List<RoleSpec.Route> routes,
        List<String> methods,
        double maxTradeQuote,
        double maxSlippage,
        long halfLifeNanos,
        double gasWeight,
        double speedWeight,
        double successWeight)
        implements RoleSpec {
    /** Parts of the promised best size that can be chosen. */
    public static final List<Double> SIZES = List.of(0.25, 0.5, 1.0);
    /** Multiples of the largest slippage that can be chosen. */
    public static final List<Double> SLIPPAGES = List.of(0.5, 1.0, 2.0);

    private static final double MOST_WEIGHT = 1e6;

    public ExecutionSpec {
        routes = List.copyOf(routes);
        methods = List.copyOf(methods);
        Checks.that(!routes.isEmpty(), "routes", "at least one", "none");
        Checks.that(!methods.isEmpty(), "methods", "at least one of " + ExecutionMethod.words(), "none");
        methods.forEach(ExecutionMethod::named);
        Checks.positive("maxTradeQuote", maxTradeQuote);
        Checks.inRange("maxSlippage", maxSlippage, 0, 1);
        Checks.inRange("halfLifeNanos", halfLifeNanos, 1_000_000_000L, 31_536_000_000_000_000L);
        Checks.inRange("gasWeight", gasWeight, 0, MOST_WEIGHT);
        Checks.inRange("speedWeight", speedWeight, 0, MOST_WEIGHT);
        Checks.inRange("successWeight", successWeight, 0, MOST_WEIGHT);
    }

    /** Whether it may use a method. */
    boolean allows(ExecutionMethod method) {
        return methods.contains(method.word());
    }

    /** What can be chosen in a market besides holding, in the order of the action's labels. */
    public List<ExecutionOption> options(EngineSpec engine) {
        return ExecutionOption.all(engine, routes);
    }

    @Override
    public String role() {
        return "execution";
    }

    @Override
    public Role in(RoleSite site) {
        return new ExecutionRole(this, site.engine(), site.durationNanos());
    }
}
