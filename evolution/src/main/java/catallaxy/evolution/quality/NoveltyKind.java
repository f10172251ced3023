package catallaxy.evolution.quality;

import catallaxy.evolution.fitness.VectorTask;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.SearchContext;
import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.SearchSetup;
import catallaxy.evolution.search.VectorTasks;
import java.util.Optional;

/** Registers novelty search, {@code novelty}. */
public final class NoveltyKind implements SearchKind<NoveltySettings> {
    private static final int POPULATION = 250;

    @Override
    public String name() {
        return "novelty";
    }

    @Override
    public Class<NoveltySettings> config() {
        return NoveltySettings.class;
    }

    @Override
    public String summary() {
        return "Novelty search: selection for behaviours that were not seen before (Lehman and Stanley 2011)";
    }

    @Override
    public Optional<String> misfit(EvolvableProblem problem) {
        return Described.misfit(problem);
    }

    @Override
    public SearchSetup<double[]> setup(NoveltySettings settings, EvolvableProblem problem, SearchContext context) {
        VectorTask task = VectorTasks.of(problem, context);
        NoveltySearch search = new NoveltySearch(
                settings, task, context.population(POPULATION), context.noisy(), context.random("novelty"));
        return new SearchSetup<>(search, task, VectorTasks::parts);
    }
}
