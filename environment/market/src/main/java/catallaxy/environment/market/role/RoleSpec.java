package catallaxy.environment.market.role;

import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.setting.NameOf;
import catallaxy.environment.base.check.Checks;
import java.util.List;
import java.util.OptionalInt;

/**
 * The settings of one seat's role: an immutable record, which also makes the role. Those of the house are here; whoever writes a role of
 * their own implements this beside it. What a spec implements besides, such as {@link TwoSided}, tells policies and limits what they can
 * rely on.
 */
public interface RoleSpec {
    /** Name of the role in scenario files and results. */
    String role();

    /**
     * The role with these settings.
     *
     * @throws IllegalArgumentException if its venues, pools or agents do not fit the market
     */
    Role in(RoleSite site);

    /**
     * Lists what a learner sees of the seat: what is observed, as it is, unless the role knows better.
     *
     * @param observed by an agent in the seat
     */
    default void learnerFeatures(ObservationSpec observed, LearnerFeatures all) {
        observed.features().forEach(all::asObserved);
    }

    /** Indices of the agents whose scale it sets; their decisions of the same moment come after its own. */
    default List<Integer> supervised() {
        return List.of();
    }

    /**
     * Quotes both sides of an order-book venue.
     *
     * @param venue                 index of the book
     * @param maxInventory          largest deviation from the initial inventory, whole base units, positive
     * @param quoteSize             quantity of a full-sized quote, whole base units, positive
     * @param maxOffsetBps          largest distance of a quote from the mid-price, basis points
     * @param inventoryPenalty      φ of the reward's running penalty φ q², quote units per whole base unit² and hour
     * @param volatilityHalfLifeNanos of the exponentially weighted variance of the mid-price that the agent observes
     */
    record MarketMaker(
            int venue,
            double maxInventory,
            double quoteSize,
            double maxOffsetBps,
            double inventoryPenalty,
            long volatilityHalfLifeNanos)
            implements RoleSpec, TwoSided {
        public MarketMaker {
            Checks.positive("maxInventory", maxInventory);
            Checks.positive("quoteSize", quoteSize);
            Checks.inRange("maxOffsetBps", maxOffsetBps, 0.01, 10_000);
            Checks.inRange("inventoryPenalty", inventoryPenalty, 0, 1e12);
            Checks.inRange("volatilityHalfLifeNanos", volatilityHalfLifeNanos, 1_000_000_000L, 31_536_000_000_000_000L);
        }

        @Override
        public String role() {
            return "market-maker";
        }

        @Override
        public Role in(RoleSite site) {
            return new MarketMakerRole(this, site.engine(), site.durationNanos());
        }

        @Override
        public void learnerFeatures(ObservationSpec observed, LearnerFeatures all) {
            MakerFeatures.list(maxInventory, all);
        }
    }

    /**
     * Holds assets on several chains in chosen weights of its equity.
     *
     * @param sleeves       where it may hold which asset, and the pool in which it trades that
     * @param bridges       indices of the bridges over which it may move the quote asset
     * @param minTradeQuote smaller adjustments are left alone, quote units
     * @param maxSlippage   fraction by which a swap may move the pool's price, and by which its output may fall short of the
     *                      pool's quote
     * @param lending       index of the lending market at which it may lend its assets, and borrow against them
     * @param healthFloor   health factor below which it does not bring itself by a loan or a withdrawal, above 1
     */
    record Portfolio(
            List<Sleeve> sleeves,
            @NameOf(NameOf.Thing.BRIDGE) List<Integer> bridges,
            double minTradeQuote,
            double maxSlippage,
            OptionalInt lending,
            double healthFloor)
            implements RoleSpec, Weighting {
        /** One that lends nothing. */
        public Portfolio(List<Sleeve> sleeves, List<Integer> bridges, double minTradeQuote, double maxSlippage) {
            this(sleeves, bridges, minTradeQuote, maxSlippage, OptionalInt.empty(), 1.5);
        }

        public Portfolio {
            sleeves = List.copyOf(sleeves);
            bridges = List.copyOf(bridges);
            Checks.that(!sleeves.isEmpty(), "sleeves", "at least one", "none");
            Checks.inRange("minTradeQuote", minTradeQuote, 0, 1e15);
            Checks.inRange("maxSlippage", maxSlippage, 0, 1);
            Checks.inRange("healthFloor", healthFloor, 1.05, 100);
        }

        @Override
        public String role() {
            return "portfolio";
        }

        @Override
        public Role in(RoleSite site) {
            return new PortfolioRole(this, site.engine(), site.durationNanos());
        }

        @Override
        public void learnerFeatures(ObservationSpec observed, LearnerFeatures all) {
            PortfolioFeatures.list(observed, all);
        }
    }

    /** An asset on a chain, traded against the quote asset in the given pool of that chain. */
    record Sleeve(int chain, int asset, int pool) {}

    /**
     * Trades the same pair on two venues at once.
     *
     * @param routes         the pairs of venues it watches
     * @param maxTradeQuote  largest trade, quote units
     * @param maxSlippage    fraction by which a leg's output may fall short of what was expected
     * @param rebalanceShare a place that holds less than this share of its initial amount of an asset is refilled
     * @param bridges        indices of the bridges over which it may move assets
     * @param maxTip         largest tip that it may choose for its trades' transactions, as a multiple of the usual; 1 for no choice
     * @param flashLoans     whether trades within a chain are paid with flash loans, where a venue that they do not pass lends
     * @param maxCycle       most venues of one chain that a trade may pass; 2 for routes alone
     * @param cycleVenues    through which cycles may go beside those of the routes, indices
     */
    record Arbitrage(
            List<Route> routes,
            double maxTradeQuote,
            double maxSlippage,
            double rebalanceShare,
            @NameOf(NameOf.Thing.BRIDGE) List<Integer> bridges,
            double maxTip,
            boolean flashLoans,
            int maxCycle,
            @NameOf(NameOf.Thing.VENUE) List<Integer> cycleVenues)
            implements RoleSpec, Routing {
        /** One that tips as usual, and trades with what it has. */
        public Arbitrage(
                List<Route> routes,
                double maxTradeQuote,
                double maxSlippage,
                double rebalanceShare,
                List<Integer> bridges) {
            this(routes, maxTradeQuote, maxSlippage, rebalanceShare, bridges, 1);
        }

        /** One that trades with what it has. */
        public Arbitrage(
                List<Route> routes,
                double maxTradeQuote,
                double maxSlippage,
                double rebalanceShare,
                List<Integer> bridges,
                double maxTip) {
            this(routes, maxTradeQuote, maxSlippage, rebalanceShare, bridges, maxTip, false);
        }

        /** One that trades between two venues. */
        public Arbitrage(
                List<Route> routes,
                double maxTradeQuote,
                double maxSlippage,
                double rebalanceShare,
                List<Integer> bridges,
                double maxTip,
                boolean flashLoans) {
            this(
                    routes,
                    maxTradeQuote,
                    maxSlippage,
                    rebalanceShare,
                    bridges,
                    maxTip,
                    flashLoans,
                    Routing.PAIRS,
                    List.of());
        }

        public Arbitrage {
            routes = List.copyOf(routes);
            bridges = List.copyOf(bridges);
            cycleVenues = List.copyOf(cycleVenues);
            Checks.inRange("maxCycle", maxCycle, Routing.PAIRS, Routing.LONGEST);
            boolean further = maxCycle > Routing.PAIRS;
            Checks.that(further || !routes.isEmpty(), "routes", "at least one", "none");
            Checks.that(
                    further || cycleVenues.isEmpty(),
                    "cycleVenues",
                    "none where max-cycle is " + Routing.PAIRS,
                    cycleVenues.size());
            Checks.positive("maxTradeQuote", maxTradeQuote);
            Checks.inRange("maxSlippage", maxSlippage, 0, 1);
            Checks.inRange("rebalanceShare", rebalanceShare, 0, 1);
            Checks.inRange("maxTip", maxTip, 1, 1e6);
        }

        /** Whether its tip is an action. */
        public boolean choosesTip() {
            return maxTip > 1;
        }

        @Override
        public String role() {
            return "arbitrage";
        }

        @Override
        public Role in(RoleSite site) {
            return new ArbitrageRole(this, site.engine(), site.durationNanos());
        }
    }

    /** Two venues with the same base and quote asset. */
    record Route(int venueA, int venueB) {}

    /**
     * Watches other agents' equity and scales them down or halts them.
     *
     * @param supervised indices of the agents, in the scenario's order
     */
    record Risk(List<Integer> supervised) implements RoleSpec, Supervising {
        public Risk {
            supervised = List.copyOf(supervised);
            Checks.that(!supervised.isEmpty(), "supervises", "at least one agent", "none");
        }

        @Override
        public String role() {
            return "risk";
        }

        @Override
        public Role in(RoleSite site) {
            return new RiskRole(this, site.names(supervised), site.durationNanos(), site.seats());
        }

        @Override
        public void learnerFeatures(ObservationSpec observed, LearnerFeatures all) {
            SupervisorFeatures.list(observed, all);
        }
    }

    /**
     * Buys and sells on any of its venues; the role for agents of a user's own.
     *
     * @param venues        indices
     * @param maxTradeQuote largest trade, quote units
     * @param maxSlippage   fraction by which a swap's output may fall short of the pool's quote
     */
    record Trader(@NameOf(NameOf.Thing.VENUE) List<Integer> venues, double maxTradeQuote, double maxSlippage)
            implements RoleSpec {
        public Trader {
            venues = List.copyOf(venues);
            Checks.that(!venues.isEmpty(), "venues", "at least one", "none");
            Checks.positive("maxTradeQuote", maxTradeQuote);
            Checks.inRange("maxSlippage", maxSlippage, 0, 1);
        }

        @Override
        public String role() {
            return "trader";
        }

        @Override
        public Role in(RoleSite site) {
            return new TraderRole(this, site.engine(), site.durationNanos());
        }

        @Override
        public void learnerFeatures(ObservationSpec observed, LearnerFeatures all) {
            TraderFeatures.list(observed, all);
        }
    }

    /**
     * Deposits in pools against the quote asset, and takes out again.
     *
     * @param pools         indices of the pools, in the order of the actions
     * @param hedges        indices of the venues on which it may undo what pools do to its holdings of their base assets
     * @param minTradeQuote smaller adjustments are left alone, quote units
     * @param maxSlippage   fraction by which what a deposit, a withdrawal or a swap gets may fall short of what was expected
     * @param halfLifeNanos of the exponentially weighted volatility and fee yield that the agent observes
     */
    record LiquidityProvider(
            @NameOf(NameOf.Thing.VENUE) List<Integer> pools,
            @NameOf(NameOf.Thing.VENUE) List<Integer> hedges,
            double minTradeQuote,
            double maxSlippage,
            long halfLifeNanos)
            implements RoleSpec, Providing {
        public LiquidityProvider {
            pools = List.copyOf(pools);
            hedges = List.copyOf(hedges);
            Checks.that(!pools.isEmpty(), "pools", "at least one", "none");
            Checks.inRange("minTradeQuote", minTradeQuote, 0, 1e15);
            Checks.inRange("maxSlippage", maxSlippage, 0, 1);
            Checks.inRange("halfLifeNanos", halfLifeNanos, 1_000_000_000L, 31_536_000_000_000_000L);
        }

        @Override
        public String role() {
            return "liquidity-provider";
        }

        @Override
        public Role in(RoleSite site) {
            return new LiquidityProviderRole(this, site.engine(), site.durationNanos());
        }

        @Override
        public void learnerFeatures(ObservationSpec observed, LearnerFeatures all) {
            ProviderFeatures.list(observed, all);
        }
    }
}
