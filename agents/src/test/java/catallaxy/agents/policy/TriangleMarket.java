package catallaxy.agents.policy;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.role.SeatSpec;
import catallaxy.environment.market.venue.uniswapv2.UniswapV2Spec;
import catallaxy.environment.market.world.DiffusionSpec;
import catallaxy.environment.market.world.WorldSpec;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/**
 * A minute of five pools on one chain in which nobody else trades: two of LINK against USDC at the same price, ETH against USDC at 2,000, BTC against
 * USDC at 60,000, and BTC against ETH at 31. No pair shows a gap; BTC bought with dollars and sold for ether and dollars again gains 3 % before fees.
 */
final class TriangleMarket {
    static final int USDC = 1;
    static final int RICH = 300_000;
    private static final long SECOND = 1_000_000_000L;
    private static final long GWEI = 1_000_000_000L;

    private TriangleMarket() {}

    /** With one arbitrageur, {@code mine}, who owns so many dollars and may pass so many venues. */
    static MarketSpec spec(int maxCycle, int dollars) {
        EngineSpec engine = new EngineSpec(
                List.of(
                        new AssetSpec("ETH", 18),
                        new AssetSpec("USDC", 6),
                        new AssetSpec("BTC", 8),
                        new AssetSpec("LINK", 18)),
                USDC,
                List.of(chain()),
                List.of(),
                List.of(
                        pool("link-one", 3, 1, units("1000", 18), units("20000", 6)),
                        pool("link-two", 3, 1, units("500", 18), units("10000", 6)),
                        pool("eth", 0, 1, units("1000", 18), units("2000000", 6)),
                        pool("btc", 2, 1, units("20", 8), units("1200000", 6)),
                        pool("cross", 2, 0, units("20", 8), units("620", 18))),
                List.of(),
                WorldSpec.independent(
                        10 * SECOND,
                        List.of(
                                new DiffusionSpec("ETH", 2_000, 0, 0),
                                new DiffusionSpec("BTC", 60_000, 0, 0),
                                new DiffusionSpec("LINK", 20, 0, 0))));
        return new MarketSpec("triangle", 60 * SECOND, engine, List.of(), List.of(seat(maxCycle, dollars)));
    }

    private static SeatSpec seat(int maxCycle, int dollars) {
        RoleSpec role = new RoleSpec.Arbitrage(
                List.of(new RoleSpec.Route(0, 1)),
                200_000,
                0.005,
                0.3,
                List.of(),
                1,
                false,
                maxCycle,
                maxCycle > 2 ? List.of(2, 3, 4) : List.of());
        List<Endowment> wealth = List.of(
                new Endowment(0, 0, units("10", 18)), new Endowment(0, USDC, units(Integer.toString(dollars), 6)));
        return new SeatSpec("mine", role, 4 * SECOND, 2 * SECOND, 0, wealth);
    }

    private static UniswapV2Spec pool(String id, int base, int quote, UInt256 ofBase, UInt256 ofQuote) {
        return new UniswapV2Spec(id, 0, base, quote, ofBase, ofQuote, false);
    }

    static UInt256 units(String whole, int decimals) {
        return UInt256.of(new BigDecimal(whole).movePointRight(decimals).toBigIntegerExact());
    }

    private static ChainSpec chain() {
        ChainSpec.BlockspaceDemand nobody = new ChainSpec.BlockspaceDemand(0, 0, 0, GWEI);
        return new ChainSpec(
                "home",
                ChainSpec.Kind.L1,
                new ChainSpec.Blocks(ChainSpec.Ordering.PRIORITY_FEE, 4 * SECOND),
                new ChainSpec.GasMarket(30_000_000, 2, 8, GWEI, 0, nobody),
                new ChainSpec.MempoolRule(SECOND / 10, 0, 100));
    }

    private static BigInteger out(BigInteger in, UInt256 held, UInt256 other) {
        BigInteger kept = in.multiply(BigInteger.valueOf(997));
        return kept.multiply(other.toBigInteger())
                .divide(held.toBigInteger().multiply(BigInteger.valueOf(1_000)).add(kept));
    }

    /** What the round gives for so much bitcoin, as the deployed contracts compute it; base units. */
    private static BigInteger sold(BigInteger bitcoin) {
        BigInteger ether = out(bitcoin, units("20", 8), units("620", 18));
        return out(ether, units("1000", 18), units("2000000", 6));
    }

    /** The least that buys so much bitcoin, base units. */
    private static BigInteger cost(BigInteger bitcoin) {
        BigInteger held = units("1200000", 6).toBigInteger();
        BigInteger left = units("20", 8).toBigInteger().subtract(bitcoin);
        BigInteger dividend = held.multiply(bitcoin).multiply(BigInteger.valueOf(1_000));
        BigInteger divisor = left.multiply(BigInteger.valueOf(997));
        return dividend.add(divisor).subtract(BigInteger.ONE).divide(divisor);
    }

    private static BigInteger gain(long satoshis) {
        BigInteger bitcoin = BigInteger.valueOf(satoshis);
        return sold(bitcoin).subtract(cost(bitcoin));
    }

    /** The most that a round gains, over the bitcoin on its way: thirds of an interval, then one unit after another. */
    static BigInteger mostGain() {
        long low = 1;
        long high = 400_000_000;
        while (high - low > 20_000) {
            long left = low + (high - low) / 3;
            long right = high - (high - low) / 3;
            boolean rises = gain(left).compareTo(gain(right)) < 0;
            low = rises ? left : low;
            high = rises ? high : right;
        }
        BigInteger most = BigInteger.ZERO;
        for (long satoshis = low; satoshis <= high; satoshis++) {
            most = most.max(gain(satoshis));
        }
        return most;
    }
}
