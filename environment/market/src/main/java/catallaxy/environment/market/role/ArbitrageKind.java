package catallaxy.environment.market.role;

import java.util.List;

/** The arbitrageur, as scenarios name it. */
public final class ArbitrageKind implements RoleKind<RoleSpec.Arbitrage> {
    private static final RoleKey ROUTES =
            RoleKey.required("routes", RoleKey.Type.ROUTES, "Pairs of venues with the same assets, such as pool~book.");
    private static final RoleKey MAX_TRADE =
            RoleKey.number("max-trade", "above 0", "100000", "Largest trade, quote units.");
    private static final RoleKey MAX_SLIPPAGE = RoleKey.number(
            "max-slippage", "0 to 1", "0.005", "Fraction by which a leg's output may fall short of what was expected.");
    private static final RoleKey REBALANCE_SHARE = RoleKey.number(
            "rebalance-share",
            "0 to 1",
            "0.3",
            "A place with less than this share of its initial amount of an asset is refilled.");
    private static final RoleKey MAX_TIP = RoleKey.number(
            "max-tip",
            "1 to 1e6",
            "1",
            "Largest tip that it may choose for the transactions of its trades, as a multiple of the usual; 1 for no choice.");
    private static final RoleKey BRIDGES =
            new RoleKey("bridges", RoleKey.Type.BRIDGES, "", "[]", "Bridges over which it may move assets.");

    private static final RoleKey FLASH_LOANS = new RoleKey(
            "flash-loans",
            RoleKey.Type.FLAG,
            "",
            "false",
            "Whether trades within a chain are paid with flash loans, where a venue that they do not pass lends.");
    private static final RoleKey MAX_CYCLE = new RoleKey(
            "max-cycle",
            RoleKey.Type.WHOLE,
            Routing.PAIRS + " to " + Routing.LONGEST,
            "2",
            "Most venues of one chain that a trade may pass back to its asset; 2 for the routes alone.");
    private static final RoleKey CYCLE_VENUES = new RoleKey(
            "cycle-venues",
            RoleKey.Type.VENUES,
            "",
            "[]",
            "Venues on chains through which cycles of more than two may go, beside those of the routes.");

    @Override
    public String name() {
        return "arbitrage";
    }

    @Override
    public Class<RoleSpec.Arbitrage> spec() {
        return RoleSpec.Arbitrage.class;
    }

    @Override
    public String summary() {
        return "Trades the same pair on two venues at once, or round a cycle of venues";
    }

    @Override
    public String detail() {
        return """
                With policy closed-form-arbitrage it trades where the gain exceeds fees, gas and, across chains, the cost of refilling
                the poorer place:
                Pool against pool  y = (g sqrt(Xa Yb Xb Ya) - Ya Xb) / (g Xb + g^2 Xa), g = 1 - fee
                Loans              of a fee f per unit spent divide what is sold for by 1 + f
                Pool against book  walks the book's levels against the pool's marginal price
                Cycles             with max-cycle above 2: the exact best size in base units, in one transaction""";
    }

    @Override
    public String cadence() {
        return "2 s";
    }

    @Override
    public List<RoleKey> keys() {
        return List.of(
                ROUTES,
                MAX_TRADE,
                MAX_SLIPPAGE,
                REBALANCE_SHARE,
                BRIDGES,
                MAX_TIP,
                FLASH_LOANS,
                MAX_CYCLE,
                CYCLE_VENUES);
    }

    @Override
    public RoleSpec.Arbitrage read(RoleSettings settings) {
        RoleSpec.Arbitrage read =
                settings.record(RoleSpec.Arbitrage.class, new RoleSettings.Given("routes", settings.routes(ROUTES)));
        settings.specs()
                .filter(venues -> read.flashLoans()
                        && read.maxCycle() == Routing.PAIRS
                        && !ArbitrageRole.isFunded(venues, read.routes()))
                .ifPresent(_ -> settings.reject(
                        FLASH_LOANS,
                        "false, since no route is between two venues of a chain where a third lends the quote asset"));
        if (read.maxCycle() > Routing.PAIRS) {
            settings.specs()
                    .map(venues -> Rounds.all(venues, settings.quoteAsset(), read))
                    .filter(rounds -> rounds.isEmpty() || rounds.size() > Rounds.MOST)
                    .ifPresent(_ -> settings.reject(
                            MAX_CYCLE,
                            "2, or one up to which the seat's venues have 1 to " + Rounds.MOST
                                    + " cycles of more than two within a chain"));
        }
        return read;
    }
}
