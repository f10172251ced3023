package catallaxy.scenarios.training;

import catallaxy.agents.network.Compute;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.agents.policy.TrainedPolicy;
import catallaxy.agents.policy.UserAgent;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.AgentPolicy;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.TrainingScenario;
import catallaxy.scenarios.file.learning.SeatLearnerSpec;
import catallaxy.scenarios.file.text.KeyPlaces;
import catallaxy.scenarios.file.text.Problem;
import catallaxy.scenarios.run.AgentPlans;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a scenario that can be read asks for and cannot have: agents that do not fit their seats, learners that do not fit theirs,
 * a device that is not there. Whatever {@code run} and {@code train} would refuse before they begin is found here.
 */
public final class Fit {
    private Fit() {}

    /**
     * The mistakes of a market, each at its key; none if it can be run and, where that is asked for and it has learners, trained.
     *
     * @param trained     whether it is to be trained
     * @param userClasses where agents of the user's own are found
     */
    public static List<Problem> of(Scenario scenario, boolean trained, KeyPlaces places, ClassLoader userClasses) {
        List<Problem> problems = seats(scenario, places, userClasses);
        return trained && problems.isEmpty() && !scenario.training().learners().isEmpty()
                ? learners(scenario, places, userClasses)
                : problems;
    }

    /** The mistakes of a scenario to train in, each at its key; none if it can be trained. */
    public static List<Problem> of(TrainingScenario scenario, KeyPlaces places) {
        try (Compute compute = TrainingRecord.compute(scenario.compute())) {
            TrainedLearner.learner(scenario, scenario.seed(), compute).close();
            return List.of();
        } catch (UserError device) {
            return List.of(places.problem("training.device", device.explanation()));
        } catch (IllegalArgumentException other) {
            return List.of(places.problem("learners." + scenario.learner().algorithm(), message(other)));
        }
    }

    private static List<Problem> seats(Scenario scenario, KeyPlaces places, ClassLoader userClasses) {
        Map<String, String> misfits = AgentPlans.misfits(scenario, userClasses);
        List<Problem> problems = new ArrayList<>();
        for (AgentPolicy each : scenario.policies()) {
            String why = misfits.get(each.agent());
            if (why != null) {
                problems.add(places.problem("agents." + each.agent() + ".policy." + key(each), why));
            }
        }
        return problems;
    }

    private static String key(AgentPolicy seated) {
        return switch (seated.policy()) {
            case UserAgent _ -> "class";
            case TrainedPolicy _ -> "path";
            default -> "kind";
        };
    }

    private static List<Problem> learners(Scenario scenario, KeyPlaces places, ClassLoader userClasses) {
        MarketAgents agents = AgentPlans.agents(scenario, userClasses);
        try (Compute compute = TrainingRecord.compute(scenario.training().compute())) {
            List<Problem> problems = new ArrayList<>();
            for (SeatLearnerSpec each : scenario.training().learners()) {
                MarketExperiment.misfit(scenario, List.of(each), agents, compute)
                        .ifPresent(found -> problems.add(problem(places, found)));
            }
            if (problems.isEmpty()) {
                MarketExperiment.misfit(scenario, scenario.training().learners(), agents, compute)
                        .ifPresent(found -> problems.add(problem(places, found)));
            }
            return problems;
        } catch (UserError device) {
            return List.of(places.problem("training.device", device.explanation()));
        }
    }

    private static Problem problem(KeyPlaces places, MarketExperiment.Misfit found) {
        return places.problem(found.key(), found.message() + ", in training (validate --for run leaves that out)");
    }

    private static String message(IllegalArgumentException refused) {
        return String.valueOf(refused.getMessage());
    }
}
