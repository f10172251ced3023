package catallaxy.environment.market.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.Action;
import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.market.Market;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.exchange.ExchangeSpec;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.population.BookProviderSpec;
import catallaxy.environment.market.population.FundamentalSpec;
import catallaxy.environment.market.population.Group;
import catallaxy.environment.market.population.GroupSpec;
import catallaxy.environment.market.population.TradeSize;
import catallaxy.environment.market.trading.SmallMarket;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.venue.uniswapv2.UniswapV2Spec;
import catallaxy.environment.market.world.DiffusionSpec;
import catallaxy.environment.market.world.WorldSpec;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a deposit in a simulated pool loses to arbitrageurs against closed forms: σ²/8 of its worth before fees (Milionis, Moallemi,
 * Roughgarden and Zhang 2022), and P σ²/8 after them, P = 1/(1 + √2 γ/σ_b), where they look at Poisson times (Milionis, Moallemi and
 * Roughgarden 2023, https://arxiv.org/abs/2305.14604).
 *
 * <p>One pool at 30 bp, one second blocks without gas, arbitrageurs on average once a minute; a provider deposits at the start and leaves it
 * there. A book shows the world's price, by which the seat's features are counted. Days are independent, so that their spread tells how far the mean may be off.
 */
class LossVersusRebalancingTest {
    private static final long SECOND = SmallMarket.SECOND;
    private static final int POOL = 0;
    private static final int ETH = 1;
    private static final double SIGMA = 3;
    private static final double PER_DAY = SIGMA * SIGMA / 8 / 365;
    private static final double ARRIVALS = 60;
    private static final int DAYS = 40;

    /** A mean and its standard error. */
    private record Estimate(double mean, double error) {
        static Estimate of(List<Day> days, ToDoubleFunction<Day> value) {
            double[] values = days.stream().mapToDouble(value).toArray();
            double mean = DoubleStream.of(values).average().orElseThrow();
            double squares = DoubleStream.of(values)
                    .map(each -> (each - mean) * (each - mean))
                    .sum();
            return new Estimate(mean, Math.sqrt(squares / (values.length - 1) / values.length));
        }

        /** Whether it lies within three standard errors of a value. */
        boolean agrees(double value) {
            return Math.abs(mean - value) < 3 * error;
        }
    }

    /** What one day brought per unit of worth. */
    private record Day(double grossLoss, double netGain, double observedRate) {}

    private static MarketSpec spec() {
        ChainSpec chain = new ChainSpec(
                "chain",
                ChainSpec.Kind.ROLLUP,
                new ChainSpec.Blocks(ChainSpec.Ordering.FIRST_COME, SECOND),
                new ChainSpec.GasMarket(30_000_000, 2, 8, 1000, ETH, new ChainSpec.BlockspaceDemand(0.5, 0, 0, 1000)),
                new ChainSpec.MempoolRule(1_000_000, 0, 10_000));
        EngineSpec engine = new EngineSpec(
                List.of(new AssetSpec("USDC", 6), new AssetSpec("ETH", 18)),
                0,
                List.of(chain),
                List.of(new ExchangeSpec("exchange", 0, 500, 1_000_000, 0, 2, 60 * SECOND)),
                List.of(
                        new UniswapV2Spec(
                                "pool", 0, ETH, 0, SmallMarket.units(5_000, 18), SmallMarket.units(1e7, 6), false),
                        new VenueSpec.Book("book", 0, ETH, 0, 1_000_000_000_000_000L, 10)),
                List.of(),
                WorldSpec.independent(SECOND, List.of(new DiffusionSpec("ETH", 2_000, 0, SIGMA))));
        GroupSpec informed = new FundamentalSpec(
                new Group("informed", List.of(POOL), 1e9), 3_600 / ARRIVALS, new TradeSize(1e8, 0), 0);
        GroupSpec ladder = new BookProviderSpec(new Group("ladder", List.of(1), 1e8), 1, 1, 1, 10_000, 20 * SECOND);
        RoleSpec role = new RoleSpec.LiquidityProvider(List.of(POOL), List.of(), 1, 0.05, 86_400 * SECOND);
        List<Endowment> endowments = List.of(
                new Endowment(0, 0, SmallMarket.units(1_000_000, 6)),
                new Endowment(0, ETH, SmallMarket.units(500, 18)));
        SeatSpec seat = new SeatSpec("provider", role, 60 * SECOND, 0, 0, endowments);
        return new MarketSpec("loss", 86_400 * SECOND, engine, List.of(informed, ladder), List.of(seat));
    }

    private static Day day(long seed) {
        Market market = Market.of(spec(), seed);
        Role role = market.role(0);
        Seat seat = market.seat(0);
        double rebalanced = 0;
        double worth = 0;
        double[] before = {0, 0, 0};
        Action next = Action.of(0.9);
        while (market.runToNextEpoch() >= 0) {
            role.advance(market.view(), seat);
            double[] now = position(market);
            rebalanced += before[0] > 0 ? now[0] - before[0] - before[1] * (now[2] - before[2]) : 0;
            worth += now[0];
            before = now;
            market.decide(0, next);
            next = Action.HOLD;
        }
        double[] seen = new double[role.observationSpec().size()];
        role.observe(market.view(), seat, seen);
        double fees = seen[role.observationSpec().index("fees_earned.pool")];
        double over = seen[role.observationSpec().index("over_rebalancing.pool")];
        double worthDays = worth / 1_440;
        return new Day(
                (fees - over) / worthDays,
                rebalanced / worthDays,
                seen[role.observationSpec().index("loss_rate.pool")] / 365);
    }

    /** Worth of the provider's shares at the world's price, their base there, and that price. */
    private static double[] position(Market market) {
        MarketView view = market.view();
        Liquidity pool = view.offered(POOL, Liquidity.class);
        double price = view.prices().inWorld(ETH);
        double part = view.holdings(market.seat(0).participant()).shares(POOL).doubleValue()
                / pool.totalShares().doubleValue();
        return new double[] {part * pool.worthAt(price, 1), part * pool.baseAt(price, 1), price};
    }

    /** Means over days per unit of worth and day. */
    private record Simulated(Estimate grossLoss, Estimate netGain, Estimate observedRate) {
        static Simulated of(int days) {
            List<Day> all = LongStream.rangeClosed(1, days)
                    .mapToObj(LossVersusRebalancingTest::day)
                    .toList();
            return new Simulated(
                    Estimate.of(all, Day::grossLoss),
                    Estimate.of(all, Day::netGain),
                    Estimate.of(all, Day::observedRate));
        }
    }

    /** P, where arbitrageurs pay a fee. */
    private static double trading(double fee) {
        double deviation = SIGMA * Math.sqrt(ARRIVALS / (365 * 86_400));
        return 1 / (1 + Math.sqrt(2) * -Math.log(1 - fee) / deviation);
    }

    private static void check(Simulated all, double tolerance) {
        assertThat(all.grossLoss().mean()).as("before fees %s", all).isCloseTo(PER_DAY, within(tolerance * PER_DAY));
        assertThat(all.grossLoss().agrees(PER_DAY)).as("before fees %s", all).isTrue();
        assertThat(all.observedRate().mean())
                .as("observed rate %s", all)
                .isCloseTo(PER_DAY, within(tolerance * PER_DAY));
        double net = -PER_DAY * trading(0.003);
        assertThat(all.netGain().mean()).as("after fees %s", all).isCloseTo(net, within(tolerance * -net));
        assertThat(all.netGain().agrees(net)).as("after fees %s", all).isTrue();
        assertThat(all.grossLoss().agrees(PER_DAY * 1.1 * 1.1))
                .as("a volatility that is 10 %% off")
                .isFalse();
        assertThat(all.netGain().agrees(-PER_DAY * trading(0.0027)))
                .as("a fee that is 10 %% off")
                .isFalse();
        assertThat(all.netGain().agrees(-PER_DAY))
                .as("arbitrage that pays no fee")
                .isFalse();
    }

    @Test
    void theLossIsAnEighthOfTheVarianceAndArbitrageursPayTheRestOfItBack() {
        check(Simulated.of(DAYS), 0.04);
    }

    @Test
    @Tag("long")
    void thePaperIsMetOverManyDays() {
        check(Simulated.of(10 * DAYS), 0.03);
    }
}
