package catallaxy.evolution.random;

import catallaxy.evolution.fitness.VectorTask;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.SearchContext;
import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.SearchSetup;
import catallaxy.evolution.search.VectorTasks;
import java.util.Optional;

/** Registers random search, {@code random}. */
public final class RandomSearchKind implements SearchKind<RandomSearchKind.Settings> {
    private static final int POPULATION = 100;

    /** It has no settings. */
    public record Settings() {}

    @Override
    public String name() {
        return "random";
    }

    @Override
    public Class<Settings> config() {
        return Settings.class;
    }

    @Override
    public String summary() {
        return "Random search: uniform vectors, of which the best are kept";
    }

    @Override
    public Optional<String> misfit(EvolvableProblem problem) {
        return VectorTasks.misfit(problem);
    }

    @Override
    public SearchSetup<double[]> setup(Settings settings, EvolvableProblem problem, SearchContext context) {
        VectorTask task = VectorTasks.of(problem, context);
        RandomSearch search =
                new RandomSearch(task.box(), context.population(POPULATION), context.noisy(), context.random("random"));
        return new SearchSetup<>(search, task, VectorTasks::parts);
    }
}
