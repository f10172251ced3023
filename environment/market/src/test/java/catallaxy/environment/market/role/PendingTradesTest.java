package catallaxy.environment.market.role;

import static catallaxy.environment.market.trading.SmallMarket.BOOK;
import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.EXCHANGE;
import static catallaxy.environment.market.trading.SmallMarket.MAIN;
import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static catallaxy.environment.market.trading.SmallMarket.POOL_C;
import static catallaxy.environment.market.trading.SmallMarket.ROLLUP;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.market.MarketSpec;
import catallaxy.environment.market.bridge.BridgeSpec;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.exchange.ExchangeSpec;
import catallaxy.environment.market.trading.SmallMarket;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.environment.market.venue.uniswapv2.UniswapV2Spec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is decided again before its effect is seen is not done twice. */
class PendingTradesTest {
    /** A market whose exchange is so far away, with one agent that decides each second. */
    private static MarketSpec spec(RoleSpec role, int latencySeconds, double usdc, double eth) {
        EngineSpec plain = new SmallMarket().engine();
        EngineSpec engine = new EngineSpec(
                plain.assets(),
                plain.quoteAsset(),
                plain.chains(),
                List.of(new ExchangeSpec("exchange", 100, 400, latencySeconds * SECOND, 0, 2, 60 * SECOND)),
                plain.venues(),
                plain.bridges(),
                plain.world());
        SeatSpec agent = new SeatSpec("agent", role, SECOND, SECOND, 0, SmallMarket.everywhere(usdc, eth));
        return new MarketSpec("pending", 240 * SmallMarket.HOUR, engine, List.of(), List.of(agent));
    }

    /** Buys for 10,000 wherever it sees less than 5 ETH more than at the opening. */
    private static double[] fillUp(SeatedMarket seated, int[] places) {
        double[] trades = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            double has = seated.market.holding(seated.seat(0).participant(), places[i], ETH);
            trades[i] = has < 102 ? 10_000 : 0;
        }
        return trades;
    }

    @Test
    void aTraderBuysOnceInAPoolHoweverOftenItDecidesBeforeTheBlock() {
        RoleSpec trader = new RoleSpec.Trader(List.of(POOL_A), 10_000, 0.05);
        SeatedMarket seated = new SeatedMarket(spec(trader, 1, 1_000_000, 100), 1);
        seated.runUntil(60 * SECOND, (agent, values) -> fillUp(seated, new int[] {MAIN}));
        int who = seated.seat(0).participant();
        assertThat(seated.market.totals(who).fills()).isEqualTo(1);
        assertThat(seated.market.holding(who, MAIN, USDC)).isCloseTo(990_000, within(1.0));
        assertThat(seated.market.dealings(who).pending(MAIN)).isZero();
    }

    @Test
    void aTraderBuysOnceOnABookHoweverFarItIs() {
        RoleSpec trader = new RoleSpec.Trader(List.of(BOOK), 10_000, 0.05);
        SeatedMarket seated = new SeatedMarket(spec(trader, 10, 1_000_000, 100), 1);
        seated.show(Side.SELL, 2_000, 1_000, 1);
        seated.runUntil(12 * SECOND, (agent, values) -> SeatedMarket.NOTHING);
        seated.runUntil(60 * SECOND, (agent, values) -> fillUp(seated, new int[] {EXCHANGE}));
        int who = seated.seat(0).participant();
        assertThat(seated.market.totals(who).fills()).isEqualTo(1);
        assertThat(seated.market.holding(who, EXCHANGE, ETH)).isCloseTo(105, within(0.01));
    }

    @Test
    void aTraderMayTradeElsewhereInTheMeantime() {
        RoleSpec trader = new RoleSpec.Trader(List.of(POOL_A, POOL_C), 10_000, 0.05);
        SeatedMarket seated = new SeatedMarket(spec(trader, 1, 1_000_000, 100), 1);
        boolean[] mask = new boolean[2];
        seated.runUntil(SECOND, (agent, values) -> new double[] {10_000, 0});
        seated.roles.getFirst().mask(seated.market, seated.seat(0), mask);
        assertThat(mask).containsExactly(false, true);
        seated.runUntil(60 * SECOND, (agent, values) -> fillUp(seated, new int[] {MAIN, ROLLUP}));
        seated.roles.getFirst().mask(seated.market, seated.seat(0), mask);
        assertThat(mask).containsExactly(true, true);
        assertThat(seated.market.totals(seated.seat(0).participant()).fills()).isEqualTo(2);
    }

    @Test
    void severalVenuesOfAChainAreTradedInOneEpoch() {
        RoleSpec trader = new RoleSpec.Trader(List.of(POOL_A, SmallMarket.POOL_B), 10_000, 0.05);
        SeatedMarket seated = new SeatedMarket(spec(trader, 1, 1_000_000, 100), 1);
        seated.runUntil(SECOND, (agent, values) -> new double[] {5_000, 5_000});
        seated.runUntil(60 * SECOND, (agent, values) -> new double[2]);
        assertThat(seated.market.totals(seated.seat(0).participant()).fills()).isEqualTo(2);
    }

    @Test
    void aPortfolioThatDecidesEachSecondTradesAsOneThatDecidesEachMinute() {
        RoleSpec.Portfolio fund = new RoleSpec.Portfolio(
                List.of(new RoleSpec.Sleeve(MAIN, ETH, POOL_A), new RoleSpec.Sleeve(ROLLUP, ETH, POOL_C)),
                List.of(),
                10,
                0.05);
        SeatedMarket seated = new SeatedMarket(spec(fund, 1, 50_000, 5), 1);
        seated.runUntil(300 * SECOND, (agent, values) -> new double[] {0.1, 0.2});
        assertThat(seated.value(0, "weight.main.ETH")).isCloseTo(0.1, within(1e-3));
        assertThat(seated.value(0, "weight.rollup.ETH")).isCloseTo(0.2, within(1e-3));
        assertThat(seated.market.totals(seated.seat(0).participant()).fills()).isLessThanOrEqualTo(4);
    }

    /** All that the rollup lacks is sent once: 12 decisions lie between the transfer and the block that takes it. */
    @Test
    void aPortfolioBridgesWhatIsLackingOnce() {
        RoleSpec.Portfolio both = new RoleSpec.Portfolio(
                List.of(new RoleSpec.Sleeve(MAIN, ETH, POOL_A), new RoleSpec.Sleeve(ROLLUP, ETH, POOL_C)),
                List.of(0),
                10,
                0.05);
        SeatedMarket seated = new SeatedMarket(spec(both, 1, 50_000, 5), 1);
        double[] least = {Double.POSITIVE_INFINITY};
        int who = seated.seat(0).participant();
        seated.afterEvent = () -> least[0] = Math.min(least[0], seated.market.holding(who, MAIN, USDC));
        seated.runUntil(110 * SECOND, (agent, values) -> new double[] {values[3], 0.45});
        double bridged = 50_000 - least[0];
        // 0.45 of 180,000 is 81,000, of which 10,000 are there and 50,000 can be paid.
        assertThat(bridged).isBetween(15_000.0, 25_000.0);
        assertThat(seated.market.inTransit(who, USDC)).isTrue();
    }

    /** Chains 0 and 2 with blocks of 12 s and cash to spare, chain 1 without; all against each other bridged. */
    private static MarketSpec threeChains(RoleSpec fund) {
        EngineSpec plain = new SmallMarket().engine();
        ChainSpec main = plain.chains().get(MAIN);
        ChainSpec third = new ChainSpec(
                "third",
                main.kind(),
                main.blocks(),
                main.gas(),
                new ChainSpec.MempoolRule(
                        main.mempool().propagationNanos(), 0, main.mempool().mempoolLimit()));
        EngineSpec engine = new EngineSpec(
                plain.assets(),
                USDC,
                List.of(main, plain.chains().get(ROLLUP), third),
                List.of(),
                List.of(pool("a", 0), pool("c", 1), pool("d", 2)),
                List.of(bridge("one", 0, 1), bridge("two", 2, 1), bridge("three", 0, 2)),
                plain.world());
        List<Endowment> endowments = List.of(
                new Endowment(0, USDC, SmallMarket.units(100_000, 6)),
                new Endowment(2, USDC, SmallMarket.units(100_000, 6)),
                new Endowment(0, ETH, SmallMarket.units(1, 18)),
                new Endowment(1, ETH, SmallMarket.units(1, 18)),
                new Endowment(2, ETH, SmallMarket.units(1, 18)));
        SeatSpec agent = new SeatSpec("fund", fund, SECOND, SECOND, 0, endowments);
        return new MarketSpec("three", 240 * SmallMarket.HOUR, engine, List.of(), List.of(agent));
    }

    private static VenueSpec pool(String id, int chain) {
        return new UniswapV2Spec(
                id, chain, ETH, USDC, SmallMarket.units(5_000, 18), SmallMarket.units(10_000_000, 6), false);
    }

    private static BridgeSpec bridge(String id, int home, int remote) {
        return new BridgeSpec(id, home, remote, List.of(USDC, ETH), 120 * SECOND, 100, 0);
    }

    /** Both rich chains could pay for what the second lacks; while the transfer of one waits for its block, the other sends none. */
    @Test
    void aPortfolioFetchesWhatIsLackingFromOneChainOnly() {
        RoleSpec.Portfolio fund = new RoleSpec.Portfolio(
                List.of(new RoleSpec.Sleeve(0, ETH, 0), new RoleSpec.Sleeve(1, ETH, 1), new RoleSpec.Sleeve(2, ETH, 2)),
                List.of(0, 1, 2),
                10,
                0.05);
        SeatedMarket seated = new SeatedMarket(threeChains(fund), 1, List.of());
        int who = seated.seat(0).participant();
        double target = 0.2 * seated.equity(0);
        seated.runUntil(60 * SECOND, (agent, values) -> new double[] {values[3], 0.2, values[9]});
        double left = seated.market.holding(who, 0, USDC) + seated.market.holding(who, 2, USDC);
        // 0.2 of the equity, less the ETH that is there for gas.
        assertThat(200_000 - left).isCloseTo(target - 2_000, within(100.0));
        assertThat(seated.market.inTransit(who, USDC)).isTrue();
    }

    /** The ETH that it bought on the main chain goes to the rollup in one transfer, though that waits 200 s for its block. */
    @Test
    void anArbitrageursRefillIsSentOnce() {
        RoleSpec arb =
                new RoleSpec.Arbitrage(List.of(new RoleSpec.Route(POOL_A, POOL_C)), 10_000, 0.05, 0.97, List.of(0));
        SeatedMarket seated = new SeatedMarket(
                new SmallMarket()
                        .mainBlocks(200)
                        .agent("arb", arb, 1, 100_000, 50)
                        .spec(),
                1);
        int who = seated.seat(0).participant();
        seated.runUntil(SECOND, (agent, values) -> new double[] {10_000});
        seated.runUntil(190 * SECOND, (agent, values) -> new double[1]);
        assertThat(seated.market.holding(who, ROLLUP, ETH)).as("sold there").isBetween(44.0, 46.0);
        double[] least = {Double.POSITIVE_INFINITY};
        seated.runUntil(210 * SECOND, (agent, values) -> new double[1]);
        assertThat(seated.market.holding(who, MAIN, ETH)).as("bought here").isBetween(54.0, 56.0);
        seated.afterEvent = () -> least[0] = Math.min(least[0], seated.market.holding(who, MAIN, ETH));
        seated.runUntil(1_500 * SECOND, (agent, values) -> new double[1]);
        assertThat(least[0]).as("what it had at the opening stays").isCloseTo(50, within(0.1));
        assertThat(seated.market.holding(who, ROLLUP, ETH)).isCloseTo(50, within(0.1));
    }
}
