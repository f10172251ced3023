package catallaxy.evolution.genetic;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.FitnessEvaluator;
import catallaxy.evolution.fitness.FitnessSample;
import catallaxy.evolution.fitness.Objective;
import catallaxy.evolution.fitness.Objectives;
import catallaxy.evolution.raising.Exploit;
import catallaxy.evolution.raising.Member;
import catallaxy.evolution.raising.PbtKind;
import catallaxy.evolution.raising.StillTrainees;
import catallaxy.evolution.search.Evolution;
import catallaxy.evolution.search.EvolutionPlan;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.SearchContext;
import catallaxy.evolution.search.SearchContract;
import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.SearchSetup;
import catallaxy.evolution.search.Squash;
import catallaxy.evolution.search.Trainee;
import catallaxy.evolution.search.TraineeTask;
import catallaxy.evolution.search.VectorProblems;
import catallaxy.evolution.space.Parameter;
import catallaxy.evolution.space.ParameterSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class HalvingTest extends SearchContract<GeneticKind.Settings, Member> {
    @Override
    protected SearchKind<GeneticKind.Settings> kind() {
        return new GeneticKind();
    }

    @Override
    protected GeneticKind.Settings settings() {
        return GeneticSearchTest.settings(Mating.INTERMEDIATE, 3);
    }

    @Override
    protected EvolvableProblem problem(Trouble trouble) {
        return StillTrainees.of(
                switch (trouble) {
                    case NONE -> VectorProblems.SPHERE;
                    case NOISE -> VectorProblems.NOISY;
                    case HALF_INVALID -> VectorProblems.HALF_INVALID;
                    case ALL_INVALID -> VectorProblems.ALL_INVALID;
                });
    }

    @Override
    protected String text(Member member) {
        return StillTrainees.text(member);
    }

    /**
     * Learners whose worth comes near 1 − (x − 0.7)² − (y − 0.2)² with the stretches that they train, and is judged with noise: after
     * {@code s} stretches 1 − exp(−s/6) of it.
     */
    private record Curves() implements EvolvableProblem, TraineeTask {
        @Override
        public String problem() {
            return "curves";
        }

        @Override
        public Optional<TraineeTask> trainees() {
            return Optional.of(this);
        }

        @Override
        public Objectives objectives() {
            return Objectives.of(Objective.maximised("worth"));
        }

        @Override
        public ParameterSpace space() {
            return ParameterSpace.of(
                    new Parameter.Real("x", 0, 1, Parameter.Scale.LINEAR),
                    new Parameter.Real("y", 0, 1, Parameter.Scale.LINEAR));
        }

        static double worth(double[] point) {
            return 1 - Math.pow(point[0] - 0.7, 2) - Math.pow(point[1] - 0.2, 2);
        }

        @Override
        public Trainee begin(double[] point, long seed) {
            return new Trainee() {
                private long stretches;

                @Override
                public FitnessSample train(double[] now, long luck) {
                    stretches++;
                    double noise = RandomStream.of(luck + seed, "judge").nextGaussian();
                    return FitnessSample.of(worth(now) * (1 - Math.exp(-stretches / 6.0)) + 0.01 * noise);
                }

                @Override
                public void save(StateWriter out) {
                    out.int64(stretches);
                }

                @Override
                public void load(StateReader in) {
                    stretches = in.int64();
                }

                @Override
                public void close() {}
            };
        }
    }

    private static SearchContext context(int population, long trials, long seed) {
        return new SearchContext(
                seed, population, false, trials, new SearchContext.NetworkShape(List.of(), Squash.TANH));
    }

    private static SearchSetup<Member> halving(int population, long seed) {
        @SuppressWarnings("unchecked")
        SearchSetup<Member> setup = (SearchSetup<Member>) new GeneticKind()
                .setup(
                        GeneticSearchTest.settings(Mating.INTERMEDIATE, 3),
                        new Curves(),
                        context(population, 162, seed));
        return setup;
    }

    @Test
    void theBestThirdTrainsOnForThreeTimesAsLong() {
        SearchSetup<Member> setup = halving(27, 1);
        List<Integer> asked = new ArrayList<>();
        try (FitnessEvaluator evaluator = new FitnessEvaluator(1)) {
            for (int i = 0; i < 27; i++) {
                List<Member> members = setup.search().ask();
                asked.add(members.size());
                setup.search().tell(evaluator.evaluate(setup.task(), members, i));
            }
        }
        assertThat(asked.subList(0, 9)).containsExactly(27, 9, 9, 3, 3, 3, 3, 3, 3);
        assertThat(asked.subList(9, 27)).containsOnly(1);
        assertThat(setup.search().found().figures()).containsEntry("brackets", 1.0);
        assertThat(setup.search().ask()).as("offspring").hasSize(27);
    }

    private static double found(SearchSetup<Member> setup, long seed) {
        try (FitnessEvaluator evaluator = new FitnessEvaluator(1)) {
            Evolution<Member> evolution =
                    new Evolution<>(setup, new EvolutionPlan(162, 1, OptionalDouble.empty()), seed, evaluator);
            while (evolution.step()) {}
            assertThat(evolution.trials()).isEqualTo(162);
            return Curves.worth(evolution.found().best().getFirst().candidate().point());
        }
    }

    /** Two brackets of 81 stretches against six settings that all train for 27. */
    @Test
    void findsBetterSettingsThanChanceWithAsManyStretches() {
        PbtKind.Settings none = new PbtKind.Settings(Exploit.NONE, 0.2, 0.2, 0);
        int wins = 0;
        for (long seed = 1; seed <= 40; seed++) {
            double random = found(new PbtKind().setup(none, new Curves(), context(6, 162, seed)), seed);
            wins += found(halving(27, seed), seed) > random ? 1 : 0;
        }
        assertThat(wins).isGreaterThanOrEqualTo(30);
    }
}
