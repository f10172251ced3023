package catallaxy.scenarios.file;

import catallaxy.agents.evolution.LearnerSettings;
import catallaxy.agents.evolution.Stretch;
import catallaxy.agents.problem.ProblemSpec;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.scenarios.file.evolution.EvolutionSpec;
import catallaxy.scenarios.file.learning.ComputeChoice;
import java.util.Map;
import java.util.function.Function;

/**
 * A scenario to evolve in, as it was read. Immutable.
 *
 * @param file    that says it
 * @param name    in results
 * @param seed    used where the command line gives none
 * @param subject to which solutions are evolved
 * @param spec    what it says of evolution
 */
public record EvolutionScenario(ScenarioFile file, String name, long seed, Subject subject, EvolutionSpec spec) {
    /** To what solutions are evolved. */
    public sealed interface Subject {
        /** Name in results. */
        String problem();
    }

    /** A problem that needs nothing else. */
    public record Posed(EvolvableProblem posed) implements Subject {
        @Override
        public String problem() {
            return posed.problem();
        }
    }

    /** Settings of a learner. */
    public record Tuned(ProblemSpec spec, LearnerSettings settings, Stretch stretch, ComputeChoice compute)
            implements Subject {
        @Override
        public String problem() {
            return spec.problem();
        }
    }

    /**
     * A seat of a market.
     *
     * @param scenario as it stands
     * @param variant  the same under other settings; what cannot be read throws
     */
    public record Seated(Scenario scenario, Function<Map<String, String>, Scenario> variant) implements Subject {
        @Override
        public String problem() {
            return scenario.market().name();
        }
    }
}
