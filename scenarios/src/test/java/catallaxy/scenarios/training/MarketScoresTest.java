package catallaxy.scenarios.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.market.MarketEvaluation;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
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

    private static List<Map<String, Object>> scores(List<String> agents) {
        Map<String, String> algorithms = new LinkedHashMap<>();
        agents.forEach(agent -> algorithms.put(agent, "ppo"));
        MarketAgents learned = WITHOUT;
        for (String agent : agents) {
            learned = learned.with(agent, LEARNED.policy(agent));
        }
        return MarketScores.of(WITHOUT, learned, agents, OWN.faultRule(), SEEDS).json(algorithms, WITHOUT);
    }

    private static double mean(MarketAgents agents, String agent) {
        Map<String, double[]> scores =
                MarketEvaluation.of(agents, OWN.faultRule(), SEEDS).scores();
        return Arrays.stream(Objects.requireNonNull(scores.get(agent)))
                .average()
                .orElseThrow();
    }

    private static Object at(Object json, String... path) {
        Object inner = json;
        for (String key : path) {
            inner = inner instanceof Map<?, ?> map ? Objects.requireNonNull(map.get(key), key) : "nothing at " + key;
        }
        return inner;
    }

    @Test
    void eachPolicyIsScoredAmongTheScenariosOwnAndAmongTheLearnedOnes() {
        List<String> agents = List.of("fund", "maker", "risk");
        List<Map<String, Object>> scores = scores(agents);
        for (int i = 0; i < agents.size(); i++) {
            String agent = agents.get(i);
            Map<String, Object> json = scores.get(i);
            double alone = mean(WITHOUT.with(agent, LEARNED.policy(agent)), agent);
            double none = mean(WITHOUT, agent);
            double all = mean(LEARNED, agent);
            double others = mean(LEARNED.with(agent, WITHOUT.policy(agent)), agent);
            assertThat(at(json, "evaluation", "mean")).isEqualTo(alone);
            assertThat(at(json, "baseline", "mean")).isEqualTo(none);
            assertThat(at(json, "together", "mean")).isEqualTo(all);
            assertThat(at(json, "together", "baseline", "mean")).isEqualTo(others);
            assertThat((double) at(json, "together", "overBaseline", "mean")).isCloseTo(all - others, within(1e-6));
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
        Map<String, Object> json = scores(List.of("maker")).getFirst();
        assertThat(at(json, "together", "overBaseline")).isEqualTo(at(json, "overBaseline"));
        assertThat(at(json, "together", "baseline", "mean")).isEqualTo(at(json, "baseline", "mean"));
    }
}
