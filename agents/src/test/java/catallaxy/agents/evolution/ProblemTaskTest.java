package catallaxy.agents.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.problem.AcrobotProblem;
import catallaxy.agents.problem.AvellanedaStoikovProblem;
import catallaxy.agents.problem.CartPoleProblem;
import catallaxy.agents.problem.CarteaJaimungalProblem;
import catallaxy.agents.problem.ConnectFourProblem;
import catallaxy.agents.problem.DeleveragingProblem;
import catallaxy.agents.problem.MertonCostsProblem;
import catallaxy.agents.problem.MertonProblem;
import catallaxy.agents.problem.MountainCarProblem;
import catallaxy.agents.problem.PendulumProblem;
import catallaxy.agents.problem.PigProblem;
import catallaxy.agents.problem.ProblemSpec;
import catallaxy.agents.problem.RoutingProblem;
import catallaxy.agents.problem.TicTacToeProblem;
import catallaxy.agents.problem.TwoPoolsProblem;
import catallaxy.agents.training.Evaluation;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.fitness.Controller;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.fitness.FitnessEvaluator;
import catallaxy.evolution.search.Discoveries;
import catallaxy.evolution.search.EvolutionReferee;
import catallaxy.evolution.search.LayeredController;
import catallaxy.evolution.search.SearchContext.NetworkShape;
import catallaxy.evolution.search.Solution;
import catallaxy.evolution.search.Squash;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ProblemTaskTest {
    private static final NetworkShape SHAPE = new NetworkShape(List.of(5), Squash.TANH);

    private static final List<ProblemSpec> CONTROLLED = List.of(
            CartPoleProblem.standard(),
            PendulumProblem.standard(),
            AcrobotProblem.standard(),
            MountainCarProblem.standard(),
            CarteaJaimungalProblem.standard(),
            AvellanedaStoikovProblem.standard(),
            MertonProblem.standard(),
            MertonCostsProblem.standard(),
            DeleveragingProblem.standard(),
            TwoPoolsProblem.standard(),
            RoutingProblem.standard());

    private static Controller drawn(ProblemTask task, long seed) {
        RandomStream random = RandomStream.of(seed, "weights");
        int count = LayeredController.box(SHAPE, task.inputs(), task.outputs()).size();
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            weights[i] = random.nextGaussian();
        }
        return new LayeredController(SHAPE, task.inputs(), task.outputs(), weights);
    }

    private static double valued(ProblemTask task, Controller controller, long seed) {
        return task.sample(controller, seed).values()[0];
    }

    /** What the class says of features and outputs, in the plainest way. */
    private static BatchPolicy plain(ProblemSpec problem, Controller controller) {
        VectorEnvironment worlds = problem.environment(1);
        int features = worlds.observationSpec().size();
        ActionSpec actions = worlds.actionSpec();
        double[] output = new double[actions.maskSize()];
        return (observations, masks, rows, into) -> {
            for (int row = 0; row < rows; row++) {
                controller.act(seen(worlds.observationSpec(), observations, row * features), output);
                answer(actions, output, masks, row * output.length, into, row * actions.size());
            }
        };
    }

    private static double[] seen(ObservationSpec spec, float[] observations, int at) {
        double[] seen = new double[spec.size()];
        for (int i = 0; i < seen.length; i++) {
            double low = spec.features().get(i).low();
            double high = spec.features().get(i).high();
            double observed = observations[at + i];
            seen[i] = Double.isFinite(high - low) && low < high ? 2 * (observed - low) / (high - low) - 1 : observed;
        }
        return seen;
    }

    private static void answer(ActionSpec spec, double[] output, boolean[] masks, int mask, float[] into, int at) {
        int from = 0;
        for (int i = 0; i < spec.size(); i++) {
            int begin = from;
            into[at + i] = switch (spec.components().get(i)) {
                case ActionComponent.Continuous each ->
                    (float) (each.low() + (Math.clamp(output[begin], -1, 1) + 1) / 2 * (each.high() - each.low()));
                case ActionComponent.Discrete each ->
                    IntStream.range(0, each.labels().size())
                            .filter(label -> masks[mask + begin + label])
                            .reduce((a, b) -> output[begin + b] > output[begin + a] ? b : a)
                            .orElseThrow();
            };
            from += spec.components().get(i).maskSize();
        }
    }

    @Test
    void aTrialIsOneEpisode() {
        for (ProblemSpec problem : CONTROLLED) {
            ProblemTask task = new ProblemTask(problem);
            for (long seed = 1; seed <= 3; seed++) {
                Controller controller = drawn(task, seed);
                BatchPolicy policy = plain(problem, controller);
                double expected =
                        Evaluation.of(problem.environment(1), policy, 1, seed).mean();
                assertThat(valued(task, controller, seed))
                        .as(problem.problem())
                        .isCloseTo(expected, within(1e-4 * (1 + Math.abs(expected))));
            }
        }
    }

    @Test
    void aFunctionOfControllerAndSeedWhateverWasTriedBefore() {
        for (ProblemSpec problem : CONTROLLED) {
            ProblemTask used = new ProblemTask(problem);
            double[] first = LongStream.range(0, 6)
                    .mapToDouble(seed -> valued(used, drawn(used, seed), seed))
                    .toArray();
            for (int seed = 5; seed >= 0; seed--) {
                ProblemTask fresh = new ProblemTask(problem);
                assertThat(valued(used, drawn(used, seed), seed)).isEqualTo(first[seed]);
                assertThat(valued(fresh, drawn(fresh, seed), seed)).isEqualTo(first[seed]);
            }
        }
    }

    @Test
    void triedOnAnyThreadsToTheSameBits() {
        assertThat(costs(3)).isEqualTo(costs(1));
    }

    private static List<Double> costs(int threads) {
        ProblemTask task = new ProblemTask(CartPoleProblem.standard());
        List<Long> weights = LongStream.range(0, 50).boxed().toList();
        try (FitnessEvaluator evaluator = new FitnessEvaluator(threads)) {
            Function<Long, Controller> made = seed -> drawn(task, seed);
            return evaluator.evaluate(task.of(made), weights, 1, 2, 3).stream()
                    .map(Fitness::cost)
                    .toList();
        }
    }

    @Test
    void whatAnswersNoNumbersFails() {
        ProblemTask task = new ProblemTask(PendulumProblem.standard());
        assertThat(task.sample((_, output) -> output[0] = Double.NaN, 1).valid())
                .isFalse();
        assertThat(task.sample((_, output) -> output[0] = Double.NEGATIVE_INFINITY, 1)
                        .valid())
                .isFalse();
        assertThat(task.sample((_, output) -> output[0] = -1e300, 1).valid()).isTrue();
    }

    @Test
    void gamesAgainstOneselfHaveNoControllers() {
        for (ProblemSpec game :
                List.of(TicTacToeProblem.standard(), PigProblem.standard(), ConnectFourProblem.standard())) {
            assertThat(EvolvedProblem.of(game).controllers()).isEmpty();
            assertThat(EvolvedProblem.of(game).referee()).isEmpty();
        }
        assertThat(EvolvedProblem.of(RoutingProblem.standard()).controllers()).isPresent();
    }

    @Test
    void returnsScoreWhereTheRefereeSaysHow() {
        for (ProblemSpec problem :
                List.of(MertonProblem.standard(), CarteaJaimungalProblem.standard(), DeleveragingProblem.standard())) {
            EvolvedProblem evolved = EvolvedProblem.of(problem);
            EvolutionReferee referee = evolved.referee().orElseThrow();
            Controller controller = drawn(evolved.task().orElseThrow(), 1);
            Fitness fitness = fitness(evolved.task().orElseThrow(), controller);
            double exact = problem.referee().attained(plain(problem, controller), 0);
            double attained =
                    referee.score().of(Discoveries.of(List.of(new Solution<>(controller, fitness)), Map.of()));
            double unit = problem.referee().perReturn().orElseThrow();
            assertThat(referee.optimum()).isEqualTo(problem.referee().optimum());
            assertThat(attained).as(problem.problem()).isCloseTo(exact, within(4 * unit * fitness.standardError(0)));
        }
        assertThat(EvolvedProblem.of(AvellanedaStoikovProblem.standard()).referee())
                .isEmpty();
        assertThat(EvolvedProblem.of(MertonCostsProblem.standard()).referee()).isEmpty();
    }

    private static Fitness fitness(ProblemTask task, Controller controller) {
        try (FitnessEvaluator evaluator = new FitnessEvaluator(1)) {
            long[] seeds = LongStream.range(0, 4000).toArray();
            return evaluator.evaluate(task, List.of(controller), seeds).getFirst();
        }
    }
}
