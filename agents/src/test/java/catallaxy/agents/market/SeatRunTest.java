package catallaxy.agents.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.Agent;
import catallaxy.agents.driver.AgentFailedException;
import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.agents.policy.UserAgent;
import catallaxy.agents.seat.SeatFigures;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeatRunTest {
    private static MarketAgents with(String agent, Class<? extends Agent> type) {
        return TradedMarket.holding().with(agent, new UserAgent(type.getName(), Map.of()));
    }

    private static SeatFigures figures(MarketAgents agents, String agent, long seed) {
        return SeatRun.of(agents, FaultRule.DEFAULT, agent, seed).orElseThrow();
    }

    @Test
    void whoHoldsDoesNothing() {
        SeatFigures figures = figures(TradedMarket.holding(), "slow", 3);
        assertThat(figures.profit()).isCloseTo(0, within(1e-6));
        assertThat(figures.trading()).isZero();
        assertThat(figures.risk()).isCloseTo(0, within(1e-6));
        assertThat(figures.cost()).isZero();
        assertThat(figures.turnover()).isZero();
        assertThat(figures.inventory()).isZero();
        assertThat(figures.holdingHours()).isZero();
        assertThat(figures.adverseBps()).isZero();
    }

    @Test
    void profitAndTradingAreTheScoresOfAnEvaluation() {
        MarketAgents agents = TradedMarket.trading();
        for (long seed = 1; seed <= 5; seed++) {
            MarketEvaluation evaluation = MarketEvaluation.of(agents, FaultRule.DEFAULT, new long[] {seed});
            for (String agent : evaluation.scores().keySet()) {
                SeatFigures figures = figures(agents, agent, seed);
                assertThat(figures.profit())
                        .isEqualTo(Objects.requireNonNull(evaluation.scores().get(agent))[0]);
                assertThat(figures.trading())
                        .isEqualTo(Objects.requireNonNull(evaluation.trading().get(agent))[0]);
                assertThat(figures.drawdown()).isGreaterThanOrEqualTo(Math.max(0, -figures.profit()));
            }
        }
    }

    @Test
    void whoSellsTurnsOverWhatItSellsAndPaysForIt() {
        SeatFigures figures = figures(with("slow", MarketEvaluationTest.Seller.class), "slow", 3);
        // 6 decisions of 5,000 USDC from 40,000: until the 10 ETH, half of it, are sold; two minutes are a 720th of a
        // day
        double sold = figures.turnover() * 40_000 / 720;
        assertThat(sold).isBetween(15_000.0, 21_000.0);
        assertThat(figures.inventory()).isBetween(0.2, 0.55);
        assertThat(figures.holdingHours()).isCloseTo(figures.inventory() / figures.turnover() * 24, within(1e-9));
        assertThat(figures.cost()).isBetween(4e-4 * sold * 0.9, 4e-4 * sold * 1.1);
        assertThat(figures.risk()).isPositive();
        assertThat(figures.adverseBps()).isNotZero();
    }

    @Test
    void whoFailsHasNoFiguresAndWhoFailsBesideItEndsTheRun() {
        MarketAgents failing = with("late", MarketEvaluationTest.Thrower.class);
        assertThat(SeatRun.of(failing, FaultRule.DEFAULT, "late", 1)).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> SeatRun.of(failing, FaultRule.DEFAULT, "slow", 1))
                .isInstanceOf(AgentFailedException.class)
                .hasMessageContaining("late");
    }
}
