package catallaxy.evolution.strategy;

import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.check.Checks;
import catallaxy.evolution.fitness.VectorTask;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.SearchContext;
import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.SearchSetup;
import catallaxy.evolution.search.VectorTasks;
import java.util.Optional;

/** Registers covariance matrix adaptation, {@code cma-es}. */
public final class CmaEsKind implements SearchKind<CmaEsKind.Settings> {
    /**
     * Settings of CMA-ES.
     *
     * @param sigma      the first step size, in the scale in which the problem wants to be searched
     * @param restarts   what follows a run that has come to its end
     * @param covariance what of the covariance is learned
     * @param active     whether the worse half counts, with negative weights
     */
    public record Settings(
            @Key(
                    meaning = "first step size, as a multiple of the problem's own scale",
                    initial = "1",
                    range = "a positive number")
            double sigma,

            @Key(
                    meaning =
                            "what follows a run that has come to its end: nothing, runs whose populations double, or these with small"
                                    + " ones between them",
                    initial = "bipop",
                    range = "none, ipop or bipop")
            Restarts restarts,

            @Key(
                    meaning =
                            "what of the covariance is learned: all of it, its diagonal, or the diagonal from 301 numbers on",
                    initial = "automatic",
                    range = "full, separable or automatic")
            CovarianceShape covariance,

            @Key(meaning = "whether the worse half of a population counts, with negative weights", initial = "true")
            boolean active) {
        /** Checks the step size. */
        public Settings {
            Checks.positive("sigma", sigma);
        }

        /** Those that scenario files begin with. */
        public static Settings standard() {
            return new Settings(1, Restarts.BIPOP, CovarianceShape.AUTOMATIC, true);
        }
    }

    @Override
    public String name() {
        return "cma-es";
    }

    @Override
    public Class<Settings> config() {
        return Settings.class;
    }

    @Override
    public String summary() {
        return "CMA-ES, a normal distribution that learns its covariance, with restarts (Hansen 2016, arXiv:1604.00772)";
    }

    @Override
    public Optional<String> misfit(EvolvableProblem problem) {
        return VectorTasks.misfitOfOne(problem);
    }

    @Override
    public SearchSetup<double[]> setup(Settings settings, EvolvableProblem problem, SearchContext context) {
        VectorTask task = VectorTasks.of(problem, context);
        int population = context.population(
                CovarianceAdaptation.usualPopulation(task.box().size()));
        CmaEs search = new CmaEs(task.box(), settings, population, context.noisy(), context.random("cma-es"));
        return new SearchSetup<>(search, task, VectorTasks::parts);
    }
}
