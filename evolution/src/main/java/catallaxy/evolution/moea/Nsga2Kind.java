package catallaxy.evolution.moea;

import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.check.Checks;
import catallaxy.evolution.fitness.VectorTask;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.SearchContext;
import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.SearchSetup;
import catallaxy.evolution.search.VectorTasks;
import java.util.Optional;

/** Registers NSGA-II, {@code nsga2}. */
public final class Nsga2Kind implements SearchKind<Nsga2Kind.Settings> {
    private static final int POPULATION = 100;

    /**
     * Settings.
     *
     * @param offspring how many a generation has; 0 for a fifth of the population, and as many as that where trials differ
     * @param oneByOne  whether crowding is taken again after each member of a front that is dropped
     * @param variation of vectors
     */
    public record Settings(
            @Key(
                    meaning =
                            "How many offspring a generation has; 0 for a fifth of the population, and as many as the population where "
                                    + "trials of one candidate differ",
                    initial = "0",
                    range = "0 to 1000000")
            int offspring,

            @Key(
                    meaning =
                            "Whether crowding is taken again after each member that a front has to drop (Kukkonen and Deb 2006), "
                                    + "not once for all of them (Deb et al. 2002)",
                    initial = "true")
            boolean oneByOne,

            RealVariation variation) {
        /** Checks the number of offspring. */
        public Settings {
            Checks.inRange("offspring", offspring, 0, 1_000_000);
        }

        /** The values that are taken where nothing is said. */
        public static Settings standard() {
            return new Settings(0, true, RealVariation.standard());
        }

        /** How many offspring a generation of such a search has. */
        int offspring(int population, boolean noisy) {
            return offspring > 0 ? offspring : noisy ? population : Math.max(1, population / 5);
        }
    }

    @Override
    public String name() {
        return "nsga2";
    }

    @Override
    public Class<Settings> config() {
        return Settings.class;
    }

    @Override
    public String summary() {
        return "NSGA-II: sorted fronts, of which the least crowded members live on (Deb, Pratap, Agarwal and Meyarivan 2002)";
    }

    @Override
    public Optional<String> misfit(EvolvableProblem problem) {
        return VectorTasks.misfit(problem);
    }

    @Override
    public SearchSetup<double[]> setup(Settings settings, EvolvableProblem problem, SearchContext context) {
        VectorTask task = VectorTasks.of(problem, context);
        Nsga2 search = new Nsga2(
                settings,
                task.box(),
                task.objectives().size(),
                context.population(POPULATION),
                context.noisy(),
                context.random("nsga2"));
        return new SearchSetup<>(search, task, VectorTasks::parts);
    }
}
