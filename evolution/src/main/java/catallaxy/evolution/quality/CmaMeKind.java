package catallaxy.evolution.quality;

import catallaxy.evolution.fitness.VectorTask;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.SearchContext;
import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.SearchSetup;
import catallaxy.evolution.search.VectorTasks;
import java.util.Optional;

/** Registers CMA-ME, {@code cma-me}. */
public final class CmaMeKind implements SearchKind<CmaMeSettings> {
    /** Candidates of one emitter in a generation, where the scenario does not say how many there are in all. */
    private static final int EACH = 36;

    @Override
    public String name() {
        return "cma-me";
    }

    @Override
    public Class<CmaMeSettings> config() {
        return CmaMeSettings.class;
    }

    @Override
    public String summary() {
        return "CMA-ME: emitters that adapt their covariance to where the grid of elites improves (Fontaine et al. 2020)";
    }

    @Override
    public Optional<String> misfit(EvolvableProblem problem) {
        return Described.misfit(problem);
    }

    @Override
    public SearchSetup<double[]> setup(CmaMeSettings settings, EvolvableProblem problem, SearchContext context) {
        VectorTask task = VectorTasks.of(problem, context);
        int each = Math.max(2, context.population(EACH * settings.emitters()) / settings.emitters());
        CmaMe search = new CmaMe(settings, task, each, context.noisy(), context.random("cma-me"));
        return new SearchSetup<>(search, task, VectorTasks::parts);
    }
}
