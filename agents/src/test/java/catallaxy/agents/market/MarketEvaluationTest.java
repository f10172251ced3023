package catallaxy.agents.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.Agent;
import catallaxy.agents.driver.AgentFailedException;
import catallaxy.agents.driver.BatchDriver;
import catallaxy.agents.driver.DriverListener;
import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.agents.policy.UserAgent;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.AgentStep;
import catallaxy.environment.api.EnvironmentStep;
import catallaxy.environment.api.Observation;
import catallaxy.environment.market.MarketEnvironment;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MarketEvaluationTest {
    private static final long[] SEEDS = {3, 4};

    /** Sells all that one trade may be. */
    public static final class Seller implements Agent {
        @Override
        public Action decide(Observation observation) {
            return Action.of(-5_000);
        }
    }

    /** Never comes to a decision. */
    public static final class Thrower implements Agent {
        @Override
        public Action decide(Observation observation) {
            throw new IllegalStateException("at epoch " + observation.epoch());
        }
    }

    private static MarketAgents with(MarketAgents agents, String agent, Class<? extends Agent> type) {
        return agents.with(agent, new UserAgent(type.getName(), Map.of()));
    }

    private static double[] of(Map<String, double[]> figures, String agent) {
        return Objects.requireNonNull(figures.get(agent));
    }

    /** What the rewards of a run add up to. */
    private static double rewards(MarketAgents agents, long seed, String of) {
        double[] sum = {0};
        DriverListener listener = new DriverListener() {
            @Override
            public void step(EnvironmentStep step) {
                for (AgentStep each : step.due()) {
                    sum[0] += each.agent().equals(of) ? each.reward() : 0;
                }
            }
        };
        new BatchDriver()
                .run(new MarketEnvironment(agents.market()), seed, agents.plans(seed), FaultRule.DEFAULT, listener);
        return sum[0];
    }

    @Test
    void whoHoldsEarnsNothing() {
        MarketEvaluation evaluation = MarketEvaluation.of(TradedMarket.holding(), FaultRule.DEFAULT, SEEDS);
        assertThat(evaluation.scores().keySet()).containsExactly("fast", "slow", "late");
        for (String agent : evaluation.scores().keySet()) {
            assertThat(of(evaluation.scores(), agent)).as(agent).containsExactly(new double[2], within(1e-6));
            assertThat(of(evaluation.trading(), agent)).as(agent).hasSize(2).containsOnly(0);
        }
    }

    /** Nobody else trades, so that the world's price is the same for the one who sells and the one who holds the same. */
    @Test
    void aScoreIsWhatIsEarnedOverHolding() {
        MarketAgents selling = with(TradedMarket.holding(), "fast", Seller.class);
        MarketEvaluation evaluation = MarketEvaluation.of(selling, FaultRule.DEFAULT, SEEDS);
        for (int i = 0; i < SEEDS.length; i++) {
            double over = rewards(selling, SEEDS[i], "fast") - rewards(TradedMarket.holding(), SEEDS[i], "fast");
            assertThat(of(evaluation.scores(), "fast")[i])
                    .as("seed %d", SEEDS[i])
                    .isCloseTo(over, within(1e-6));
            assertThat(over).as("seed %d", SEEDS[i]).isNotZero();
        }
    }

    @Test
    void tradesPayFeesAndTheSpread() {
        MarketAgents selling = with(TradedMarket.holding(), "slow", Seller.class);
        MarketEvaluation evaluation = MarketEvaluation.of(selling, FaultRule.DEFAULT, SEEDS);
        assertThat(Arrays.stream(of(evaluation.trading(), "slow")).max().orElseThrow())
                .isNegative();
    }

    @Test
    void aRunIsTheSameWhateverIsPlayedBesideIt() {
        long[] seeds = LongStream.range(0, 19).toArray();
        MarketAgents agents = TradedMarket.trading();
        MarketEvaluation all = MarketEvaluation.of(agents, FaultRule.DEFAULT, seeds);
        assertThat(all.digests()).hasSize(19).doesNotHaveDuplicates();
        for (int i : new int[] {0, 15, 16, 18}) {
            MarketEvaluation alone = MarketEvaluation.of(agents, FaultRule.DEFAULT, new long[] {seeds[i]});
            assertThat(alone.digests())
                    .as("seed %d", seeds[i])
                    .containsExactly(all.digests().get(i));
            assertThat(of(alone.scores(), "slow")[0]).as("seed %d", seeds[i]).isEqualTo(of(all.scores(), "slow")[i]);
            assertThat(of(alone.trading(), "late")[0]).as("seed %d", seeds[i]).isEqualTo(of(all.trading(), "late")[i]);
        }
        assertThat(Arrays.stream(of(all.scores(), "slow")).distinct().count()).isGreaterThan(15);
    }

    @Test
    void withoutSeedsNothingIsPlayed() {
        MarketEvaluation none = MarketEvaluation.of(TradedMarket.holding(), FaultRule.DEFAULT, new long[0]);
        assertThat(none.digests()).isEmpty();
        assertThat(of(none.scores(), "fast")).isEmpty();
    }

    @Test
    void theFirstFaultEndsIt() {
        MarketAgents failing = with(TradedMarket.holding(), "late", Thrower.class);
        assertThatThrownBy(() -> MarketEvaluation.of(failing, FaultRule.DEFAULT, SEEDS))
                .isInstanceOf(AgentFailedException.class)
                .hasMessageContaining("late")
                .hasMessageContaining("at epoch 0");
    }
}
