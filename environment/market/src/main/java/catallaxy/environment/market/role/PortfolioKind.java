package catallaxy.environment.market.role;

import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

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
    private static final RoleKey LENDING = new RoleKey(
            "lending",
            RoleKey.Type.OPTIONAL_VENUE,
            "",
            "none",
            "Lending market at which it may lend what it holds on its chain, and borrow the quote asset against it; or none.");
    private static final RoleKey HEALTH_FLOOR = RoleKey.number(
            "health-floor",
            "1.05 to 100",
            "1.5",
            "Health factor below which no loan or withdrawal of its own brings it; what is beyond is paid back.");

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
                Trades in the pools of each chain and moves the quote asset over bridges. At a lending market, if it has one, it may
                supply a share of each asset and borrow the quote asset against them, down to a floor of its health factor.
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
        return List.of(POOLS, BRIDGES, MIN_TRADE, MAX_SLIPPAGE, LENDING, HEALTH_FLOOR);
    }

    @Override
    public RoleSpec.Portfolio read(RoleSettings settings) {
        List<RoleSpec.Sleeve> sleeves = sleeves(settings);
        return settings.record(
                RoleSpec.Portfolio.class,
                new RoleSettings.Given("sleeves", sleeves),
                new RoleSettings.Given("lending", lending(settings, sleeves)));
    }

    private static OptionalInt lending(RoleSettings settings, List<RoleSpec.Sleeve> sleeves) {
        OptionalInt lending = settings.venueIfAny(LENDING);
        if (lending.isPresent()) {
            settings.spec(lending.getAsInt()).ifPresent(venue -> {
                if (FundLending.assets(venue, sleeves, settings.quoteAsset()).isEmpty()) {
                    settings.reject(LENDING, "a lending market of an asset that it trades on that chain, or none");
                }
            });
        }
        return lending;
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
