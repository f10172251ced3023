package catallaxy.environment.market.trading;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.bridge.BridgeSpec;
import catallaxy.environment.market.bridge.CommitteeSpec;
import catallaxy.environment.market.chain.BuildingSpec;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.exchange.ExchangeSpec;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.population.GroupSpec;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.role.SeatSpec;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.venue.uniswapv2.UniswapV2Spec;
import catallaxy.environment.market.world.CorrelationSpec;
import catallaxy.environment.market.world.DiffusionSpec;
import catallaxy.environment.market.world.RegimeChainSpec;
import catallaxy.environment.market.world.ReplayClockSpec;
import catallaxy.environment.market.world.WorldSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A scenario of two chains and an exchange with ETH against USDC at 2000: pools {@link #POOL_A} and {@link #POOL_B} on the
 * main chain, {@link #POOL_C} on the rollup, and {@link #BOOK}. Gas costs cents, so that it does not hide what is tested.
 */
public final class SmallMarket {
    public static final int USDC = 0;
    public static final int ETH = 1;

    public static final int MAIN = 0;
    public static final int ROLLUP = 1;
    public static final int EXCHANGE = 2;

    public static final int POOL_A = 0;
    public static final int POOL_B = 1;
    public static final int POOL_C = 2;
    public static final int BOOK = 3;

    public static final long SECOND = 1_000_000_000L;
    public static final long HOUR = 3_600 * SECOND;

    private double volatility;
    private double priceB = 2_000;
    private int mainBlockSeconds = 12;
    private RegimeChainSpec regimes = RegimeChainSpec.CONSTANT;
    private long latencyNanos = 50_000_000;
    private double jitter;
    private ChainSpec.Ordering ordering = ChainSpec.Ordering.FIRST_COME;
    private BuildingSpec building = BuildingSpec.MEMPOOL_ALONE;
    private CommitteeSpec committee = CommitteeSpec.NONE;
    private final List<VenueSpec> further = new ArrayList<>();
    private final List<GroupSpec> population = new ArrayList<>();
    private final List<SeatSpec> agents = new ArrayList<>();

    public SmallMarket volatility(double perYear) {
        volatility = perYear;
        return this;
    }

    /** Sets the initial price of the second pool. */
    public SmallMarket priceB(double price) {
        priceB = price;
        return this;
    }

    /** Sets the time between two blocks of the main chain. */
    public SmallMarket mainBlocks(int seconds) {
        mainBlockSeconds = seconds;
        return this;
    }

    /** Sets which transactions come first on the rollup. */
    public SmallMarket ordering(ChainSpec.Ordering order) {
        ordering = order;
        return this;
    }

    /** Sets who builds the blocks of both chains. */
    public SmallMarket building(BuildingSpec spec) {
        building = spec;
        return this;
    }

    /** Sets who attests the bridge's messages; nobody if not set. */
    public SmallMarket committee(CommitteeSpec spec) {
        committee = spec;
        return this;
    }

    public SmallMarket regimes(RegimeChainSpec chain) {
        regimes = chain;
        return this;
    }

    /** Sets the exchange's latency, 50 ms if not set, and the jitter of exchange and chains, 0 if not set. */
    public SmallMarket latency(long nanos, double share) {
        latencyNanos = nanos;
        jitter = share;
        return this;
    }

    /** Adds a venue; the first has the number after {@link #BOOK}. */
    public SmallMarket venue(VenueSpec venue) {
        further.add(venue);
        return this;
    }

    /** Adds a group of background participants. */
    public SmallMarket with(GroupSpec group) {
        population.add(group);
        return this;
    }

    /** Adds an agent of so much latency of its own that decides each second. */
    public SmallMarket distant(String id, RoleSpec role, long ownLatencyNanos, double usdc, double eth) {
        agents.add(new SeatSpec(id, role, SECOND, SECOND, ownLatencyNanos, everywhere(usdc, eth)));
        return this;
    }

    /** Adds an agent that decides each {@code seconds} and owns so much of both assets at every place. */
    public SmallMarket agent(String id, RoleSpec role, int seconds, double usdc, double eth) {
        agents.add(new SeatSpec(id, role, seconds * SECOND, seconds * SECOND, 0, everywhere(usdc, eth)));
        return this;
    }

    /** So much of both assets at every place. */
    public static List<Endowment> everywhere(double usdc, double eth) {
        List<Endowment> endowments = new ArrayList<>();
        for (int place = 0; place <= EXCHANGE; place++) {
            endowments.add(new Endowment(place, USDC, units(usdc, 6)));
            endowments.add(new Endowment(place, ETH, units(eth, 18)));
        }
        return endowments;
    }

    public MarketSpec spec() {
        return new MarketSpec("small", 240 * HOUR, engine(), population, agents);
    }

    public EngineSpec engine() {
        return new EngineSpec(
                List.of(new AssetSpec("USDC", 6), new AssetSpec("ETH", 18)),
                USDC,
                List.of(
                        chain("main", ChainSpec.Kind.L1, ChainSpec.Ordering.PRIORITY_FEE, mainBlockSeconds),
                        chain("rollup", ChainSpec.Kind.ROLLUP, ordering, 2)),
                List.of(new ExchangeSpec("exchange", 100, 400, latencyNanos, jitter, 2, 60 * SECOND)),
                venues(),
                List.of(bridge()),
                new WorldSpec(
                        10 * SECOND,
                        List.of(new DiffusionSpec("ETH", 2_000, 0, volatility)),
                        CorrelationSpec.identity(1),
                        regimes,
                        0,
                        List.of(),
                        ReplayClockSpec.UNUSED));
    }

    private BridgeSpec bridge() {
        return new BridgeSpec(
                "bridge",
                MAIN,
                ROLLUP,
                List.of(USDC, ETH),
                BridgeSpec.Kind.LOCK_AND_MINT,
                new BridgeSpec.Passage(120 * SECOND, false, 0, 0, 0, 0),
                new BridgeSpec.Fees(100, List.of()),
                List.of(),
                BridgeSpec.RateLimit.NONE,
                BridgeSpec.Liquidity.NONE,
                committee);
    }

    private List<VenueSpec> venues() {
        List<VenueSpec> venues = new ArrayList<>(List.of(
                pool("a", MAIN, 2_000),
                pool("b", MAIN, priceB),
                pool("c", ROLLUP, 2_000),
                new VenueSpec.Book("book", 0, ETH, USDC, 1_000_000_000_000_000L, 10)));
        venues.addAll(further);
        return venues;
    }

    private ChainSpec chain(String id, ChainSpec.Kind kind, ChainSpec.Ordering order, int blockSeconds) {
        ChainSpec.BlockspaceDemand demand = new ChainSpec.BlockspaceDemand(0.5, 0, 0, 100_000_000);
        return new ChainSpec(
                id,
                kind,
                new ChainSpec.Blocks(order, blockSeconds * SECOND, building),
                new ChainSpec.GasMarket(30_000_000, 2, 8, 100_000_000, ETH, demand),
                new ChainSpec.MempoolRule(200_000_000, jitter, 10_000));
    }

    private static VenueSpec pool(String id, int chain, double price) {
        return new UniswapV2Spec(id, chain, ETH, USDC, units(5_000, 18), units(5_000 * price, 6), false);
    }

    /** Whole units in base units. */
    public static UInt256 units(double whole, int decimals) {
        return UInt256.of(BigDecimal.valueOf(whole).movePointRight(decimals).toBigInteger());
    }
}
