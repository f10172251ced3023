package catallaxy.scenarios.evolution;

import catallaxy.agents.evolution.EvolvableLearner;
import catallaxy.agents.evolution.EvolvableSeat;
import catallaxy.agents.evolution.LearnerSettings;
import catallaxy.agents.evolution.MarketVariants;
import catallaxy.agents.evolution.SeatTask;
import catallaxy.agents.network.Compute;
import catallaxy.agents.policy.MarketAgents;
import catallaxy.agents.seat.SeatSettings;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.SearchKinds;
import catallaxy.evolution.space.ParameterSpace;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.EvolutionScenario;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.evolution.EvolutionSpec;
import catallaxy.scenarios.file.learning.SeatLearnerSpec;
import catallaxy.scenarios.file.text.ScenarioException;
import catallaxy.scenarios.run.AgentPlans;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The problem of a scenario with all that it needs while solutions are evolved to it; to be closed afterwards. */
final class OpenProblem implements AutoCloseable {
    private final EvolvableProblem problem;
    private final Optional<Compute> compute;

    private OpenProblem(EvolvableProblem problem, Optional<Compute> compute) {
        this.problem = problem;
        this.compute = compute;
    }

    /**
     * Opens it.
     *
     * @throws UserError if the method cannot search for what it wants, or the seat is not there (usage)
     */
    static OpenProblem of(EvolutionScenario scenario, ClassLoader userClasses) {
        OpenProblem open = switch (scenario.subject()) {
            case EvolutionScenario.Posed posed -> new OpenProblem(posed.posed(), Optional.empty());
            case EvolutionScenario.Tuned tuned -> tuned(tuned, scenario.spec().space());
            case EvolutionScenario.Seated seated ->
                new OpenProblem(seat(seated, scenario.spec(), userClasses), Optional.empty());
        };
        try {
            requireFit(scenario.spec().method().kind(), open.problem);
            return open;
        } catch (RuntimeException misfit) {
            open.close();
            throw misfit;
        }
    }

    private static OpenProblem tuned(EvolutionScenario.Tuned tuned, ParameterSpace space) {
        try {
            requireEnds(tuned.settings(), space);
            Compute compute = tuned.compute().open();
            return new OpenProblem(
                    EvolvableLearner.of(tuned.spec(), tuned.settings(), space, tuned.stretch(), compute),
                    Optional.of(compute));
        } catch (IllegalArgumentException unusable) {
            throw UserError.usage(String.valueOf(unusable.getMessage()));
        }
    }

    /** Makes the learner with each setting at both of its ends, so that what it does not take is told before anything is tried. */
    private static void requireEnds(LearnerSettings settings, ParameterSpace space) {
        for (int i = 0; i < space.size(); i++) {
            for (double end : new double[] {0, 1}) {
                double[] point = middle(space);
                point[i] = end;
                try {
                    Objects.requireNonNull(settings.with(space.settings(point)));
                } catch (IllegalArgumentException refused) {
                    throw new IllegalArgumentException("evolution.space: " + refused.getMessage(), refused);
                }
            }
        }
    }

    private static double[] middle(ParameterSpace space) {
        double[] middle = new double[space.size()];
        Arrays.fill(middle, 0.5);
        return middle;
    }

    private static EvolvableProblem seat(EvolutionScenario.Seated seated, EvolutionSpec spec, ClassLoader userClasses) {
        Scenario scenario = seated.scenario();
        String agent = spec.seat().agent();
        MarketAgents own = AgentPlans.agents(scenario, userClasses);
        if (!own.policies().containsKey(agent)) {
            throw UserError.usage("evolution.agent: expected one of the agents "
                    + String.join(", ", own.policies().keySet()) + ", found "
                    + (agent.isEmpty() ? "nothing" : "'" + agent + "'"));
        }
        SeatTask task = new SeatTask(
                scenario.faultRule(), agent, spec.seat().measures(), spec.seat().descriptors());
        if (spec.subject() == EvolutionSpec.Subject.SETTINGS) {
            return EvolvableSeat.ofSettings(seated.problem(), task, new Variants(seated, spec.space(), userClasses));
        }
        return EvolvableSeat.ofController(seated.problem(), task, own, seatSettings(scenario, agent));
    }

    private static SeatSettings seatSettings(Scenario scenario, String agent) {
        return scenario.training().learners().stream()
                .filter(learner -> learner.agent().equals(agent))
                .map(SeatLearnerSpec::seat)
                .findFirst()
                .orElseThrow(
                        () -> UserError.usage("evolution.agent: expected an agent in learners, whose entry says what"
                                + " is seen and done in the seat, found '" + agent + "'"));
    }

    /** The scenario's market under other settings. */
    private record Variants(EvolutionScenario.Seated seated, ParameterSpace space, ClassLoader userClasses)
            implements MarketVariants {
        Variants {
            if (space.size() == 0) {
                throw UserError.usage(
                        "evolution.space: expected settings to search, such as gamma { kind = real, … }, found none");
            }
            Objects.requireNonNull(seated.variant().apply(space.settings(middle(space))));
        }

        @Override
        public MarketAgents with(Map<String, String> settings) {
            try {
                return AgentPlans.agents(seated.variant().apply(settings), userClasses);
            } catch (ScenarioException refused) {
                throw new IllegalArgumentException(refused.getMessage(), refused);
            }
        }
    }

    /** Refuses a method that cannot search for what the problem wants. */
    private static void requireFit(SearchKind<?> method, EvolvableProblem problem) {
        method.misfit(problem).ifPresent(expected -> {
            List<String> fitting = SearchKinds.methods().all().stream()
                    .filter(other -> other.misfit(problem).isEmpty())
                    .<String>map(SearchKind::name)
                    .toList();
            String others = fitting.isEmpty() ? "another problem" : "one of " + String.join(", ", fitting);
            throw UserError.usage("evolution.method: expected " + others + ", since " + method.name() + " wants "
                    + expected + ", found '" + method.name() + "'");
        });
    }

    EvolvableProblem problem() {
        return problem;
    }

    @Override
    public void close() {
        compute.ifPresent(Compute::close);
    }
}
