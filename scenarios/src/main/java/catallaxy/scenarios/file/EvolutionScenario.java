package catallaxy.scenarios.file;

import catallaxy.environment.base.check.Checks;
import catallaxy.evolution.fitness.FitnessTask;
import catallaxy.evolution.search.EvolutionPlan;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.SearchContext;
import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.SearchSetup;

/**
 * A scenario to evolve in, as it was read. Immutable.
 *
 * @param file     that says it
 * @param name     in results
 * @param seed     used where the command line gives none
 * @param problem  to which solutions are evolved
 * @param method   that evolves them
 * @param plan     how long, and how fitness is sampled
 * @param settings of evolution, whatever the method
 */
public record EvolutionScenario(
        ScenarioFile file,
        String name,
        long seed,
        EvolvableProblem problem,
        Method<?> method,
        EvolutionPlan plan,
        Settings settings) {
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
                    population == 0 || population >= 2 && population <= 1_000_000,
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
    public SearchSetup<?> setup(long chance) {
        boolean noisy = problem.vectors()
                .map(FitnessTask::noisy)
                .or(() -> problem.controllers().map(FitnessTask::noisy))
                .orElse(true);
        return method.setup(
                problem,
                new SearchContext(chance, settings.population(), noisy, plan.evaluations(), settings.network()));
    }
}
