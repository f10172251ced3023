package com.example;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.agents.driver.AgentPlan;
import catallaxy.agents.driver.BatchDriver;
import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.testkit.RunProbe;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.venue.OptionRight;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.MarketEnvironment;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.book.SelfTradePrevention;
import catallaxy.environment.market.bridge.BridgeSpec;
import catallaxy.environment.market.bridge.CommitteeSpec;
import catallaxy.environment.market.chain.BlobFork;
import catallaxy.environment.market.chain.BlobSpec;
import catallaxy.environment.market.chain.BuildingSpec;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.chain.DataFee;
import catallaxy.environment.market.chain.DataSpec;
import catallaxy.environment.market.chain.ForcedInclusion;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.exchange.ExchangeSpec;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.oracle.OracleKind;
import catallaxy.environment.market.oracle.OracleSpec;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.role.SeatSpec;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.venue.adaptive.ControlledFee;
import catallaxy.environment.market.venue.adaptive.FeeBounds;
import catallaxy.environment.market.venue.adaptive.SteeredFee;
import catallaxy.environment.market.venue.balancer.BalancerWeightedSpec;
import catallaxy.environment.market.venue.balancer.PowerVersion;
import catallaxy.environment.market.venue.balancer.WeightedCurve;
import catallaxy.environment.market.venue.feed.FeedSpec;
import catallaxy.environment.market.venue.lending.FlashLending;
import catallaxy.environment.market.venue.lending.LendingSpec;
import catallaxy.environment.market.venue.lending.LendingTerms;
import catallaxy.environment.market.venue.lending.RateCurve;
import catallaxy.environment.market.venue.lending.RiskBounds;
import catallaxy.environment.market.venue.option.MarginTerms;
import catallaxy.environment.market.venue.option.OptionSeries;
import catallaxy.environment.market.venue.option.OptionSpec;
import catallaxy.environment.market.venue.option.QuotedSurface;
import catallaxy.environment.market.venue.option.VolatilitySurface;
import catallaxy.environment.market.venue.uniswapv2.UniswapV2Spec;
import catallaxy.environment.market.venue.uniswapv3.UniswapV3Spec;
import catallaxy.environment.market.venue.uniswapv4.UniswapV4Spec;
import catallaxy.environment.market.world.DiffusionSpec;
import catallaxy.environment.market.world.WorldSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A market of three minutes in which nothing moves but by two traders: {@code other} decides every whole second and
 * {@code mine} half a second later. A book and a pool have ETH at 2000 USDC.
 */
final class TinyMarket {
    static final int ETH = 0;
    static final int USDC = 1;
    static final int HOME = 0;
    static final int AWAY = 1;
    static final int SPOT = 2;
    static final int BOOK = 0;
    static final int POOL = 1;
    /** A second pool of the pair, in which ETH is dearer by a twentieth. */
    static final int DEAR_POOL = 2;

    /** A pool of shares of equal worth, at the same price. */
    static final int WEIGHTED_POOL = 3;

    /** A pool with liquidity within a fifth of the same price. */
    static final int RANGES_POOL = 4;

    /** A lending market that believes the pool. */
    static final int BANK = 5;

    /** Calls and puts at 1900 and 2000 of half the market's time. */
    static final int OPTIONS = 6;

    /** A pool of a manager, with liquidity as the other's. */
    static final int MANAGED_POOL = 7;

    /** As {@link #OPTIONS}, whose writers keep a margin. */
    static final int MARGINED_OPTIONS = 8;

    /** A feed of the price of ETH that {@code mine} alone reports to. */
    static final int FEED = 9;

    static final UInt256 RESERVE_ETH = units(ETH, "500");
    static final UInt256 RESERVE_USDC = units(USDC, "1000000");

    private static final UInt256 HALF = UInt256.of(500_000_000_000_000_000L);
    private static final long SECOND = 1_000_000_000L;
    private static final long GWEI = 1_000_000_000L;
    static final MarketSpec SPEC = spec(List.of());

    final List<MarketEvent> events = new ArrayList<>();
    final MarketSpec spec;
    final MarketEnvironment environment;

    TinyMarket() {
        this(SPEC);
    }

    private TinyMarket(MarketSpec spec) {
        this.spec = spec;
        environment = new MarketEnvironment(spec, market -> market.observe(events::add), market -> market);
    }

    /** One in which {@code mine} owns something on the chains, too. */
    static TinyMarket withMoreFor(Endowment... mine) {
        return new TinyMarket(spec(List.of(mine)));
    }

    /** One whose exchange lets {@code other} trade with itself, as if it were many. */
    static TinyMarket withWashTrades() {
        return new TinyMarket(spec(List.of(), SelfTradePrevention.NONE));
    }

    private static MarketSpec spec(List<Endowment> more) {
        return spec(more, SelfTradePrevention.CANCEL_RESTING);
    }

    private static MarketSpec spec(List<Endowment> more, SelfTradePrevention prevention) {
        List<SeatSpec> seats = List.of(seat("other", 0, List.of()), seat("mine", SECOND / 2, more));
        return new MarketSpec("tiny", 180 * SECOND, engine(prevention), List.of(), seats);
    }

    /** Base units of a decimal number of whole units. */
    static UInt256 units(int asset, String whole) {
        return UInt256.of(
                new BigDecimal(whole).movePointRight(asset == ETH ? 18 : 6).toBigIntegerExact());
    }

    private static EngineSpec engine(SelfTradePrevention prevention) {
        return new EngineSpec(
                List.of(new AssetSpec("ETH", 18), new AssetSpec("USDC", 6)),
                USDC,
                List.of(home(), away()),
                List.of(new ExchangeSpec("spot", 0, 500, 20_000_000, 0, 2, 10 * SECOND, prevention)),
                List.of(
                        new VenueSpec.Book("spot-ETH-USDC", 0, ETH, USDC, 100_000_000_000_000L, 1),
                        new UniswapV2Spec("away-ETH-USDC", AWAY, ETH, USDC, RESERVE_ETH, RESERVE_USDC, false),
                        new UniswapV2Spec(
                                "away-ETH-USDC-dear", AWAY, ETH, USDC, RESERVE_ETH, units(USDC, "1050000"), false),
                        new BalancerWeightedSpec(
                                "away-weighted",
                                "away-weighted",
                                AWAY,
                                ETH,
                                USDC,
                                List.of(ETH, USDC),
                                List.of(RESERVE_ETH, RESERVE_USDC),
                                new WeightedCurve(List.of(HALF, HALF), PowerVersion.EXACT),
                                3_000_000_000_000_000L),
                        ranges(),
                        bank(),
                        options("away-options", Optional.empty()),
                        managed(),
                        options("away-margined", Optional.of(new MarginTerms(0.15, 0.3, 0.02, 1.1, 0.05))),
                        new FeedSpec("away-feed", AWAY, List.of(ETH), List.of("mine"), 1, 30, 100)),
                List.of(
                        new BridgeSpec("bridge", HOME, AWAY, List.of(ETH, USDC), 20 * SECOND, 400, 0),
                        pools(),
                        attested()),
                WorldSpec.independent(10 * SECOND, List.of(new DiffusionSpec("ETH", 2000, 0, 0))));
    }

    private static BridgeSpec pools() {
        return new BridgeSpec(
                "pools",
                HOME,
                AWAY,
                List.of(USDC),
                BridgeSpec.Kind.LIQUIDITY,
                new BridgeSpec.Passage(20 * SECOND, false, 0, 0, 0, 0),
                new BridgeSpec.Fees(400, List.of(1.0)),
                List.of(),
                BridgeSpec.RateLimit.NONE,
                new BridgeSpec.Liquidity(List.of(5_000.0), List.of(3_000.0), 1_000));
    }

    /** Two of its three validators sign for 1 000 · 0.5 + 10 each. */
    private static BridgeSpec attested() {
        return new BridgeSpec(
                "attested",
                HOME,
                AWAY,
                List.of(ETH),
                BridgeSpec.Kind.LOCK_AND_MINT,
                new BridgeSpec.Passage(20 * SECOND, false, 0, 0, 0, 0),
                new BridgeSpec.Fees(0, List.of()),
                List.of(),
                BridgeSpec.RateLimit.NONE,
                BridgeSpec.Liquidity.NONE,
                new CommitteeSpec(List.of(1_000.0, 1_000.0, 1_000.0), List.of(), 2, 0, 10, 1, 0.5, 60 * SECOND, false));
    }

    private static UniswapV3Spec ranges() {
        return new UniswapV3Spec("away-ranges", AWAY, ETH, USDC, RESERVE_ETH, RESERVE_USDC, 3_000, 60, 20, 1, 0, 1);
    }

    private static UniswapV4Spec managed() {
        return new UniswapV4Spec(
                "away-managed",
                AWAY,
                ETH,
                USDC,
                RESERVE_ETH,
                RESERVE_USDC,
                3_000,
                60,
                20,
                0,
                Optional.of(new ControlledFee(new FeeBounds(100, 10_000), "mine", 3_000, SteeredFee.Flow.NONE)));
    }

    private static LendingSpec bank() {
        OracleSpec pool = new OracleSpec(OracleKind.SPOT, AWAY, List.of(ETH, USDC), 1);
        return new LendingSpec(
                "away-bank",
                AWAY,
                List.of(lent(ETH, RESERVE_ETH), lent(USDC, RESERVE_USDC)),
                pool,
                new FlashLending.Terms(5, 0),
                List.of("mine"),
                new RiskBounds(1_000, 10, 5_000, 9_000));
    }

    private static LendingTerms lent(int asset, UInt256 supplied) {
        UInt256 tenth = UInt256.parse("1" + "0".repeat(26));
        RateCurve curve = new RateCurve(tenth.timesExact(UInt256.of(8)), UInt256.ZERO, tenth, tenth);
        return new LendingTerms(asset, 7_500, 8_000, 10_500, 1_000, 0, curve, supplied);
    }

    private static OptionSpec options(String id, Optional<MarginTerms> margin) {
        List<OptionSeries> series = new ArrayList<>();
        for (String strike : List.of("1900", "2000")) {
            for (OptionRight right : OptionRight.values()) {
                series.add(new OptionSeries(right, units(USDC, strike), units(ETH, "1"), 90 * SECOND));
            }
        }
        OptionSpec.Terms terms = new OptionSpec.Terms(
                QuotedSurface.flat(VolatilitySurface.of(-0.2, 0.5, 0.4)), 0.7, 0, 0.03, 0.5, OptionSpec.Demand.NONE);
        OracleSpec world = new OracleSpec(OracleKind.WORLD, AWAY, List.of(ETH, USDC), 1);
        return new OptionSpec(
                id, AWAY, ETH, USDC, series, units(ETH, "30"), units(USDC, "60000"), 0.003, terms, margin, world);
    }

    private static ChainSpec home() {
        return chain("home").with(new BlobSpec(BlobFork.OSAKA, BlobSpec.NONE.blobs()), DataSpec.NONE);
    }

    /** It posts its data at no charge, and executes what is forced on it within twenty seconds. */
    private static ChainSpec away() {
        ForcedInclusion forced = new ForcedInclusion(60 * SECOND, 20 * SECOND);
        return chain("away").with(BlobSpec.NONE, new DataSpec("home", new DataFee(0.5, 0, 0), forced));
    }

    private static ChainSpec chain(String id) {
        ChainSpec.BlockspaceDemand nobody = new ChainSpec.BlockspaceDemand(0, 0, 0, GWEI);
        ChainSpec.Ordering ordering = ChainSpec.Ordering.PRIORITY_FEE;
        return new ChainSpec(
                        id,
                        ChainSpec.Kind.L1,
                        new ChainSpec.Blocks(ordering, 2 * SECOND),
                        new ChainSpec.GasMarket(30_000_000, 2, 8, GWEI, ETH, nobody),
                        new ChainSpec.MempoolRule(SECOND / 10, 0, 100))
                .with(BuildingSpec.withBundles(true));
    }

    /** Dollars at the exchange and on the other chain for {@code other}, some ETH for gas, and nothing of what it trades for. */
    private static SeatSpec seat(String id, long firstNanos, List<Endowment> more) {
        List<Endowment> endowments = new ArrayList<>(List.of(
                new Endowment(SPOT, USDC, units(USDC, "100000")),
                new Endowment(HOME, ETH, units(ETH, "1")),
                new Endowment(AWAY, ETH, units(ETH, "1"))));
        endowments.addAll(more);
        if (id.equals("other")) {
            endowments.add(new Endowment(SPOT, ETH, units(ETH, "100")));
            endowments.add(new Endowment(AWAY, USDC, units(USDC, "100000")));
        }
        RoleSpec role = new RoleSpec.Trader(List.of(BOOK, POOL), 1_000, 0.01);
        return new SeatSpec(id, role, SECOND, firstNanos, 0, endowments);
    }

    /** Runs it; {@code other} does what it is told at each of its epochs. */
    RunProbe run(
            Function<AgentContext, Agent> mine,
            Map<String, String> settings,
            Function<Observation, List<MarketCommand>> other) {
        SeatSpec seat = spec.agents().get(1);
        AgentContext context = new AgentContext(
                "mine", spec, seat, environment.observationSpec("mine"), environment.actionSpec("mine"), 1, settings);
        List<AgentPlan> plans = List.of(
                new AgentPlan("mine", () -> mine.apply(context)),
                new AgentPlan("other", () -> observation -> Action.of(other.apply(observation))));
        RunProbe probe = new RunProbe();
        new BatchDriver().run(environment, 1, plans, FaultRule.DEFAULT, probe);
        return probe.expectNoFaults();
    }

    /** What a trader has now, free. */
    UInt256 balance(String agent, int place, int asset) {
        return environment.market().engine().balance(SPEC.participant(agent), place, asset);
    }

    /** What happened of one kind. */
    <T extends MarketEvent> List<T> events(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
