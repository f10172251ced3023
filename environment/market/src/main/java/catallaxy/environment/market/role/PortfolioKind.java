package catallaxy.environment.market.role;

import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.List;

/** The fund, as scenarios name it. */
public final class PortfolioKind implements RoleKind<RoleSpec.Portfolio> {
    private static final RoleKey POOLS = RoleKey.required(
            "pools",
            RoleKey.Type.VENUES,
            "The pools in which it trades, each against the quote asset; a chain and an asset each.");
    private static final RoleKey BRIDGES =
            new RoleKey("bridges", RoleKey.Type.BRIDGES, "", "[]", "Bridges over which it may move the quote asset.");
    private static final RoleKey MIN_TRADE =
            RoleKey.number("min-trade", "0 to 1e15", "100", "Smaller adjustments are left alone, quote units.");
    private static final RoleKey MAX_SLIPPAGE = RoleKey.number(
            "max-slippage", "0 to 1", "0.01", "Fraction by which a swap's output may fall short of the quote.");

    @Override
    public String name() {
        return "portfolio";
    }

    @Override
    public Class<RoleSpec.Portfolio> spec() {
        return RoleSpec.Portfolio.class;
    }

    @Override
    public String summary() {
        return "Holds assets on several chains in chosen weights of its equity";
    }

    @Override
    public String detail() {
        return """
                Trades in the pools of each chain and moves the quote asset over bridges.
                With policy merton-band (Merton 1969; Davis and Norman 1990):
                Target weights     the maximum of pi'(mu - r) - gamma/2 pi' Sigma pi without debt and short positions:
                                   Sigma^-1 (mu - r) / gamma where neither binds
                No-trade band      of order cost^(1/3) around each weight; inside it nothing is traded""";
    }

    @Override
    public String cadence() {
        return "10 m";
    }

    @Override
    public List<RoleKey> keys() {
        return List.of(POOLS, BRIDGES, MIN_TRADE, MAX_SLIPPAGE);
    }

    @Override
    public RoleSpec.Portfolio read(RoleSettings settings) {
        return settings.record(RoleSpec.Portfolio.class, new RoleSettings.Given("sleeves", sleeves(settings)));
    }

    private static List<RoleSpec.Sleeve> sleeves(RoleSettings settings) {
        List<RoleSpec.Sleeve> sleeves = new ArrayList<>();
        for (int pool : settings.venues(POOLS)) {
            settings.spec(pool).ifPresent(spec -> {
                if (spec instanceof VenueSpec.OnChain pair
                        && pair.quote() == settings.quoteAsset()
                        && Kinds.registered().trades(pair)) {
                    sleeves.add(new RoleSpec.Sleeve(pair.chain(), pair.base(), pool));
                } else {
                    settings.reject(POOLS, "pools against the quote asset only");
                }
            });
        }
        return sleeves;
    }
}
