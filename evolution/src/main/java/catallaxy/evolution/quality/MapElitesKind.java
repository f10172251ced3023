package catallaxy.evolution.quality;

import catallaxy.evolution.fitness.VectorTask;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.SearchContext;
import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.SearchSetup;
import catallaxy.evolution.search.VectorTasks;
import java.util.Optional;

/** Registers MAP-Elites, {@code map-elites}. */
public final class MapElitesKind implements SearchKind<MapElitesSettings> {
    private static final int POPULATION = 100;

    @Override
    public String name() {
        return "map-elites";
    }

    @Override
    public Class<MapElitesSettings> config() {
        return MapElitesSettings.class;
    }

    @Override
    public String summary() {
        return "MAP-Elites: the best of each kind of behaviour, with variation along lines between them"
                + " (Mouret and Clune 2015; Vassiliades and Mouret 2018)";
    }

    @Override
    public Optional<String> misfit(EvolvableProblem problem) {
        return Described.misfit(problem);
    }

    @Override
    public SearchSetup<double[]> setup(MapElitesSettings settings, EvolvableProblem problem, SearchContext context) {
        VectorTask task = VectorTasks.of(problem, context);
        MapElites search = new MapElites(
                settings, task, context.population(POPULATION), context.noisy(), context.random("map-elites"));
        return new SearchSetup<>(search, task, VectorTasks::parts);
    }
}
