package catallaxy.agents.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.Agent;
import catallaxy.agents.algorithm.A2c;
import catallaxy.agents.algorithm.A2cKind;
import catallaxy.agents.algorithm.Descent;
import catallaxy.agents.algorithm.LogStd;
import catallaxy.agents.algorithm.LossWeights;
import catallaxy.agents.algorithm.PolicyShape;
import catallaxy.agents.algorithm.RolloutSettings;
import catallaxy.agents.driver.FaultRule;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.DeviceChoice;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.agents.policy.UserAgent;
import catallaxy.agents.seat.Cloning;
import catallaxy.agents.seat.SeatSettings;
import catallaxy.agents.seat.SeatedLearner;
import catallaxy.agents.training.LearnerSpec;
import catallaxy.agents.training.Trainer;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.Observation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MarketCourseTest {
    private static final MarketRounds ROUNDS = new MarketRounds(5, 4, 1, 60 * TradedMarket.SECOND);
    private static final long SEED = 3;
    private static final LearnerSpec<?> A2C = new LearnerSpec<>(
            new A2cKind(),
            new A2c.Config(
                    new RolloutSettings(6, 0.99, 1, 1, false, false),
                    new PolicyShape(List.of(8), Activation.TANH, new LogStd(true, 0, 0)),
                    new Descent(1e-3, true, 0.5),
                    new LossWeights(0.5, 0, false)));

    private final Compute compute = Compute.open(DeviceChoice.CPU, 1);

    @AfterEach
    void close() {
        compute.close();
    }

    /** Buys for half of what one trade may be. */
    public static final class Buyer implements Agent {
        @Override
        public Action decide(Observation observation) {
            return Action.of(2_500);
        }
    }

    private static SeatSettings settings(int cloneRounds, double residual) {
        SeatSettings plain = SeatSettings.plain();
        return new SeatSettings(
                new SeatSettings.Actions(List.of(), residual, SeatSettings.Base.ADVICE, 0, List.of(), List.of(1)),
                plain.limits(),
                plain.reward(),
                false,
                new Cloning.Config(cloneRounds, 400, 1e-2));
    }

    private MarketCourse course(MarketAgents agents, SeatSettings settings, String... learners) {
        List<SeatedLearner> seated = Stream.of(learners)
                .map(agent -> new SeatedLearner(agent, settings, A2C, task -> A2C.create(task, compute)))
                .toList();
        return new MarketCourse(agents, FaultRule.DEFAULT, seated, ROUNDS, SEED);
    }

    /** Two learners in three of four worlds each: 6 and 3 decisions a minute, five rounds. */
    @Test
    void stepsArePlannedFromCadencesWorldsAndRounds() {
        try (MarketCourse course = course(TradedMarket.trading(), settings(0, 0), "fast", "slow")) {
            assertThat(course.worldsOfEach()).isEqualTo(3);
            assertThat(course.plannedSteps("fast")).isEqualTo(5 * 3 * 6);
            assertThat(course.plannedSteps("slow")).isEqualTo(5 * 3 * 3);
            assertThat(course.stepsOfRound()).isEqualTo(3 * (6 + 3));
            assertThat(course.round()).isZero();
            assertThat(course.featureNames()).hasSize(18).contains("fast/share.ETH", "slow/share.ETH");
        }
    }

    @Test
    void anEvaluationIsOfWholeRunsOfWhatWasLearnedInAllSeats() {
        try (MarketCourse course = course(TradedMarket.trading(), settings(0, 0), "fast", "slow")) {
            Map<String, Double> figures = course.evaluate(3);
            long[] seeds = MarketCourse.evaluationSeeds(Trainer.derivedSeed(SEED, "evaluation"), 3);
            MarketEvaluation expected = MarketEvaluation.of(course.trained(), FaultRule.DEFAULT, seeds);
            double fast = mean(expected, "fast");
            double slow = mean(expected, "slow");
            assertThat(figures)
                    .containsExactly(
                            entry("fast/eval/mean_reward", fast),
                            entry("slow/eval/mean_reward", slow),
                            entry("eval/mean_reward", fast + slow));
            assertThat(fast)
                    .isNotEqualTo(mean(MarketEvaluation.of(TradedMarket.trading(), FaultRule.DEFAULT, seeds), "fast"));
        }
    }

    private static double mean(MarketEvaluation evaluation, String agent) {
        return Arrays.stream(Objects.requireNonNull(evaluation.scores().get(agent)))
                .average()
                .orElseThrow();
    }

    @Test
    void seedsOfAnEvaluationAreTheFirstOfOneSequence() {
        long[] many = MarketCourse.evaluationSeeds(7, 50);
        assertThat(many).doesNotHaveDuplicates().startsWith(MarketCourse.evaluationSeeds(7, 20));
        assertThat(MarketCourse.evaluationSeeds(8, 50)).doesNotContain(many);
        assertThat(MarketCourse.evaluationSeeds(8, 0)).isEmpty();
    }

    @Test
    void aLearnerThatImitatesItsAdvisorBeginsAsIt() {
        MarketAgents buying = TradedMarket.holding().with("fast", new UserAgent(Buyer.class.getName(), Map.of()));
        try (MarketCourse course = course(buying, settings(2, 0), "fast")) {
            course.worlds().begin();
            assertThat(decisions(course)).as("before").containsExactly(new float[4], within(500f));
            course.prepare(compute);
            assertThat(decisions(course))
                    .as("after")
                    .containsExactly(new float[] {2_500, 2_500, 2_500, 2_500}, within(100f));
        }
    }

    private static float[] decisions(MarketCourse course) {
        VectorStep step = course.worlds().seats().getFirst().step();
        float[] actions = new float[step.worlds()];
        course.learners().getFirst().policy().act(step.observations(), step.masks(), step.worlds(), actions);
        return actions;
    }

    @Test
    void whoCorrectsAnAdvisorHasNothingToImitate() {
        try (MarketCourse course = course(TradedMarket.trading(), settings(2, 0.5), "fast")) {
            assertThatThrownBy(() -> course.prepare(compute))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "clone-rounds of fast: expected 0 with a residual or levels, which begin at the advice");
        }
    }
}
