package catallaxy.environment.market.role;

import static catallaxy.environment.market.trading.SmallMarket.BOOK;
import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.MAIN;
import static catallaxy.environment.market.trading.SmallMarket.POOL_A;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.market.trading.SmallMarket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the roles that trade see of their own equity: it is at the prices that venues show, and rewards are at the world's. */
class EquityFeatureTest {
    private static final int TRADER = 0;
    private static final int FUND = 1;
    private static final int RISK = 2;

    private final SeatedMarket seated = new SeatedMarket(
            new SmallMarket()
                    .volatility(5)
                    .agent("trader", new RoleSpec.Trader(List.of(BOOK), 50_000, 0.5), 10, 100_000, 50)
                    .agent(
                            "fund",
                            new RoleSpec.Portfolio(List.of(new RoleSpec.Sleeve(MAIN, ETH, POOL_A)), List.of(), 1, 0.05),
                            10,
                            100_000,
                            50)
                    .agent("risk", new RoleSpec.Risk(List.of(0, 1)), 10, 0, 0)
                    .spec(),
            3);

    /** The book stands at 2,000 while the world moves away from it. */
    private void letTheWorldMove() {
        seated.show(Side.BUY, 1_999, 50, 1);
        seated.show(Side.SELL, 2_001, 50, 2);
        seated.runUntil(600 * SECOND, (agent, values) -> agent == RISK ? new double[] {1, 1} : SeatedMarket.NOTHING);
        assertThat(Math.abs(seated.market.worldPrice(ETH) - 2_000)).isGreaterThan(5);
    }

    @Test
    void doesNotTellTheWorldsPrice() {
        letTheWorldMove();
        double shown = 3 * 100_000 + 3 * 50 * 2_000;
        assertThat(seated.value(TRADER, "equity")).isCloseTo(shown, within(1e-6));
        assertThat(seated.value(FUND, "equity")).isCloseTo(shown, within(1e-6));
        assertThat(seated.value(FUND, "weight.main.ETH")).isCloseTo(50 * 2_000 / shown, within(1e-12));
    }

    @Test
    void theSupervisorAndTheRewardsAreAtTheWorldsPrice() {
        letTheWorldMove();
        double worth = 3 * 100_000 + 3 * 50 * seated.market.worldPrice(ETH);
        assertThat(seated.value(RISK, "equity.trader")).isCloseTo(worth, within(1e-6));
        double change = worth - seated.seat(TRADER).initialEquity();
        double[] since = {0, 0};
        seated.roles.get(TRADER).rewards(seated.market, seated.seat(TRADER), since);
        assertThat(seated.rewards.get(TRADER)[0] + since[0]).isCloseTo(change, within(1e-6));
    }

    @Test
    void aTargetEqualToTheObservedWeightAsksForNothing() {
        letTheWorldMove();
        double before = seated.market.totals(seated.seat(FUND).participant()).tradedQuote();
        double weight = seated.value(FUND, "weight.main.ETH");
        seated.runUntil(
                700 * SECOND,
                (agent, values) -> agent == FUND
                        ? new double[] {weight}
                        : agent == RISK ? new double[] {1, 1} : SeatedMarket.NOTHING);
        assertThat(seated.market.totals(seated.seat(FUND).participant()).tradedQuote())
                .isEqualTo(before);
    }

    /** It buys what stands between 2,001 and 3,000: a loss of what was paid above the world's price and of the fee. */
    @Test
    void aPurchaseThatLiftsTheMiddleIsPunished() {
        seated.show(Side.BUY, 1_999, 1, 1);
        seated.show(Side.SELL, 2_100, 10, 2);
        seated.show(Side.SELL, 3_000, 10, 3);
        seated.runUntil(
                11 * SECOND,
                (agent, values) -> agent == RISK
                        ? new double[] {1, 1}
                        : agent == TRADER ? new double[] {20_000} : SeatedMarket.NOTHING);
        seated.runUntil(12 * SECOND, (agent, values) -> SeatedMarket.NOTHING);
        double bought = seated.market.totals(seated.seat(TRADER).participant()).tradedQuote() / 2_100;
        assertThat(bought).isPositive();
        double[] since = {0, 0};
        seated.roles.get(TRADER).rewards(seated.market, seated.seat(TRADER), since);
        double world = seated.market.worldPrice(ETH);
        double expected = bought * (world - 2_100) + 150 * (world - 2_000);
        double total = seated.rewards.get(TRADER)[0] + since[0];
        assertThat(total).isCloseTo(expected, within(1e-3));
    }
}
