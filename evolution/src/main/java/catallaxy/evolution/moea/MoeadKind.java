package catallaxy.evolution.moea;

import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.fitness.VectorBox;
import catallaxy.evolution.fitness.VectorTask;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.SearchContext;
import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.SearchSetup;
import catallaxy.evolution.search.Solution;
import catallaxy.evolution.search.VectorTasks;
import java.util.List;
import java.util.Optional;

/** Registers MOEA/D, {@code moead}. */
public final class MoeadKind implements SearchKind<MoeadKind.Settings> {
    private static final int POPULATION = 100;

    /** How parents become a child. */
    public enum Parents {
        /** Simulated binary crossover of two mates, of which the first child is taken, as Zhang and Li 2007. */
        SBX,
        /** Who lives there plus the weighted difference of two mates, as Li and Zhang 2009. */
        DE
    }

    /**
     * Settings. Those of Li and Zhang 2009, but for the crossover, which is that of Zhang and Li 2007.
     *
     * @param scalarisation      g
     * @param neighbours         T
     * @param nearProbability    δ
     * @param replacements       n_r
     * @param normalise          whether costs are measured from the ideal point in the extent of who lives and was just tried
     * @param parents            how they become a child
     * @param differentialWeight F
     * @param differentialRate   CR
     * @param variation          of vectors; differential children are mutated as it says, too
     */
    public record Settings(
            @Key(
                    meaning = "How a weight makes one number of several costs",
                    initial = "tchebycheff",
                    range = "tchebycheff, weighted-sum or pbi")
            Scalarisation scalarisation,

            @Key(
                    meaning = "How many weights are neighbours, each of itself, too",
                    initial = "20",
                    range = "2 to 1000000")
            int neighbours,

            @Key(
                    meaning = "Probability that mates are neighbours; else they are any",
                    initial = "0.9",
                    range = "0 to 1")
            double nearProbability,

            @Key(meaning = "How many subproblems a child may take at most", initial = "2", range = "1 to 1000000")
            int replacements,

            @Key(
                    meaning =
                            "Whether costs are measured in the extent of those that live and were just tried, for costs of different size",
                    initial = "false")
            boolean normalise,

            @Key(
                    meaning = "How parents become a child: by simulated binary crossover or by differential evolution",
                    initial = "sbx",
                    range = "sbx or de")
            Parents parents,

            @Key(meaning = "Weight of the difference in differential evolution", initial = "0.5", range = "0 to 2")
            double differentialWeight,

            @Key(
                    meaning = "Probability with which differential evolution changes each variable",
                    initial = "1",
                    range = "0 to 1")
            double differentialRate,

            RealVariation variation) {
        /** Checks each; the error names the field. */
        public Settings {
            Checks.inRange("neighbours", neighbours, 2, 1_000_000);
            Checks.inRange("nearProbability", nearProbability, 0.0, 1.0);
            Checks.inRange("replacements", replacements, 1, 1_000_000);
            Checks.inRange("differentialWeight", differentialWeight, 0.0, 2.0);
            Checks.inRange("differentialRate", differentialRate, 0.0, 1.0);
        }

        /** The values that are taken where nothing is said. */
        public static Settings standard() {
            return new Settings(
                    Scalarisation.TCHEBYCHEFF, 20, 0.9, 2, false, Parents.SBX, 0.5, 1, RealVariation.standard());
        }

        Reproduction reproduction(VectorBox box) {
            PolynomialMutation mutation = variation.mutation(box);
            Reproduction unmutated = parents == Parents.SBX
                    ? crossed(variation.crossover(box))
                    : differential(new DifferentialVariation(box, differentialWeight, differentialRate));
            return (self, mates, living, random) -> {
                double[] child = unmutated.child(self, mates, living, random);
                mutation.mutate(child, random);
                return child;
            };
        }

        private static Reproduction crossed(SimulatedBinaryCrossover crossover) {
            return (_, mates, living, random) -> {
                double[] one = drawn(mates, living, random).clone();
                crossover.cross(one, drawn(mates, living, random).clone(), random);
                return one;
            };
        }

        private static Reproduction differential(DifferentialVariation variation) {
            return (self, mates, living, random) -> variation.varied(
                    living.get(self).candidate(), drawn(mates, living, random), drawn(mates, living, random), random);
        }

        private static double[] drawn(int[] mates, List<Solution<double[]>> living, RandomStream random) {
            return living.get(mates[random.nextInt(mates.length)]).candidate();
        }
    }

    @Override
    public String name() {
        return "moead";
    }

    @Override
    public Class<Settings> config() {
        return Settings.class;
    }

    @Override
    public String summary() {
        return "MOEA/D: each member solves its own weighting of the costs, helped by its neighbours (Zhang and Li 2007)";
    }

    @Override
    public Optional<String> misfit(EvolvableProblem problem) {
        return VectorTasks.misfit(problem);
    }

    @Override
    public SearchSetup<double[]> setup(Settings settings, EvolvableProblem problem, SearchContext context) {
        VectorTask task = VectorTasks.of(problem, context);
        Moead search = new Moead(
                settings,
                task.box(),
                task.objectives().size(),
                context.population(POPULATION),
                context.noisy(),
                context.random("moead"));
        return new SearchSetup<>(search, task, VectorTasks::parts);
    }
}
