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

/** Registers the evolution strategy of Salimans et al. 2017, {@code openai-es}. */
public final class OpenAiEsKind implements SearchKind<OpenAiEsKind.Settings> {
    private static final int POPULATION = 50;

    /**
     * Settings of the strategy; lengths are in the scale in which the problem wants to be searched.
     *
     * @param noise        σ, deviation of the perturbations at first
     * @param noiseDecay   what σ is multiplied by after each generation
     * @param leastNoise   below which σ does not fall
     * @param learningRate α, length of a step
     * @param weightDecay  pull towards the start
     * @param optimiser    what makes steps of gradients
     * @param momentum     of the gradient; Adam's β₁
     */
    public record Settings(
            @Key(
                    meaning = "deviation of the perturbations at first, as a multiple of the problem's own scale",
                    initial = "0.5",
                    range = "a positive number")
            double noise,

            @Key(meaning = "what the deviation is multiplied by after each generation", initial = "1", range = "0 to 1")
            double noiseDecay,

            @Key(
                    meaning = "deviation below which the perturbations do not fall",
                    initial = "0.001",
                    range = "a positive number")
            double leastNoise,

            @Key(
                    meaning = "length of a step, as a multiple of the problem's own scale",
                    initial = "0.1",
                    range = "a positive number")
            double learningRate,

            @Key(meaning = "how strongly each number is pulled towards the start", initial = "0", range = "0 to 1")
            double weightDecay,

            @Key(meaning = "what makes steps of gradients", initial = "adam", range = "adam or sgd")
            Optimiser optimiser,

            @Key(meaning = "share of the former gradients in a step; Adam's β₁", initial = "0.9", range = "0 to 0.999")
            double momentum) {
        /** Checks each; the error names the field. */
        public Settings {
            Checks.positive("noise", noise);
            Checks.inRange("noiseDecay", noiseDecay, 0, 1);
            Checks.positive("leastNoise", leastNoise);
            Checks.positive("learningRate", learningRate);
            Checks.inRange("weightDecay", weightDecay, 0, 1);
            Checks.inRange("momentum", momentum, 0, 0.999);
        }

        /** Those that scenario files begin with. */
        public static Settings standard() {
            return new Settings(0.5, 1, 0.001, 0.1, 0, Optimiser.ADAM, 0.9);
        }
    }

    @Override
    public String name() {
        return "openai-es";
    }

    @Override
    public Class<Settings> config() {
        return Settings.class;
    }

    @Override
    public String summary() {
        return "Evolution strategy that climbs a gradient of mirrored perturbations (Salimans et al. 2017, arXiv:1703.03864)";
    }

    @Override
    public Optional<String> misfit(EvolvableProblem problem) {
        return VectorTasks.misfitOfOne(problem);
    }

    @Override
    public SearchSetup<double[]> setup(Settings settings, EvolvableProblem problem, SearchContext context) {
        VectorTask task = VectorTasks.of(problem, context);
        OpenAiEs search = new OpenAiEs(
                task.box(), settings, context.population(POPULATION), context.noisy(), context.random("openai-es"));
        return new SearchSetup<>(search, task, VectorTasks::parts);
    }
}
