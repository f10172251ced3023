package catallaxy.environment.market.role;

import static catallaxy.environment.market.trading.SmallMarket.BOOK;
import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.market.trading.SmallMarket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The risk role's interventions, what it sees, and its reward. */
class RiskRoleTest {
    private final SeatedMarket seated = new SeatedMarket(
            new SmallMarket()
                    .agent("maker", new RoleSpec.MarketMaker(BOOK, 50, 2, 100, 0, 60 * SECOND), 10, 100_000, 50)
                    .agent("trader", new RoleSpec.Trader(List.of(POOL_A), 50_000, 0.1), 10, 100_000, 50)
                    .agent("risk", new RoleSpec.Risk(List.of(0, 1)), 10, 0, 0)
                    .spec(),
            1);

    private static double[] neutral(int agent) {
        return agent == 2 ? new double[] {1, 1} : new double[agent == 0 ? 4 : 1];
    }

    @Test
    void observesTheSupervised() {
        assertThat(seated.value(2, "equity.maker")).isEqualTo(seated.equity(0));
        assertThat(seated.value(2, "scale.trader")).isEqualTo(1);
        assertThat(seated.value(2, "drawdown.trader")).isZero();
    }

    @Test
    void asksForNothingWithTheNeutralAction() {
        seated.runUntil(100 * SECOND, (agent, values) -> neutral(agent));
        assertThat(seated.interventions).isEmpty();
    }

    @Test
    void scalesAnotherAgentsOrders() {
        seated.runUntil(11 * SECOND, (agent, values) -> agent == 2 ? new double[] {0.25, 1} : neutral(agent));
        seated.runUntil(21 * SECOND, (agent, values) -> agent == 0 ? new double[] {10, 10, 1, 1} : neutral(agent));
        assertThat(seated.interventions).startsWith("reduce 0 from 1.0 to 0.25");
        assertThat(seated.market.limitOrders(BOOK).size(Side.BUY, 0)).isEqualTo(0.5);
    }

    @Test
    void haltsAndResumes() {
        seated.runUntil(11 * SECOND, (agent, values) -> agent == 2 ? new double[] {1, 0} : neutral(agent));
        assertThat(seated.seat(1).halted()).isTrue();
        boolean[] mask = {true};
        seated.roles.get(1).mask(seated.market, seated.seat(1), mask);
        assertThat(mask[0]).isFalse();
        seated.runUntil(200 * SECOND, (agent, values) -> agent == 2 ? new double[] {1, 0} : neutral(agent));
        assertThat(seated.roles.get(1).flat(seated.market, seated.seat(1))).isTrue();
        seated.runUntil(210 * SECOND, (agent, values) -> neutral(agent));
        assertThat(seated.interventions).containsExactly("halt 1 from 1.0 to 0.0", "resume 1 from 0.0 to 1.0");
        assertThat(seated.seat(1).halted()).isFalse();
    }

    @Test
    void unwindsTheHaltedAtItsOwnEpochs() {
        SeatedMarket slow = new SeatedMarket(
                new SmallMarket()
                        .agent("trader", new RoleSpec.Trader(List.of(POOL_A), 50_000, 0.1), 1_000, 0, 50)
                        .agent("risk", new RoleSpec.Risk(List.of(0)), 10, 0, 0)
                        .spec(),
                1);
        slow.runUntil(200 * SECOND, (agent, values) -> new double[] {0});
        assertThat(slow.roles.get(0).flat(slow.market, slow.seat(0))).isTrue();
    }

    @Test
    void isPaidTheEquityChangeAndChargedForDeeperDrawdowns() {
        double start = seated.equity(0) + seated.equity(1);
        double[] sums = {0, 0};
        double[] peaks = {seated.equity(0), seated.equity(1)};
        double[] deepest = {0, 0};
        seated.runUntil(300 * SECOND, (agent, values) -> {
            for (int i = 0; agent == 2 && i < 2; i++) {
                peaks[i] = Math.max(peaks[i], seated.equity(i));
                deepest[i] = Math.max(deepest[i], peaks[i] - seated.equity(i));
            }
            boolean early = seated.market.timeNanos() < 100 * SECOND;
            return agent == 1 ? new double[] {early ? 20_000 : -20_000} : neutral(agent);
        });
        seated.roles.get(2).rewards(seated.market, seated.seat(2), sums);
        double change = seated.rewards.get(2)[0] + sums[0];
        assertThat(change).isCloseTo(seated.equity(0) + seated.equity(1) - start, within(1e-6));
        assertThat(change).isNegative();
        double penalty = seated.rewards.get(2)[1] + sums[1];
        assertThat(-penalty).as("the sum of the maximum drawdowns").isCloseTo(deepest[0] + deepest[1], within(1e-6));
        assertThat(seated.value(2, "drawdown.trader")).isPositive();
    }

    /** A middle at 1,000 of coins that the world prices at 2,000. */
    @Test
    void seesNoDrawdownWhereOnlyQuotesHaveMoved() {
        seated.show(Side.SELL, 1_001, 0.001, 1);
        seated.show(Side.BUY, 999, 0.001, 2);
        double start = seated.equity(0);
        seated.runUntil(30 * SECOND, (agent, values) -> agent == 2 ? new double[] {1, 1} : SeatedMarket.NOTHING);
        assertThat(seated.market.price(BOOK)).isEqualTo(1_000);
        assertThat(seated.market.equityAtVenues(seated.seat(0).participant())).isLessThan(0.8 * start);
        assertThat(seated.value(2, "equity.maker")).isEqualTo(start);
        assertThat(seated.value(2, "drawdown.maker")).isZero();
        assertThat(seated.rewards.get(2)).containsExactly(0, 0);
    }
}
