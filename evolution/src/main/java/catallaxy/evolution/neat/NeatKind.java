package catallaxy.evolution.neat;

import catallaxy.evolution.fitness.ControllerTask;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.SearchContext;
import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.SearchSetup;
import java.util.Optional;

/** Registers NEAT, {@code neat}. */
public final class NeatKind implements SearchKind<NeatSettings> {
    private static final int POPULATION = 150;
    private static final String EXPECTED = "a problem of what a network can control";

    @Override
    public String name() {
        return "neat";
    }

    @Override
    public Class<NeatSettings> config() {
        return NeatSettings.class;
    }

    @Override
    public String summary() {
        return "NEAT: networks that grow node by node, in species, crossed along historical markings (Stanley and Miikkulainen 2002)";
    }

    @Override
    public Optional<String> misfit(EvolvableProblem problem) {
        return problem.controllers().isPresent() ? Optional.empty() : Optional.of(EXPECTED);
    }

    @Override
    public SearchSetup<Genome> setup(NeatSettings settings, EvolvableProblem problem, SearchContext context) {
        ControllerTask task =
                problem.controllers().orElseThrow(() -> new IllegalArgumentException("expected " + EXPECTED));
        Genome minimal = Genome.minimal(
                settings.recurrent(),
                task.inputs(),
                task.outputs(),
                settings.mutation().activation());
        NeatSearch search = new NeatSearch(settings, minimal, context.population(POPULATION), context);
        return new SearchSetup<>(search, task.of(GenomeController::new), new GenomeForm());
    }
}
