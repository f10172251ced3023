package catallaxy.environment.market.role;

import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.MAIN;
import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static catallaxy.environment.market.trading.SmallMarket.POOL_B;
import static catallaxy.environment.market.trading.SmallMarket.POOL_C;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static catallaxy.environment.market.trading.SmallMarket.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.execution.ExecutionMethod;
import catallaxy.environment.market.execution.ExecutionSpec;
import catallaxy.environment.market.trading.RouteOptimum;
import catallaxy.environment.market.trading.SmallMarket;
import catallaxy.environment.market.venue.uniswapv4.UniswapV4Spec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The seat that chooses how a trade is executed; two pools are five per cent apart, a third lends for nothing. */
class ExecutionRoleTest {
    private static final RoleSpec.Route ROUTE = new RoleSpec.Route(POOL_A, POOL_B);
    private static final double[] OWN_ALL_EXACT = {1, 2, 0};
    private static final double[] FLASH_ALL = {2, 2, 1};

    private static ExecutionSpec spec(List<String> methods, double maxTrade, double success) {
        return new ExecutionSpec(List.of(ROUTE), methods, maxTrade, 0.5, SmallMarket.HOUR, 0.1, 0.01, success);
    }

    private static SeatedMarket market(ExecutionSpec spec, double dollars) {
        return market(spec, dollars, 2_100);
    }

    private static SeatedMarket market(ExecutionSpec spec, double dollars, double priceB) {
        UniswapV4Spec lender =
                new UniswapV4Spec("lender", MAIN, ETH, USDC, units(50_000, 18), units(1e8, 6), 0, 60, 0, 0);
        return new SeatedMarket(
                new SmallMarket()
                        .priceB(priceB)
                        .venue(lender)
                        .agent("executor", spec, 12, dollars, 1)
                        .spec(),
                1);
    }

    /** Decides once, then waits for what becomes of it. */
    private static void executeOnce(SeatedMarket seated, double... action) {
        long now = seated.market.timeNanos();
        seated.runUntil(now + 12 * SECOND, (_, _) -> action);
        seated.runUntil(now + 60 * SECOND, (_, _) -> SeatedMarket.NOTHING);
    }

    private static double dollars(SeatedMarket seated) {
        return seated.market.holding(seated.seat(0).participant(), MAIN, USDC);
    }

    private static RouteOptimum optimum(SeatedMarket seated) {
        return RouteOptimum.of(seated.market.quoting(POOL_A), seated.market.quoting(POOL_B), ETH, USDC)
                .orElseThrow();
    }

    private static boolean[] mask(SeatedMarket seated) {
        boolean[] mask = new boolean[seated.roles.getFirst().actionSpec().maskSize()];
        seated.roles.getFirst().mask(seated.market, seated.seat(0), mask);
        return mask;
    }

    @Test
    void ownMoneyGainsWhatTheClosedFormPromises() {
        SeatedMarket seated = market(spec(ExecutionMethod.words(), 1e6, 1), 500_000);
        RouteOptimum best = optimum(seated);
        assertThat(seated.value(0, "best_profit.main")).isEqualTo(best.profit());
        double before = dollars(seated);
        executeOnce(seated, OWN_ALL_EXACT);
        assertThat(dollars(seated) - before).isPositive().isCloseTo(best.profit(), within(2e-6));
        assertThat(optimum(seated).profit()).as("the gap is closed").isLessThan(0.01 * best.profit());
    }

    @Test
    void aFlashLoanGainsTheSameWithoutMoney() {
        SeatedMarket seated = market(spec(ExecutionMethod.words(), 1e6, 1), 0);
        RouteOptimum best = optimum(seated);
        assertThat(mask(seated)[1]).as("own money").isFalse();
        assertThat(mask(seated)[2]).as("the lender's").isTrue();
        executeOnce(seated, FLASH_ALL);
        assertThat(dollars(seated)).isPositive().isCloseTo(best.profit(), within(2e-6));
    }

    @Test
    void partsOfTheSizeAndTheLargestTradeBindBoth() {
        SeatedMarket seated = market(spec(ExecutionMethod.words(), 5_000, 1), 500_000);
        double before = dollars(seated);
        double quarter = seated.market.quoting(POOL_A).out(USDC, 5_000);
        double promised = seated.market.quoting(POOL_B).out(ETH, quarter) - 5_000;
        executeOnce(seated, OWN_ALL_EXACT);
        assertThat(dollars(seated) - before).isCloseTo(promised, within(2e-6));
    }

    @Test
    void whatMayNotBeUsedIsMaskedAndPromisesNothing() {
        SeatedMarket seated = market(spec(List.of("flash"), 1e6, 1), 500_000);
        assertThat(mask(seated)[1]).isFalse();
        assertThat(mask(seated)[2]).isTrue();
        assertThat(seated.value(0, "gain.main")).isZero();
        double before = dollars(seated);
        executeOnce(seated, OWN_ALL_EXACT);
        assertThat(dollars(seated)).isEqualTo(before);
    }

    /** A gap of three millionths beyond the fees: less than the gas. */
    @Test
    void whatGasEatsUpIsNotOpenAndNotSent() {
        SeatedMarket seated = market(spec(ExecutionMethod.words(), 1e6, 1), 500_000, 2_012.06);
        assertThat(optimum(seated).profit()).isPositive();
        assertThat(seated.value(0, "best_profit.main")).isPositive();
        assertThat(mask(seated)).startsWith(true, false, false);
        executeOnce(seated, OWN_ALL_EXACT);
        assertThat(seated.market.totals(seated.seat(0).participant()).gasPaidQuote())
                .isZero();
    }

    @Test
    void volatilityIsThatOfTheFirstVenue() {
        SeatedMarket seated = market(spec(ExecutionMethod.words(), 1e6, 1), 500_000);
        seated.runUntil(36 * SECOND, (_, _) -> SeatedMarket.NOTHING);
        assertThat(seated.value(0, "volatility.main")).isZero();
        executeOnce(seated, OWN_ALL_EXACT);
        assertThat(seated.value(0, "volatility.main")).isPositive();
    }

    /** Somebody closes the gap in the same block, before. */
    @Test
    void whatComesTooLateRevertsAndIsToldSo() {
        SeatedMarket seated = market(spec(ExecutionMethod.words(), 1e6, 3), 500_000);
        RouteOptimum best = optimum(seated);
        Call.Swap first = new Call.Swap(List.of(POOL_A, POOL_B), USDC, units(best.spent(), 6), UInt256.ZERO);
        double before = dollars(seated);
        seated.runUntil(12 * SECOND, (_, _) -> {
            seated.market.submit(
                    seated.outsider(),
                    new MarketCommand.SubmitTransaction(
                            MAIN,
                            first,
                            MarketCommand.NEXT_NONCE,
                            MarketCommand.ENOUGH_GAS,
                            100_000_000_000L,
                            50_000_000_000L,
                            seated.market.timeNanos() + SmallMarket.HOUR));
            return OWN_ALL_EXACT;
        });
        seated.runUntil(60 * SECOND, (_, _) -> SeatedMarket.NOTHING);
        double gas = seated.market.totals(seated.seat(0).participant()).gasPaidQuote();
        assertThat(dollars(seated)).isEqualTo(before);
        assertThat(gas).isPositive();
        assertThat(seated.rewards.getFirst()[4]).as("failure").isEqualTo(-3);
        assertThat(seated.rewards.getFirst()[2]).as("nothing saved").isZero();
    }

    @Test
    void theOutcomeIsToldOnceWithItsReward() {
        SeatedMarket seated = market(spec(ExecutionMethod.words(), 1e6, 3), 500_000);
        double promised = optimum(seated).profit();
        seated.runUntil(12 * SECOND, (_, _) -> OWN_ALL_EXACT);
        double[] told = new double[3];
        seated.runUntil(120 * SECOND, (_, _) -> {
            told[0] += seated.value(0, "ended");
            told[1] += seated.value(0, "realised");
            told[2] += seated.value(0, "reward");
            return SeatedMarket.NOTHING;
        });
        double gas = seated.market.totals(seated.seat(0).participant()).gasPaidQuote();
        double[] terms = seated.rewards.getFirst();
        assertThat(told[0]).isEqualTo(1);
        assertThat(told[1]).isCloseTo(promised - gas, within(0.01));
        assertThat(terms[4]).isEqualTo(3);
        assertThat(terms[3]).as("seconds").isNegative().isGreaterThan(-1);
        assertThat(told[2]).isCloseTo(told[1] + terms[2] + terms[3] + terms[4], within(1e-9));
        assertThat(terms[0] + terms[1])
                .as("equity")
                .isCloseTo(seated.equity(0) - seated.seat(0).initialEquity(), within(1e-6));
    }

    @Test
    void oneExecutionIsUnderWayAtATime() {
        SeatedMarket seated = market(spec(ExecutionMethod.words(), 1e6, 1), 500_000);
        seated.runUntil(12 * SECOND, (_, _) -> new double[] {1, 0, 2});
        assertThat(mask(seated)).startsWith(true, false, false);
        seated.seat(0).limit(7, 0);
        assertThat(mask(seated)).startsWith(true, false, false);
    }

    @Test
    void routesAcrossChainsAndUnknownMethodsAreRefused() {
        RoleSpec.Route across = new RoleSpec.Route(POOL_A, POOL_C);
        ExecutionSpec spec =
                new ExecutionSpec(List.of(across), ExecutionMethod.words(), 1, 0.5, SmallMarket.HOUR, 0, 0, 0);
        assertThatThrownBy(() -> market(spec, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("contracts of one chain");
        assertThatThrownBy(() -> spec(List.of("l3"), 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("l2+flash");
    }
}
