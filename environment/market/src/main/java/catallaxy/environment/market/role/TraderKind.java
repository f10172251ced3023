package catallaxy.environment.market.role;

import catallaxy.environment.market.contract.Kinds;
import java.util.List;

/** The trader, as scenarios name it. */
public final class TraderKind implements RoleKind<RoleSpec.Trader> {
    private static final RoleKey VENUES = RoleKey.required("venues", RoleKey.Type.VENUES, "Where it may trade.");
    private static final RoleKey MAX_TRADE =
            RoleKey.number("max-trade", "above 0", "10000", "Largest trade, quote units.");
    private static final RoleKey MAX_SLIPPAGE = RoleKey.number(
            "max-slippage", "0 to 1", "0.01", "Fraction by which a swap's output may fall short of the quote.");

    @Override
    public String name() {
        return "trader";
    }

    @Override
    public Class<RoleSpec.Trader> spec() {
        return RoleSpec.Trader.class;
    }

    @Override
    public String summary() {
        return "Buys and sells on any of its venues; the seat for agents of your own";
    }

    @Override
    public String detail() {
        return "Implement the agent interface, name the class in the scenario and put its jar on --classpath.";
    }

    @Override
    public String cadence() {
        return "1 m";
    }

    @Override
    public List<RoleKey> keys() {
        return List.of(VENUES, MAX_TRADE, MAX_SLIPPAGE);
    }

    @Override
    public RoleSpec.Trader read(RoleSettings settings) {
        for (int venue : settings.venues(VENUES)) {
            settings.spec(venue)
                    .filter(each -> !Kinds.registered().trades(each))
                    .ifPresent(_ -> settings.reject(VENUES, "venues where two assets are traded"));
        }
        return settings.record(RoleSpec.Trader.class);
    }

    @Override
    public String example() {
        return "venues = [spot-ETH-USDC, rollup-ETH-USDC], max-trade = 5000, holdings { rollup { USDC = 30000 } }";
    }
}
