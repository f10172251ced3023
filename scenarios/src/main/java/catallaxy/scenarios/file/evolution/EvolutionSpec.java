package catallaxy.scenarios.file.evolution;

import catallaxy.agents.seat.SeatMeasure;
import catallaxy.environment.base.check.Checks;
import catallaxy.evolution.fitness.Descriptor;
import catallaxy.evolution.fitness.FitnessTask;
import catallaxy.evolution.search.EvolutionPlan;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.SearchContext;
import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.SearchSetup;
import catallaxy.evolution.space.ParameterSpace;
import java.util.List;
import java.util.SequencedMap;

/**
 * What a scenario says of evolution. Immutable.
 *
 * @param method   that evolves
 * @param plan     how long, and how fitness is sampled
 * @param settings whatever the method
 * @param subject  what is evolved
 * @param space    of the settings that are searched; without parameters where none are
 * @param stretch  transitions after which settings of a living learner may change
 * @param seat     for which it is evolved in a market
 */
public record EvolutionSpec(
        Method<?> method,
        EvolutionPlan plan,
        Settings settings,
        Subject subject,
        ParameterSpace space,
        long stretch,
        Seat seat) {
    /** What is evolved. */
    public enum Subject {
        POLICY,
        SETTINGS
    }

    /**
     * A method with its settings.
     *
     * @param <S> the settings
     */
    public record Method<S extends Record>(SearchKind<S> kind, S settings) {
        private SearchSetup<?> setup(EvolvableProblem problem, SearchContext context) {
            return kind.setup(settings, problem, context);
        }
    }

    /**
     * A seat of a market.
     *
     * @param agent       whose; empty in a problem
     * @param measures    by which it is judged
     * @param descriptors what tells behaviours apart
     */
    public record Seat(String agent, List<SeatMeasure> measures, SequencedMap<SeatMeasure, Descriptor> descriptors) {}

    /**
     * What holds for every method.
     *
     * @param population      0 for what the method takes by itself
     * @param finalSamples    by which what was found is scored, where trials differ
     * @param network         of which weights are evolved
     * @param threads         0 for all processors
     * @param checkpointEvery generations; 0 to go by the clock
     */
    public record Settings(
            int population, int finalSamples, SearchContext.NetworkShape network, int threads, int checkpointEvery) {
        /** Checks each; the error names the field. */
        public Settings {
            Checks.that(
                    population == 0 || (population >= 2 && population <= 1_000_000),
                    "population",
                    "0 or 2 to 1000000",
                    population);
            Checks.inRange("finalSamples", finalSamples, 1, 1_000_000);
            Checks.inRange("threads", threads, 0, 1024);
            Checks.inRange("checkpointEvery", checkpointEvery, 0, 1_000_000_000);
        }

        /** Threads that try candidates. */
        public int workers() {
            return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        }
    }

    /** A search at its beginning. */
    public SearchSetup<?> setup(EvolvableProblem problem, long chance) {
        boolean noisy = problem.vectors()
                .map(FitnessTask::noisy)
                .or(() -> problem.controllers().map(FitnessTask::noisy))
                .orElse(true);
        return method.setup(
                problem,
                new SearchContext(chance, settings.population(), noisy, plan.evaluations(), settings.network()));
    }
}
