package catallaxy.scenarios.bridge;

import catallaxy.agents.market.SeatWorlds;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.agents.problem.ProblemSpec;
import catallaxy.agents.seat.SeatSettings;
import catallaxy.environment.base.check.NearestWord;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.file.TrainingReader;
import catallaxy.scenarios.file.TrainingScenario;
import catallaxy.scenarios.file.text.Problem;
import catallaxy.scenarios.run.AgentPlans;
import catallaxy.scenarios.training.Experiment;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is opened over the bridge, and what is to be told of it at once.
 *
 * @param bridged  what is opened
 * @param name     of the scenario
 * @param seed     that the scenario names
 * @param warnings values that may be used but are probably not what is wanted
 */
record BridgeScenario(Bridged bridged, String name, long seed, List<Problem> warnings) {
    private static final int MOST_WORLDS = 1 << 20;

    /**
     * Opens a market as a parallel environment.
     *
     * @param agents that Python decides for; all of them where there are none
     * @throws UserError if the scenario has no market or no such agents, or has mistakes
     */
    static BridgeScenario parallel(Path file, Map<String, String> settings, List<String> agents) {
        Scenario scenario = ScenarioReader.read(file, settings);
        MarketAgents all = agents(scenario);
        agents.forEach(agent -> requireAgent(scenario, agent));
        Set<String> inPython =
                new LinkedHashSet<>(agents.isEmpty() ? all.policies().keySet() : agents);
        return of(new BridgedMarket(all, scenario.faultRule(), inPython), scenario);
    }

    /**
     * Opens many worlds of a problem, or of a learner's seat in a market.
     *
     * @param agent  whose seat; empty for a problem
     * @param worlds at least 1
     * @throws UserError if there is no such seat, or the scenario has mistakes
     */
    static BridgeScenario vector(Path file, Map<String, String> settings, String agent, long worlds) {
        if (worlds < 1 || worlds > MOST_WORLDS) {
            throw UserError.usage("num_envs: expected 1 to " + MOST_WORLDS + ", found " + worlds);
        }
        return TrainingReader.isTraining(file, settings)
                ? problem(TrainingReader.read(file, settings), agent, (int) worlds)
                : seat(ScenarioReader.read(file, settings), agent, (int) worlds);
    }

    private static BridgeScenario problem(TrainingScenario scenario, String agent, int worlds) {
        if (!agent.isEmpty()) {
            throw UserError.usage(
                    "agent: expected none, since " + scenario.name() + " is a problem without seats, found " + agent);
        }
        ProblemSpec problem = scenario.problem();
        Bridged bridged = new BridgedWorlds(problem.environment(worlds), Optional.of(problem.referee()));
        return new BridgeScenario(
                bridged, scenario.name(), scenario.seed(), scenario.file().warnings());
    }

    private static BridgeScenario seat(Scenario scenario, String agent, int worlds) {
        requireAgent(scenario, agent);
        SeatSettings settings = scenario.training().learners().stream()
                .filter(learner -> learner.agent().equals(agent))
                .map(learner -> learner.seat())
                .findFirst()
                .orElseGet(SeatSettings::plain);
        try {
            SeatWorlds seat = new SeatWorlds(
                    agents(scenario),
                    scenario.faultRule(),
                    new SeatWorlds.Seating(agent, settings),
                    scenario.training().rounds().episodeNanos(),
                    worlds);
            return of(new BridgedWorlds(seat, Optional.empty()), scenario);
        } catch (IllegalArgumentException unfit) {
            throw UserError.usage(String.valueOf(unfit.getMessage()));
        }
    }

    /**
     * Opens a whole run.
     *
     * @param agents that Python decides for
     * @throws UserError if the scenario has no market or no such agents, or has mistakes
     */
    static BridgeScenario run(Path file, Map<String, String> settings, List<String> agents, BridgedRun.Order order) {
        Scenario own = ScenarioReader.read(file, settings);
        agents.forEach(agent -> requireAgent(own, agent));
        Scenario seated = ScenarioReader.read(file, BridgedRun.seating(settings, agents));
        return of(new BridgedRun(seated, order), seated);
    }

    /** What was opened for learners. */
    static BridgeScenario learning(BridgedLearning learning) {
        Experiment experiment = learning.order().experiment();
        return new BridgeScenario(
                learning,
                experiment.name(),
                learning.order().seed(),
                experiment.file().warnings());
    }

    private static BridgeScenario of(Bridged bridged, Scenario scenario) {
        return new BridgeScenario(
                bridged,
                scenario.market().name(),
                scenario.seed(),
                scenario.file().warnings());
    }

    private static MarketAgents agents(Scenario scenario) {
        return AgentPlans.agents(scenario, ClassLoader.getSystemClassLoader());
    }

    private static void requireAgent(Scenario scenario, String agent) {
        List<String> known =
                scenario.market().agents().stream().map(seat -> seat.id()).toList();
        if (!known.contains(agent)) {
            String found = agent.isEmpty() ? "none" : agent;
            throw UserError.usage("agent: expected one of " + String.join(", ", known) + ", found " + found
                    + NearestWord.question(agent, known.stream()));
        }
    }

    /** The answer to {@code open}. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("scenario", name);
        json.put("seed", seed);
        json.put("warnings", warnings.stream().map(Problem::toString).toList());
        json.putAll(bridged.description());
        json.put("bytes", bridged.layout().bytes());
        json.put("arrays", bridged.layout().json());
        return json;
    }
}
