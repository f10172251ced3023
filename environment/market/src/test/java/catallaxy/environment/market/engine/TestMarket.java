package catallaxy.environment.market.engine;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.bridge.BridgeSpec;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.exchange.ExchangeSpec;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.venue.uniswapv2.UniswapV2Spec;
import catallaxy.environment.market.world.DiffusionSpec;
import catallaxy.environment.market.world.WorldSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A small market for tests: ETH, BTC and USDC on two chains and an exchange, with a pool on each chain and a bridge. */
public final class TestMarket {
    public static final int ETH = 0;
    public static final int BTC = 1;
    public static final int USDC = 2;
    public static final int MAINNET = 0;
    public static final int ROLLUP = 1;
    /** Place of the exchange. */
    public static final int SPOT = 2;

    public static final int ETH_BOOK = 0;
    public static final int BTC_BOOK = 1;
    public static final int ETH_MAINNET = 2;
    public static final int ETH_ROLLUP = 3;
    public static final int BTC_MAINNET = 4;

    private static final long SECOND = 1_000_000_000L;
    private static final long GWEI = 1_000_000_000L;

    private TestMarket() {}

    /** Base units of a decimal number of whole units. */
    public static UInt256 units(int asset, String whole) {
        int decimals = asset == ETH ? 18 : asset == BTC ? 8 : 6;
        return UInt256.of(new BigDecimal(whole).movePointRight(decimals).toBigIntegerExact());
    }

    public static EngineSpec spec() {
        return spec(0, 0.02);
    }

    public static EngineSpec spec(double volatilityPerYear, double bridgeFailures) {
        return new EngineSpec(
                List.of(new AssetSpec("ETH", 18), new AssetSpec("BTC", 8), new AssetSpec("USDC", 6)),
                USDC,
                List.of(mainnet(), rollup()),
                List.of(new ExchangeSpec("spot", 100, 400, 5_000_000, 0.1, 2, 600 * SECOND)),
                venues(),
                List.of(new BridgeSpec(
                        "canonical", MAINNET, ROLLUP, List.of(ETH, BTC, USDC), 600 * SECOND, 500, bridgeFailures)),
                WorldSpec.independent(
                        10 * SECOND,
                        List.of(
                                new DiffusionSpec("ETH", 2000, 0, volatilityPerYear),
                                new DiffusionSpec("BTC", 40000, 0, volatilityPerYear))));
    }

    private static ChainSpec mainnet() {
        return new ChainSpec(
                "mainnet",
                ChainSpec.Kind.L1,
                new ChainSpec.Blocks(ChainSpec.Ordering.PRIORITY_FEE, 12 * SECOND),
                new ChainSpec.GasMarket(
                        30_000_000, 2, 8, 20 * GWEI, ETH, new ChainSpec.BlockspaceDemand(0.5, 0.3, 1, 20 * GWEI)),
                new ChainSpec.MempoolRule(SECOND, 0.1, 1000));
    }

    private static ChainSpec rollup() {
        return new ChainSpec(
                "rollup",
                ChainSpec.Kind.ROLLUP,
                new ChainSpec.Blocks(ChainSpec.Ordering.FIRST_COME, 2 * SECOND),
                new ChainSpec.GasMarket(
                        60_000_000, 6, 50, GWEI / 20, ETH, new ChainSpec.BlockspaceDemand(0.16, 0.3, 1, GWEI / 20)),
                new ChainSpec.MempoolRule(SECOND / 5, 0.1, 1000));
    }

    private static List<VenueSpec> venues() {
        return List.of(
                new VenueSpec.Book("eth-spot", 0, ETH, USDC, 100_000_000_000_000L, 1),
                new VenueSpec.Book("btc-spot", 0, BTC, USDC, 1000, 1),
                pool("eth-mainnet", MAINNET, ETH, "1000", "2000000"),
                pool("eth-rollup", ROLLUP, ETH, "500", "1000000"),
                pool("btc-mainnet", MAINNET, BTC, "50", "2000000"));
    }

    private static VenueSpec pool(String id, int chain, int base, String reserve0, String reserve1) {
        return new UniswapV2Spec(id, chain, base, USDC, units(base, reserve0), units(USDC, reserve1), true);
    }

    /** Plenty of every asset at every place. */
    public static List<Endowment> plenty() {
        List<Endowment> endowments = new ArrayList<>();
        for (int place = 0; place < 3; place++) {
            endowments.add(new Endowment(place, ETH, units(ETH, "1000")));
            endowments.add(new Endowment(place, BTC, units(BTC, "50")));
            endowments.add(new Endowment(place, USDC, units(USDC, "2000000")));
        }
        return endowments;
    }
}
