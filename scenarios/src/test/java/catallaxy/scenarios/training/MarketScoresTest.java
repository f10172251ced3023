package catallaxy.scenarios.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.market.MarketEvaluation;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.folder.TrainingScore;
import catallaxy.scenarios.run.AgentPlans;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Closed forms with other settings in the place of what is learned: who plays beside whom in which score. */
final class MarketScoresTest {
    private static final Path SCENARIO = Path.of(System.getProperty("catallaxy.root"), "scenarios", "two-chains.conf");
    private static final long[] SEEDS = {3, 4};
    private static final Scenario OWN = scenario(Map.of());
    private static final MarketAgents WITHOUT = agents(OWN);
    private static final MarketAgents LEARNED = agents(scenario(Map.of(
            "agents.fund.policy.gamma", "4",
            "agents.maker.policy.k", "0.5",
            "agents.risk.policy.drawdown", "1e-6")));

    private static Scenario scenario(Map<String, String> more) {
        Map<String, String> settings = new LinkedHashMap<>(Map.of("duration", "20 m", "agents.fund.cadence", "1 m"));
        settings.putAll(more);
        return ScenarioReader.read(SCENARIO, settings);
    }

    private static MarketAgents agents(Scenario scenario) {
        return AgentPlans.agents(scenario, MarketScoresTest.class.getClassLoader());
    }

    private static List<TrainingScore.Learner> scores(List<String> agents) {
        Map<String, String> algorithms = new LinkedHashMap<>();
        agents.forEach(agent -> algorithms.put(agent, "ppo"));
        MarketAgents learned = WITHOUT;
        for (String agent : agents) {
            learned = learned.with(agent, LEARNED.policy(agent));
        }
        return MarketScores.of(WITHOUT, learned, agents, OWN.faultRule(), SEEDS).learners(algorithms, WITHOUT);
    }

    private static double mean(MarketAgents agents, String agent) {
        Map<String, double[]> scores =
                MarketEvaluation.of(agents, OWN.faultRule(), SEEDS).scores();
        return Arrays.stream(Objects.requireNonNull(scores.get(agent)))
                .average()
                .orElseThrow();
    }

    @Test
    void eachPolicyIsScoredAmongTheScenariosOwnAndAmongTheLearnedOnes() {
        List<String> agents = List.of("fund", "maker", "risk");
        List<TrainingScore.Learner> scores = scores(agents);
        for (int i = 0; i < agents.size(); i++) {
            String agent = agents.get(i);
            TrainingScore.Learner learner = scores.get(i);
            double alone = mean(WITHOUT.with(agent, LEARNED.policy(agent)), agent);
            double none = mean(WITHOUT, agent);
            double all = mean(LEARNED, agent);
            double others = mean(LEARNED.with(agent, WITHOUT.policy(agent)), agent);
            assertThat(learner.evaluation().mean()).isEqualTo(alone);
            assertThat(learner.baseline().scores().mean()).isEqualTo(none);
            assertThat(learner.together().scores().mean()).isEqualTo(all);
            assertThat(learner.together().baseline().mean()).isEqualTo(others);
            assertThat(learner.together().overBaseline().reward().mean()).isCloseTo(all - others, within(1e-6));
        }
        assertThat(List.of(
                        mean(WITHOUT, "risk"),
                        mean(LEARNED, "risk"),
                        mean(LEARNED.with("risk", WITHOUT.policy("risk")), "risk")))
                .as("the company matters")
                .doesNotHaveDuplicates();
    }

    @Test
    void oneLearnerIsAmongTheScenariosOwnEitherWay() {
        TrainingScore.Learner learner = scores(List.of("maker")).getFirst();
        assertThat(learner.together().overBaseline()).isEqualTo(learner.overBaseline());
        assertThat(learner.together().baseline().mean())
                .isEqualTo(learner.baseline().scores().mean());
    }
}
