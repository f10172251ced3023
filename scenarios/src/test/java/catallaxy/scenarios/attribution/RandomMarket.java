package catallaxy.scenarios.attribution;

import catallaxy.environment.api.venue.OptionRight;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.bridge.BridgeSpec;
import catallaxy.environment.market.bridge.CommitteeSpec;
import catallaxy.environment.market.chain.BlobFork;
import catallaxy.environment.market.chain.BlobSpec;
import catallaxy.environment.market.chain.BuildingSpec;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.chain.DataSpec;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.exchange.ExchangeSpec;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.margin.DerivativeSpec;
import catallaxy.environment.market.margin.ExpiryTerms;
import catallaxy.environment.market.margin.FundingTerms;
import catallaxy.environment.market.margin.IndexSource;
import catallaxy.environment.market.margin.MarginMode;
import catallaxy.environment.market.margin.MarginRates;
import catallaxy.environment.market.margin.MarkTerms;
import catallaxy.environment.market.oracle.OracleKind;
import catallaxy.environment.market.oracle.OracleSpec;
import catallaxy.environment.market.outage.OutageSpec;
import catallaxy.environment.market.population.BasisSpec;
import catallaxy.environment.market.population.BookProviderSpec;
import catallaxy.environment.market.population.FundamentalSpec;
import catallaxy.environment.market.population.Group;
import catallaxy.environment.market.population.GroupSpec;
import catallaxy.environment.market.population.LeveragedSpec;
import catallaxy.environment.market.population.MomentumSpec;
import catallaxy.environment.market.population.NoiseSpec;
import catallaxy.environment.market.population.PoolProviderSpec;
import catallaxy.environment.market.population.PositionSide;
import catallaxy.environment.market.population.TradeSize;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.role.SeatSpec;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.venue.option.MarginTerms;
import catallaxy.environment.market.venue.option.OptionSeries;
import catallaxy.environment.market.venue.option.OptionSpec;
import catallaxy.environment.market.venue.option.QuotedSurface;
import catallaxy.environment.market.venue.option.VolatilitySurface;
import catallaxy.environment.market.venue.uniswapv2.UniswapV2Spec;
import catallaxy.environment.market.world.DiffusionSpec;
import catallaxy.environment.market.world.WorldSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A small market drawn from a seed: two chains, which may reorganise, an exchange, a bridge, pools and books with random fees, a
 * random population, and agents of random roles. One asset is priced by a pool alone.
 */
final class RandomMarket {
    static final int ETH = 0;
    static final int BTC = 1;
    static final int USDC = 2;
    static final int TOKEN = 3;
    static final int ETH_BOOK = 0;
    static final int BTC_BOOK = 1;
    static final int ETH_MAINNET = 2;
    static final int ETH_ROLLUP = 3;
    static final int BTC_MAINNET = 4;
    static final int ETH_SECOND = 5;
    static final int TOKEN_MAINNET = 6;
    static final int BTC_ETH = 7;
    static final int ETH_PERP = 8;
    static final int ETH_FUTURE = 9;
    static final int ETH_OPTIONS = 10;
    static final int OPTION_SERIES = 4;
    static final List<String> WILD = List.of("wild-1", "wild-2");

    private static final long SECOND = 1_000_000_000L;
    private static final long GWEI = 1_000_000_000L;
    private static final int[] DECIMALS = {18, 8, 6, 9};

    private final RandomStream random;
    private final String settlesOn;

    private RandomMarket(long seed) {
        this.settlesOn = seed % 2 == 0 ? "mainnet" : DataSpec.NOWHERE;
        this.random = RandomStream.of(seed, "test/market");
    }

    static MarketSpec spec(long seed) {
        return new RandomMarket(seed).spec();
    }

    /** Base units of a decimal number of whole units. */
    static UInt256 units(int asset, String whole) {
        return UInt256.of(new BigDecimal(whole).movePointRight(DECIMALS[asset]).toBigInteger());
    }

    /** Every second rollup charges for data. */
    private MarketSpec spec() {
        long seconds = 400L + random.nextInt(600);
        return new MarketSpec("random", seconds * SECOND, engine(), population(), agents());
    }

    private EngineSpec engine() {
        long step = List.of(1L, 2L, 10L).get(random.nextInt(3)) * SECOND;
        double volatility = 0.2 + random.nextDouble();
        return new EngineSpec(
                List.of(
                        new AssetSpec("ETH", DECIMALS[ETH]),
                        new AssetSpec("BTC", DECIMALS[BTC]),
                        new AssetSpec("USDC", DECIMALS[USDC]),
                        new AssetSpec("TOK", DECIMALS[TOKEN])),
                USDC,
                List.of(mainnet(), rollup()),
                List.of(new ExchangeSpec(
                        "spot", random.nextInt(300), random.nextInt(800), 5_000_000, 0.1, 6, 60 * SECOND)),
                venues(),
                List.of(canonical(), pools()),
                WorldSpec.independent(
                        step,
                        List.of(
                                new DiffusionSpec("ETH", 2000, 0, volatility),
                                new DiffusionSpec("BTC", 40000, 0, volatility))));
    }

    private BridgeSpec canonical() {
        return new BridgeSpec(
                "canonical",
                0,
                1,
                List.of(ETH, BTC, USDC),
                BridgeSpec.Kind.LOCK_AND_MINT,
                new BridgeSpec.Passage(90 * SECOND, false, random.nextInt(3) * 0.2, 0, 0, 0),
                new BridgeSpec.Fees(random.nextInt(1000), List.of()),
                List.of(),
                BridgeSpec.RateLimit.NONE,
                BridgeSpec.Liquidity.NONE,
                new CommitteeSpec(List.of(20.0, 30.0, 40.0, 50.0), List.of(), 1, 0, 3, 1, 0.2, 60 * SECOND, false));
    }

    private BridgeSpec pools() {
        double failures = random.nextInt(3) * 0.1;
        return new BridgeSpec(
                "pools",
                0,
                1,
                List.of(ETH, USDC),
                BridgeSpec.Kind.LIQUIDITY,
                new BridgeSpec.Passage(30 * SECOND, true, failures, failures, 60 * SECOND, 20 * SECOND),
                new BridgeSpec.Fees(random.nextInt(1000), List.of(0.0001, 0.5)),
                List.of(),
                new BridgeSpec.RateLimit(List.of(20.0, 40_000.0), 300 * SECOND),
                new BridgeSpec.Liquidity(List.of(100.0, 200_000.0), List.of(50.0, 100_000.0), 5_000));
    }

    private OutageSpec outages() {
        return random.nextBoolean(0.5) ? OutageSpec.NONE : new OutageSpec(0, 0, 0, 40, 60 * SECOND);
    }

    private ChainSpec.Reorganisations reorganisations() {
        return random.nextBoolean(0.5)
                ? ChainSpec.Reorganisations.NONE
                : new ChainSpec.Reorganisations(0.3, 1 + random.nextInt(4));
    }

    private ChainSpec mainnet() {
        return new ChainSpec(
                        "mainnet",
                        ChainSpec.Kind.L1,
                        new ChainSpec.Blocks(ChainSpec.Ordering.PRIORITY_FEE, 12 * SECOND),
                        new ChainSpec.GasMarket(
                                30_000_000,
                                2,
                                8,
                                20 * GWEI,
                                ETH,
                                new ChainSpec.BlockspaceDemand(0.5, 0.3, 1, 20 * GWEI)),
                        new ChainSpec.MempoolRule(SECOND, 0.1, 1000))
                .with(new ChainSpec.Permanence(reorganisations(), new ChainSpec.Checkpoints(4, 1)))
                .with(new BlobSpec(BlobFork.OSAKA, BlobSpec.NONE.blobs()), DataSpec.NONE)
                .with(outages())
                .with(BuildingSpec.withBundles(true).with(random.nextBoolean(0.5) ? 1 : 3));
    }

    private ChainSpec rollup() {
        return new ChainSpec(
                        "rollup",
                        ChainSpec.Kind.ROLLUP,
                        new ChainSpec.Blocks(ChainSpec.Ordering.FIRST_COME, 2 * SECOND),
                        new ChainSpec.GasMarket(
                                60_000_000,
                                6,
                                50,
                                GWEI / 20,
                                ETH,
                                new ChainSpec.BlockspaceDemand(0.16, 0.3, 1, GWEI / 20)),
                        new ChainSpec.MempoolRule(SECOND / 5, 0.1, 1000, true))
                .with(new ChainSpec.Permanence(reorganisations()))
                .with(BlobSpec.NONE, new DataSpec(settlesOn, DataSpec.NONE.data()))
                .with(outages());
    }

    private List<VenueSpec> venues() {
        return List.of(
                new VenueSpec.Book("eth-spot", 0, ETH, USDC, 100_000_000_000_000L, 1),
                new VenueSpec.Book("btc-spot", 0, BTC, USDC, 1000, 1),
                pool("eth-mainnet", 0, ETH, USDC, "1000", "2000000"),
                pool("eth-rollup", 1, ETH, USDC, "500", "1000000"),
                pool("btc-mainnet", 0, BTC, USDC, "50", "2000000"),
                pool("eth-second", 0, ETH, USDC, "300", "603000"),
                pool("token-mainnet", 0, TOKEN, USDC, "1000000", "500000"),
                pool("btc-eth", 0, BTC, ETH, "20", "400"),
                perpetual(),
                future(),
                options());
    }

    /** Margins so thin that a step of the world may liquidate, and a fund that is soon empty. */
    private VenueSpec perpetual() {
        MarginMode mode = settlesOn.equals("mainnet") ? MarginMode.CROSS : MarginMode.ISOLATED;
        return new VenueSpec.Book(
                "eth-perp",
                0,
                ETH,
                USDC,
                100_000_000_000_000L,
                1,
                Optional.of(DerivativeSpec.perpetual(
                        new MarginRates(mode, 4_000, 2_000, 500, 20),
                        new MarkTerms(IndexSource.WORLD, 2 * SECOND, 10 * SECOND, 5_000, 1_000),
                        new FundingTerms(60 * SECOND, 100, 500, 7_500))));
    }

    /** One that ends within every market. */
    private VenueSpec future() {
        return new VenueSpec.Book(
                "eth-future",
                0,
                ETH,
                USDC,
                100_000_000_000_000L,
                1,
                Optional.of(DerivativeSpec.future(
                        new MarginRates(MarginMode.CROSS, 20_000, 10_000, 500, 20),
                        new MarkTerms(IndexSource.VENUES, 2 * SECOND, 10 * SECOND, 5_000, 1_000),
                        new ExpiryTerms(300 * SECOND, 30 * SECOND))));
    }

    /** A call and a put that expire within every market, and two that do not; writers keep a margin on every second one. */
    private VenueSpec options() {
        List<OptionSeries> series = new ArrayList<>();
        for (long expiry : List.of(200L, 2_000L)) {
            for (OptionRight right : OptionRight.values()) {
                series.add(new OptionSeries(right, units(USDC, "2000"), units(ETH, "1"), expiry * SECOND));
            }
        }
        OptionSpec.Terms terms = new OptionSpec.Terms(
                QuotedSurface.flat(VolatilitySurface.of(-0.2, 0.5, 0.4)), 0.7, 0, 0.03, 0.5, OptionSpec.Demand.NONE);
        Optional<MarginTerms> margin = settlesOn.equals("mainnet")
                ? Optional.empty()
                : Optional.of(new MarginTerms(0.15, 0.3, 0.05, 1.1, 0.05));
        return new OptionSpec(
                "eth-options",
                1,
                ETH,
                USDC,
                series,
                units(ETH, "30"),
                units(USDC, "60000"),
                0.003,
                terms,
                margin,
                new OracleSpec(OracleKind.WORLD, 1, List.of(ETH, USDC), 1));
    }

    private VenueSpec pool(String id, int chain, int base, int quote, String reserve0, String reserve1) {
        return new UniswapV2Spec(
                id, chain, base, quote, units(base, reserve0), units(quote, reserve1), random.nextBoolean(0.3));
    }

    private List<GroupSpec> population() {
        TradeSize size = new TradeSize(2000, 1);
        List<GroupSpec> all = List.of(
                new BookProviderSpec(new Group("ladder", List.of(0, 1), 5e6), 5, 2, 2, 20_000, 30 * SECOND),
                new NoiseSpec(new Group("noise", List.of(0, 1, 2, 3, 5), 5e6), 900, size, 0.5, 5, 300 * SECOND),
                new MomentumSpec(new Group("momentum", List.of(0, 2), 2e6), 60, size, 600 * SECOND, 5),
                new FundamentalSpec(new Group("fundamental", List.of(0, 1, 2, 3), 5e6), 120, size, 10),
                new PoolProviderSpec(new Group("liquidity", List.of(2, 3), 3e6), 20, size, 0.4, 0.5));
        List<GroupSpec> chosen = new ArrayList<>(
                all.stream().filter(_ -> random.nextBoolean(0.8)).toList());
        chosen.addAll(derivatives(size));
        return List.copyOf(chosen);
    }

    /** Those who trade the perpetual, in every market. */
    private static List<GroupSpec> derivatives(TradeSize size) {
        return List.of(
                new BookProviderSpec(new Group("perp-ladder", List.of(ETH_PERP), 1e6), 5, 2, 2, 20_000, 30 * SECOND),
                new LeveragedSpec(new Group("bulls", List.of(ETH_PERP), 500), 900, size, PositionSide.LONG, 200, 0.1),
                new LeveragedSpec(new Group("bears", List.of(ETH_PERP), 900), 900, size, PositionSide.SHORT, 150, 0.1),
                new BookProviderSpec(new Group("dated", List.of(ETH_FUTURE), 1e6), 5, 2, 2, 20_000, 30 * SECOND),
                new BasisSpec(new Group("basis", List.of(ETH_PERP, 0), 1e5), 600, size, 1, 3));
    }

    private List<SeatSpec> agents() {
        List<SeatSpec> all = new ArrayList<>(List.of(
                agent("maker", new RoleSpec.MarketMaker(ETH_BOOK, 10, 1, 50, 0.1, 600 * SECOND), 2),
                agent(
                        "fund",
                        new RoleSpec.Portfolio(
                                List.of(
                                        new RoleSpec.Sleeve(0, ETH, ETH_MAINNET),
                                        new RoleSpec.Sleeve(1, ETH, ETH_ROLLUP)),
                                List.of(0),
                                100,
                                0.01),
                        60),
                agent(
                        "arb",
                        new RoleSpec.Arbitrage(
                                List.of(
                                        new RoleSpec.Route(ETH_BOOK, ETH_MAINNET),
                                        new RoleSpec.Route(ETH_MAINNET, ETH_SECOND)),
                                50_000,
                                0.01,
                                0.3,
                                List.of(0)),
                        12),
                agent("trader", new RoleSpec.Trader(List.of(ETH_BOOK, ETH_MAINNET), 5_000, 0.01), 30)));
        all.removeIf(_ -> random.nextBoolean(0.25));
        WILD.forEach(id -> all.add(agent(id, new RoleSpec.Trader(List.of(ETH_BOOK), 5_000, 0.01), 5)));
        return List.copyOf(all);
    }

    private SeatSpec agent(String id, RoleSpec role, long cadenceSeconds) {
        return new SeatSpec(id, role, cadenceSeconds * SECOND, random.nextInt(10) * SECOND, 0, plenty());
    }

    private List<Endowment> plenty() {
        List<Endowment> endowments = new ArrayList<>();
        for (int place = 0; place < 3; place++) {
            endowments.add(new Endowment(place, ETH, units(ETH, "100.123456789012345678")));
            endowments.add(new Endowment(place, BTC, units(BTC, "5.12345678")));
            endowments.add(new Endowment(place, USDC, units(USDC, "200000.123457")));
        }
        endowments.add(new Endowment(0, TOKEN, units(TOKEN, "50000")));
        return endowments;
    }
}
