package catallaxy.environment.market.role;

import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.HOUR;
import static catallaxy.environment.market.trading.SmallMarket.MAIN;
import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static catallaxy.environment.market.trading.SmallMarket.POOL_C;
import static catallaxy.environment.market.trading.SmallMarket.ROLLUP;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trading.SmallMarket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The portfolio's way to its target weights. */
class PortfolioRoleTest {
    private static final RoleSpec.Portfolio SPEC = new RoleSpec.Portfolio(
            List.of(new RoleSpec.Sleeve(MAIN, ETH, POOL_A), new RoleSpec.Sleeve(ROLLUP, ETH, POOL_C)),
            List.of(0),
            10,
            0.05);

    private final SeatedMarket seated = new SeatedMarket(
            new SmallMarket().agent("fund", SPEC, 60, 50_000, 5).spec(), 1);

    private void runHours(double hours, double... weights) {
        seated.runUntil(seated.market.timeNanos() + (long) (hours * HOUR), (agent, values) -> weights);
    }

    @Test
    void reachesTheTargetWeights() {
        runHours(0.2, 0.1, 0.2);
        assertThat(seated.value(0, "weight.main.ETH")).isCloseTo(0.1, within(1e-3));
        assertThat(seated.value(0, "weight.rollup.ETH")).isCloseTo(0.2, within(1e-3));
        long fills = seated.market.totals(seated.seat(0).participant()).fills();
        runHours(1, 0.1, 0.2);
        assertThat(seated.market.totals(seated.seat(0).participant()).fills())
                .as("stays once it is there")
                .isEqualTo(fills);
    }

    @Test
    void asksForNothingWithTheObservedWeights() {
        for (double scale : new double[] {1, 0.5, 0.2}) {
            seated.seat(0).limit(9, scale);
            seated.runUntil(seated.market.timeNanos() + HOUR, (agent, values) -> new double[] {values[3], values[6]});
        }
        assertThat(seated.market.totals(seated.seat(0).participant()).fills()).isZero();
    }

    @Test
    void bridgesTheCashThatAChainLacks() {
        runHours(0.5, 0, 0.7);
        double equity = seated.equity(0);
        double weight = seated.market.holding(seated.seat(0).participant(), ROLLUP, ETH) * 2_000 / equity;
        assertThat(seated.market.holding(seated.seat(0).participant(), MAIN, USDC))
                .isLessThan(50_000);
        assertThat(weight).isGreaterThan(0.35);
        assertThat(seated.market.totals(seated.seat(0).participant()).reverted())
                .isZero();
    }

    @Test
    void holdsLessAtASmallerScale() {
        runHours(0.2, 0.1, 0.2);
        seated.seat(0).limit(9, 0.5);
        runHours(0.2, 0.1, 0.2);
        double equity = seated.equity(0);
        double main = seated.market.holding(seated.seat(0).participant(), MAIN, ETH)
                * seated.market.priceAtVenues(ETH)
                / equity;
        assertThat(main).isCloseTo(0.05, within(1e-3));
    }

    @Test
    void keepsTheGasWhenItSellsEverything() {
        runHours(0.5, 0, 0);
        double left = seated.market.holding(seated.seat(0).participant(), MAIN, ETH);
        assertThat(left).isPositive().isLessThan(0.01);
        assertThat(seated.value(0, "cash_weight.main")).isPositive();
        assertThat(seated.value(0, "gas_cost.main")).isCloseTo(0.024, within(0.005));
    }

    @Test
    void scalesDownWeightsThatAddUpToMoreThanOne() {
        runHours(0.5, 1, 1);
        assertThat(seated.value(0, "weight.main.ETH")).isLessThan(0.5);
        assertThat(seated.market.totals(seated.seat(0).participant()).reverted())
                .isZero();
    }

    @Test
    void movesNoPriceByMoreThanItsSlippage() {
        RoleSpec.Portfolio careful = new RoleSpec.Portfolio(SPEC.sleeves(), SPEC.bridges(), 10, 0.001);
        SeatedMarket slow = new SeatedMarket(
                new SmallMarket().agent("fund", careful, 60, 50_000, 5).spec(), 1);
        slow.runUntil(119 * SECOND, (agent, values) -> new double[] {0.2, 0});
        assertThat(slow.market.price(POOL_A)).isCloseTo(2_002, within(0.01));
        assertThat(slow.value(0, "weight.main.ETH")).isLessThan(0.1);
        slow.runUntil(HOUR, (agent, values) -> new double[] {0.2, 0});
        assertThat(slow.value(0, "weight.main.ETH")).isCloseTo(0.2, within(1e-3));
    }

    @Test
    void sellsAllWhileHalted() {
        seated.seat(0).limit(9, 0);
        runHours(0.5, 1, 1);
        assertThat(seated.roles.getFirst().flat(seated.market, seated.seat(0))).isTrue();
        long fills = seated.market.totals(seated.seat(0).participant()).fills();
        runHours(1, 1, 1);
        assertThat(seated.market.totals(seated.seat(0).participant()).fills())
                .as("dust is left alone")
                .isEqualTo(fills);
        assertThat(seated.market.holding(seated.seat(0).participant(), ROLLUP, ETH))
                .isLessThan(0.01);
    }

    @Test
    void doesNothingWithoutGas() {
        SmallMarket poor = new SmallMarket().agent("poor", SPEC, 60, 50_000, 0);
        SeatedMarket broke = new SeatedMarket(poor.spec(), 1);
        List<MarketEvent> sent = new ArrayList<>();
        broke.market.observe(event -> {
            if (event instanceof MarketEvent.TransactionDropped || event instanceof MarketEvent.TransactionExecuted) {
                sent.add(event);
            }
        });
        broke.runUntil(HOUR, (agent, values) -> new double[] {0.3, 0.3});
        assertThat(broke.market.totals(broke.seat(0).participant()).fills()).isZero();
        assertThat(broke.equity(0)).isEqualTo(150_000);
        assertThat(broke.market.totals(broke.seat(0).participant()).rejected())
                .as("what could not be sent is counted")
                .isPositive();
        assertThat(sent).as("transactions sent without gas").isEmpty();
    }
}
