package catallaxy.evolution.genetic;

import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.fitness.VectorTask;
import catallaxy.evolution.raising.RaisingTask;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.SearchContext;
import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.SearchSetup;
import catallaxy.evolution.search.TraineeTask;
import catallaxy.evolution.search.VectorTasks;
import java.util.Optional;

/** Registers genetic search, {@code genetic}. */
public final class GeneticKind implements SearchKind<GeneticKind.Settings> {
    private static final int POPULATION = 50;
    private static final int HALVED = 27;

    /**
     * Settings.
     *
     * @param tournament    individuals that meet, of which the best breeds
     * @param crossover     how the genes of parents are crossed
     * @param mating        probability that an individual takes part in a crossover
     * @param mutation      share of the genes of an individual that mutate
     * @param mutationScale deviation of a mutation, in deviations of the problem's first look around
     * @param elites        share of the population that lives on
     * @param halving       η of successive halving; 1 for none
     */
    public record Settings(
            @Key(
                    meaning = "Valid individuals that meet in a tournament, of which the best breeds.",
                    initial = "3",
                    range = "1 to 1000")
            int tournament,

            @Key(meaning = "How the genes of two parents are crossed.", initial = "uniform")
            Mating crossover,

            @Key(
                    meaning = "Probability that an individual takes part in a crossover.",
                    initial = "0.7",
                    range = "0 to 1")
            double mating,

            @Key(
                    meaning = "Share of an individual's genes that mutate; at least one does.",
                    initial = "0.1",
                    range = "0 to 1")
            double mutation,

            @Key(
                    meaning =
                            "Standard deviation of a mutation, in those with which the problem looks around at first.",
                    initial = "0.3",
                    range = "above 0, at most 100")
            double mutationScale,

            @Key(
                    meaning = "Share of the population that lives on; at least one individual does.",
                    initial = "0.1",
                    range = "0 to 0.9")
            double elites,

            @Key(
                    meaning =
                            "Successive halving of what trains: after each rung one in so many trains on, for so many times as long. "
                                    + "1 for none, where each is tried by a whole training.",
                    initial = "1",
                    range = "1 to 100")
            int halving) {
        /** Checks each; the error names the field. */
        public Settings {
            Checks.inRange("tournament", tournament, 1, 1000);
            Checks.inRange("mating", mating, 0, 1);
            Checks.inRange("mutation", mutation, 0, 1);
            Checks.that(
                    mutationScale > 0 && mutationScale <= 100,
                    "mutationScale",
                    "a number above 0, at most 100",
                    mutationScale);
            Checks.inRange("elites", elites, 0, 0.9);
            Checks.inRange("halving", halving, 1, 100);
        }
    }

    @Override
    public String name() {
        return "genetic";
    }

    @Override
    public Class<Settings> config() {
        return Settings.class;
    }

    @Override
    public String summary() {
        return "Genetic search with tournaments, crossover and mutation on Jenetics, by successive halving (Jamieson and Talwalkar 2016) of "
                + "what trains if asked";
    }

    @Override
    public Optional<String> misfit(EvolvableProblem problem) {
        return VectorTasks.misfitOfOne(problem);
    }

    @Override
    public SearchSetup<?> setup(Settings settings, EvolvableProblem problem, SearchContext context) {
        RandomStream random = context.random("genetic");
        Optional<TraineeTask> trainees = settings.halving() > 1 ? problem.trainees() : Optional.empty();
        if (trainees.isPresent()) {
            TraineeTask task = trainees.get();
            Breeder breeder = new Breeder(task.space().box(), settings, random);
            return new SearchSetup<>(
                    new Halving(task, breeder, context.population(HALVED), settings.halving(), context.noisy()),
                    new RaisingTask(task),
                    member -> member.parts(task.space()));
        }
        VectorTask task = VectorTasks.of(problem, context);
        int population = context.population(POPULATION);
        int places = Math.clamp((int) Math.floor(settings.elites() * population), 1, population - 1);
        return new SearchSetup<>(
                new GeneticSearch(new Breeder(task.box(), settings, random), population, places, context.noisy()),
                task,
                VectorTasks::parts);
    }
}
