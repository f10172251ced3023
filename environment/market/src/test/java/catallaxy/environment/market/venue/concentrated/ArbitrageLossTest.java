package catallaxy.environment.market.venue.concentrated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.trading.SmallMarket;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.venue.uniswapv2.UniswapV2Spec;
import catallaxy.environment.market.venue.uniswapv3.UniswapV3Spec;
import catallaxy.environment.market.venue.uniswapv4.UniswapV4Spec;
import catallaxy.environment.market.world.DiffusionSpec;
import catallaxy.environment.market.world.WorldSpec;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What pools lose to an arbitrageur who trades by public calls in a whole market, each time that a block comes, at a price that is a
 * geometric Brownian motion there, without gas; against closed forms, per unit of the pool's worth V:
 *
 * <pre>
 *   no fee                    σ_b²/8 a block                                               arXiv 2208.06046
 *   fee γ, Poisson blocks     trades in P = 1 / (1 + √2 γ/σ_b) of them, gains P σ_b²/8     arXiv 2305.14604
 *   fee γ, constant blocks    gains ¼ σ_b² / (2 + 1.7164 · 2γ/σ_b)                         arXiv 2505.05113
 * </pre>
 *
 * <p>with σ_b the deviation of the logarithm over a mean block, γ = −ln(1 − fee). docs/loss-versus-rebalancing.md has the figures.
 */
final class ArbitrageLossTest {
    private static final int USDC = 0;
    private static final int ETH = 1;
    private static final long SECOND = 1_000_000_000L;

    /** How long it is from one block to the next, in mean blocks. */
    private enum Blocks {
        CONSTANT,
        POISSON
    }

    /**
     * Of one path.
     *
     * @param trades part of the blocks in which there was a trade
     * @param gain   of the arbitrageur, per block and unit of the pool's worth
     */
    private record Losses(double trades, double gain) {}

    private static UniswapV3Spec v3(int feePips) {
        return new UniswapV3Spec("pool", 0, ETH, USDC, units(1e6, 18), units(2e9, 6), feePips, 60, 0, 1, 0, 1);
    }

    private static UniswapV4Spec v4(int feePips) {
        return new UniswapV4Spec("pool", 0, ETH, USDC, units(1e6, 18), units(2e9, 6), feePips, 60, 0, 0);
    }

    private static UniswapV2Spec v2() {
        return new UniswapV2Spec("pool", 0, ETH, USDC, units(1e6, 18), units(2e9, 6), false);
    }

    private static UInt256 units(double whole, int decimals) {
        return SmallMarket.units(whole, decimals);
    }

    private static EngineSpec engine(VenueSpec pool) {
        ChainSpec chain = new ChainSpec(
                "chain",
                ChainSpec.Kind.ROLLUP,
                new ChainSpec.Blocks(ChainSpec.Ordering.FIRST_COME, SECOND),
                new ChainSpec.GasMarket(30_000_000, 2, 8, 1000, ETH, new ChainSpec.BlockspaceDemand(0.3, 0, 0, 1000)),
                new ChainSpec.MempoolRule(1_000_000, 0, 10_000));
        return new EngineSpec(
                List.of(new AssetSpec("USDC", 6), new AssetSpec("ETH", 18)),
                USDC,
                List.of(chain),
                List.of(),
                List.of(pool),
                List.of(),
                WorldSpec.independent(86_400 * SECOND, List.of(new DiffusionSpec("ETH", 2_000, 0, 0))));
    }

    private static Losses path(VenueSpec pool, Blocks blocks, double sigma, int count, long seed) {
        MarketEngine market = MarketEngine.of(engine(pool), Kinds.registered(), seed);
        int who = market.openParticipant(
                "arbitrageur", List.of(new Endowment(0, USDC, units(1e12, 6)), new Endowment(0, ETH, units(1e9, 18))));
        RandomStream random = RandomStream.of(seed, "arbitrage loss");
        double price = 2_000;
        int trades = 0;
        double gain = 0;
        for (int block = 0; block < count; block++) {
            double time = blocks == Blocks.POISSON ? random.nextExponential() : 1;
            price *= Math.exp(sigma * Math.sqrt(time) * random.nextGaussian() - sigma * sigma * time / 2);
            double worth = 2 * 1e6 * Math.sqrt(2_000 * price) * growth(market, price);
            double gained = arbitrage(market, who, price);
            trades += gained > 0 ? 1 : 0;
            gain += gained / worth;
        }
        return new Losses((double) trades / count, gain / count);
    }

    /** By how much fees have made the pool's liquidity grow: they stay in it, in V2 only. */
    private static double growth(MarketEngine market, double price) {
        return market.venue(0, Liquidity.class)
                .map(pool -> pool.worthAt(price, 1) / (2 * 1e6 * Math.sqrt(2_000 * price)))
                .orElse(1.0);
    }

    /** Trades until the price is the world's but for the fee; the gain at the world's price, 0 for no trade. */
    private static double arbitrage(MarketEngine market, int who, double price) {
        Quoting quotes = market.quoting(0);
        boolean sells = quotes.price() > price;
        int assetIn = sells ? ETH : USDC;
        double in = quotes.inTo(assetIn, sells ? price : 1 / price);
        UInt256 amount = market.toUnits(assetIn, in);
        if (amount.isZero()) {
            return 0;
        }
        double ether = market.holding(who, 0, ETH);
        double cash = market.holding(who, 0, USDC);
        double gas = market.totals(who).gasPaidQuote();
        market.submit(
                who, market.transaction(0, quotes.swap(assetIn, Amount.of(amount), UInt256.ZERO), Long.MAX_VALUE));
        long end = market.timeNanos() + SECOND;
        while (market.hasEventUntil(end)) {
            market.advance();
        }
        double paid = (market.totals(who).gasPaidQuote() - gas) / 2_000;
        return market.holding(who, 0, USDC) - cash + price * (market.holding(who, 0, ETH) - ether + paid);
    }

    /** Mean and standard error over seeds. */
    private record Estimate(double mean, double error) {
        static Estimate of(double[] values) {
            double mean = DoubleStream.of(values).average().orElseThrow();
            double squares = DoubleStream.of(values)
                    .map(each -> (each - mean) * (each - mean))
                    .sum();
            return new Estimate(mean, Math.sqrt(squares / (values.length - 1) / values.length));
        }
    }

    /** Over independent paths, as parts of what the closed forms say. */
    private record Simulated(Estimate trades, Estimate gain) {
        static Simulated of(VenueSpec pool, Blocks blocks, double sigma, int count, int seeds, double[] theory) {
            List<Losses> all = LongStream.rangeClosed(1, seeds)
                    .mapToObj(seed -> path(pool, blocks, sigma, count, seed))
                    .toList();
            Simulated simulated = new Simulated(
                    Estimate.of(all.stream()
                            .mapToDouble(each -> each.trades() / theory[0])
                            .toArray()),
                    Estimate.of(all.stream()
                            .mapToDouble(each -> each.gain() / theory[1])
                            .toArray()));
            System.out.printf(
                    "%s %s σ_b %.4f: %d × %,d blocks, trades %.4f ± %.4f, gain %.4f ± %.4f of the closed forms%n",
                    pool.getClass().getSimpleName(),
                    blocks,
                    sigma,
                    seeds,
                    count,
                    simulated.trades().mean(),
                    simulated.trades().error(),
                    simulated.gain().mean(),
                    simulated.gain().error());
            return simulated;
        }
    }

    private static double[] withoutFee(double sigma) {
        return new double[] {1, sigma * sigma / 8};
    }

    private static double[] poisson(double sigma, double fee) {
        double trading = 1 / (1 + Math.sqrt(2) * -Math.log(1 - fee) / sigma);
        return new double[] {trading, trading * sigma * sigma / 8};
    }

    private static double[] constant(double sigma, double fee) {
        double spread = 2 * -Math.log(1 - fee);
        return new double[] {1, sigma * sigma / 4 / (2 + 1.7164 * spread / sigma)};
    }

    private static Stream<VenueSpec> everyPool(int feePips) {
        return feePips == 3_000 ? Stream.of(v2(), v3(feePips), v4(feePips)) : Stream.of(v3(feePips), v4(feePips));
    }

    private static void check(int blocks, int seeds, double tolerance, double slack) {
        everyPool(0).forEach(pool -> {
            Simulated free = Simulated.of(pool, Blocks.CONSTANT, 0.003, blocks / 2, seeds, withoutFee(0.003));
            assertThat(free.gain().mean()).isCloseTo(1, within(tolerance));
        });
        everyPool(3_000).forEach(pool -> {
            Simulated poisson = Simulated.of(pool, Blocks.POISSON, 0.004, blocks, seeds, poisson(0.004, 0.003));
            assertThat(poisson.trades().mean()).isCloseTo(1, within(tolerance));
            assertThat(poisson.gain().mean()).isCloseTo(1, within(slack + tolerance));
        });
        everyPool(3_000).forEach(pool -> {
            Simulated constant = Simulated.of(pool, Blocks.CONSTANT, 0.004, blocks, seeds, constant(0.004, 0.003));
            assertThat(constant.gain().mean()).isCloseTo(1, within(slack + 2 * tolerance));
        });
    }

    @Test
    void aFewBlocksAreNearTheClosedForms() {
        check(4_000, 4, 0.06, 0.03);
    }

    /** Fees of another size, or of other times, are told apart: each closed form is of its own blocks. */
    @Test
    void theClosedFormOfAnotherFeeIsOff() {
        double[] tenthMore = poisson(0.004, 0.0042);
        Simulated simulated = Simulated.of(v3(3_000), Blocks.POISSON, 0.004, 4_000, 4, tenthMore);
        assertThat(simulated.trades().mean()).isGreaterThan(1.1);
    }

    @Test
    @Tag("long")
    void manyBlocksMeetThem() {
        check(100_000, 8, 0.01, 0);
    }
}
