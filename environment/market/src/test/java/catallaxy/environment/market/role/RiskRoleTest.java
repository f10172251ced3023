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
    private final Table table = new Table(
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
        assertThat(table.value(2, "equity.maker")).isEqualTo(table.equity(0));
        assertThat(table.value(2, "scale.trader")).isEqualTo(1);
        assertThat(table.value(2, "drawdown.trader")).isZero();
    }

    @Test
    void asksForNothingWithTheNeutralAction() {
        table.runUntil(100 * SECOND, (agent, values) -> neutral(agent));
        assertThat(table.interventions).isEmpty();
    }

    @Test
    void scalesAnotherAgentsOrders() {
        table.runUntil(11 * SECOND, (agent, values) -> agent == 2 ? new double[] {0.25, 1} : neutral(agent));
        table.runUntil(21 * SECOND, (agent, values) -> agent == 0 ? new double[] {10, 10, 1, 1} : neutral(agent));
        assertThat(table.interventions).startsWith("reduce 0 from 1.0 to 0.25");
        assertThat(table.market.limitOrders(BOOK).size(Side.BUY, 0)).isEqualTo(0.5);
    }

    @Test
    void haltsAndResumes() {
        table.runUntil(11 * SECOND, (agent, values) -> agent == 2 ? new double[] {1, 0} : neutral(agent));
        assertThat(table.seat(1).halted()).isTrue();
        boolean[] mask = {true};
        table.roles.get(1).mask(table.market, table.seat(1), mask);
        assertThat(mask[0]).isFalse();
        table.runUntil(200 * SECOND, (agent, values) -> agent == 2 ? new double[] {1, 0} : neutral(agent));
        assertThat(table.roles.get(1).flat(table.market, table.seat(1))).isTrue();
        table.runUntil(210 * SECOND, (agent, values) -> neutral(agent));
        assertThat(table.interventions).containsExactly("halt 1 from 1.0 to 0.0", "resume 1 from 0.0 to 1.0");
        assertThat(table.seat(1).halted()).isFalse();
    }

    @Test
    void unwindsTheHaltedAtItsOwnEpochs() {
        Table slow = new Table(
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
        double start = table.equity(0) + table.equity(1);
        double[] sums = {0, 0};
        double[] peaks = {table.equity(0), table.equity(1)};
        double[] deepest = {0, 0};
        table.runUntil(300 * SECOND, (agent, values) -> {
            for (int i = 0; agent == 2 && i < 2; i++) {
                peaks[i] = Math.max(peaks[i], table.equity(i));
                deepest[i] = Math.max(deepest[i], peaks[i] - table.equity(i));
            }
            boolean early = table.market.timeNanos() < 100 * SECOND;
            return agent == 1 ? new double[] {early ? 20_000 : -20_000} : neutral(agent);
        });
        table.roles.get(2).rewards(table.market, table.seat(2), sums);
        double change = table.rewards.get(2)[0] + sums[0];
        assertThat(change).isCloseTo(table.equity(0) + table.equity(1) - start, within(1e-6));
        assertThat(change).isNegative();
        double penalty = table.rewards.get(2)[1] + sums[1];
        assertThat(-penalty).as("the sum of the maximum drawdowns").isCloseTo(deepest[0] + deepest[1], within(1e-6));
        assertThat(table.value(2, "drawdown.trader")).isPositive();
    }

    /** A middle at 1,000 of coins that the world prices at 2,000. */
    @Test
    void seesNoDrawdownWhereOnlyQuotesHaveMoved() {
        table.show(Side.SELL, 1_001, 0.001, 1);
        table.show(Side.BUY, 999, 0.001, 2);
        double start = table.equity(0);
        table.runUntil(30 * SECOND, (agent, values) -> agent == 2 ? new double[] {1, 1} : Table.NOTHING);
        assertThat(table.market.price(BOOK)).isEqualTo(1_000);
        assertThat(table.market.equityAtVenues(table.seat(0).participant())).isLessThan(0.8 * start);
        assertThat(table.value(2, "equity.maker")).isEqualTo(start);
        assertThat(table.value(2, "drawdown.maker")).isZero();
        assertThat(table.rewards.get(2)).containsExactly(0, 0);
    }
}
