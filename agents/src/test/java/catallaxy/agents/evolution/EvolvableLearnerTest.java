package catallaxy.agents.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.network.Compute;
import catallaxy.agents.network.DeviceChoice;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.FitnessEvaluator;
import catallaxy.evolution.fitness.FitnessSample;
import catallaxy.evolution.fitness.VectorTask;
import catallaxy.evolution.genetic.GeneticKind;
import catallaxy.evolution.genetic.Mating;
import catallaxy.evolution.raising.Exploit;
import catallaxy.evolution.raising.Member;
import catallaxy.evolution.raising.PbtKind;
import catallaxy.evolution.search.Evolution;
import catallaxy.evolution.search.EvolutionPlan;
import catallaxy.evolution.search.SearchContext;
import catallaxy.evolution.search.SearchSetup;
import catallaxy.evolution.search.Squash;
import catallaxy.evolution.search.Trainee;
import catallaxy.evolution.search.TraineeTask;
import catallaxy.evolution.space.Parameter;
import catallaxy.evolution.space.Parameter.Choice;
import catallaxy.evolution.space.Parameter.Real;
import catallaxy.evolution.space.Parameter.Scale;
import catallaxy.evolution.space.Parameter.Whole;
import catallaxy.evolution.space.ParameterSpace;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvolvableLearnerTest {
    private static final double[] SLOW = {0.2};
    private static final double[] FAST = {0.8};
    private static Compute compute;

    @BeforeAll
    static void open() {
        compute = Compute.open(DeviceChoice.CPU, 1);
    }

    @AfterAll
    static void close() {
        compute.close();
    }

    private static EvolvableLearner learner(RaisedLearners kind, int episodes, Parameter... space) {
        return EvolvableLearner.of(
                kind.problem, kind, ParameterSpace.of(space), new Stretch(200, 1000, 4, episodes), compute);
    }

    private static TraineeTask trainees(RaisedLearners kind, int episodes) {
        return learner(kind, episodes, RaisedLearners.RATE).trainees().orElseThrow();
    }

    private static String rigid(EvolvableLearner learner) {
        return learner.trainees().orElseThrow().rigid().orElse("");
    }

    private static byte[] state(Trainee trainee) {
        StateWriter out = new StateWriter();
        trainee.save(out);
        return out.toBytes();
    }

    private static void load(Trainee trainee, byte[] state) {
        StateReader in = new StateReader(state);
        trainee.load(in);
        in.end();
    }

    @ParameterizedTest
    @EnumSource
    void goesOnWhereItWasSavedByAnother(RaisedLearners kind) {
        TraineeTask task = trainees(kind, 3);
        try (Trainee whole = task.begin(SLOW, 7);
                Trainee other = task.begin(FAST, 8)) {
            load(other, state(whole));
            assertThat(other.train(SLOW, 1).values())
                    .as("before its first stretch")
                    .isEqualTo(whole.train(SLOW, 1).values());
            assertThat(other.train(FAST, 2).valid()).isTrue();
            load(other, state(whole));
            assertThat(other.train(SLOW, 3).values())
                    .isEqualTo(whole.train(SLOW, 3).values());
            assertThat(state(other)).isEqualTo(state(whole));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherSettingIsTakenUpInTheMiddleOfALife(RaisedLearners kind) {
        TraineeTask task = trainees(kind, 3);
        try (Trainee constant = task.begin(SLOW, 7);
                Trainee changing = task.begin(SLOW, 7);
                Trainee fast = task.begin(FAST, 7)) {
            constant.train(SLOW, 1);
            changing.train(SLOW, 1);
            assertThat(state(changing)).isEqualTo(state(constant));
            constant.train(SLOW, 2);
            changing.train(FAST, 2);
            fast.train(FAST, 1);
            fast.train(FAST, 2);
            assertThat(state(changing)).isNotEqualTo(state(constant)).isNotEqualTo(state(fast));
        }
    }

    @Test
    void trainingDoesNotDependOnTheLuckOfItsJudgement() {
        TraineeTask task = trainees(RaisedLearners.PPO, 3);
        try (Trainee some = task.begin(SLOW, 7);
                Trainee other = task.begin(SLOW, 7)) {
            assertThat(some.train(SLOW, 1).values())
                    .isNotEqualTo(other.train(SLOW, 2).values());
            assertThat(state(some)).isEqualTo(state(other));
        }
    }

    @Test
    void withoutEpisodesOfItsOwnTheWorthIsWhatTrainingEarns() {
        try (Trainee judged = trainees(RaisedLearners.PPO, 0).begin(SLOW, 7)) {
            assertThat(judged.train(SLOW, 1).values()[0]).isBetween(1.0, 100.0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatChangesTheBuildOfALearnerIsRefusedByName(RaisedLearners kind) {
        EvolvableLearner learner = learner(kind, 3, RaisedLearners.RATE, RaisedLearners.HIDDEN);
        assertThat(rigid(learner))
                .startsWith("settings that may change while a learner lives, but hidden changes the learner's tensors");
        assertThat(learner.vectors())
                .as("but may be searched from life to life")
                .isPresent();
    }

    @Test
    void memoriesAndOpenReturnsKeepTheirSizes() {
        Parameter memory = new Choice("buffer-size", List.of("500", "600"));
        for (RaisedLearners kind : List.of(RaisedLearners.TD3, RaisedLearners.RAINBOW)) {
            EvolvableLearner learner = learner(kind, 3, memory);
            assertThat(rigid(learner)).contains("buffer-size changes the size of the learner's memory");
        }
        EvolvableLearner steps = learner(RaisedLearners.RAINBOW, 3, new Whole("steps", 1, 5, Scale.LINEAR));
        assertThat(rigid(steps)).contains("steps changes what the learner saves of its state");
    }

    @Test
    void settingsThatLeaveTheBuildMayChange() {
        Stream.of(
                        learner(
                                RaisedLearners.PPO,
                                3,
                                RaisedLearners.RATE,
                                new Real("entropy-coefficient", 0, 0.1, Scale.LINEAR),
                                new Real("clip-range", 0.1, 0.4, Scale.LINEAR),
                                new Whole("rollout-length", 8, 32, Scale.LOGARITHMIC)),
                        learner(
                                RaisedLearners.TD3,
                                3,
                                new Real("target-noise", 0, 0.4, Scale.LINEAR),
                                new Real("exploration-noise", 0.1, 0.4, Scale.LINEAR),
                                new Whole("batch-size", 8, 32, Scale.LOGARITHMIC)),
                        learner(RaisedLearners.RAINBOW, 3, new Real("priority-exponent", 0, 1, Scale.LINEAR)))
                .forEach(learner -> {
                    TraineeTask task = learner.trainees().orElseThrow();
                    assertThat(task.rigid()).isEmpty();
                    double[] first = new double[task.space().size()];
                    double[] then = task.space().box().high();
                    try (Trainee trainee = task.begin(first, 3)) {
                        assertThat(trainee.train(first, 1).valid()).isTrue();
                        assertThat(trainee.train(then, 2).valid()).isTrue();
                    }
                });
    }

    @Test
    void aTrialOfSettingsIsAFunctionOfThemAndTheSeed() {
        VectorTask task = learner(RaisedLearners.PPO, 3, RaisedLearners.RATE, RaisedLearners.HIDDEN)
                .vectors()
                .orElseThrow();
        double[] once = task.sample(new double[] {0.5, 0}, 3).values();
        assertThat(task.sample(new double[] {0.5, 0}, 3).values()).isEqualTo(once);
        assertThat(task.sample(new double[] {0.5, 1}, 3).values()).isNotEqualTo(once);
        assertThat(task.sample(new double[] {0.5, 0}, 4).values()).isNotEqualTo(once);
    }

    @Test
    void whoDivergesIsInvalidUntilItLoadsAnother() {
        TraineeTask task = learner(RaisedLearners.TD3, 3, new Real("learning-rate", 1e-4, 1e30, Scale.LOGARITHMIC))
                .trainees()
                .orElseThrow();
        double[] sane = {0.01};
        try (Trainee wild = task.begin(new double[] {1}, 7);
                Trainee tame = task.begin(sane, 7)) {
            FitnessSample ruined = wild.train(new double[] {1}, 1);
            assertThat(ruined.valid()).isFalse();
            assertThat(tame.train(sane, 1).valid()).isTrue();
            load(wild, state(tame));
            assertThat(wild.train(sane, 2).values())
                    .isEqualTo(tame.train(sane, 2).values());
        }
    }

    /** The state of a search after three generations, in numbers, and the score of what it found. */
    private static List<Object> raised(EvolvableLearner problem, int threads) {
        SearchContext context =
                new SearchContext(3, 4, false, 12, new SearchContext.NetworkShape(List.of(), Squash.TANH));
        SearchSetup<Member> setup =
                new PbtKind().setup(new PbtKind.Settings(Exploit.TRUNCATION, 0.25, 0.2, 0.2), problem, context);
        try (FitnessEvaluator evaluator = new FitnessEvaluator(threads)) {
            EvolutionPlan plan = new EvolutionPlan(12, 1, OptionalDouble.empty());
            Evolution<Member> evolution = new Evolution<>(setup, plan, 3, evaluator);
            while (evolution.step()) {}
            StateWriter out = new StateWriter();
            evolution.save(out);
            double score = problem.referee().orElseThrow().score().of(evolution.found());
            setup.search().ask().forEach(member -> member.trainee().close());
            return List.of(
                    Arrays.hashCode(out.toBytes()), score, evolution.found().figures());
        }
    }

    @Test
    void raisedTogetherOnAnyThreadsToTheSameBits() {
        EvolvableLearner problem = learner(RaisedLearners.PPO, 4, RaisedLearners.RATE);
        List<Object> once = raised(problem, 1);
        assertThat(raised(problem, 2)).isEqualTo(once);
        assertThat((double) once.get(1)).isBetween(1.0, 100.0);
        assertThat(once.get(2).toString()).contains("copies=3.0");
    }

    /** Two brackets of 3 + 1 · 2 stretches, with widths that no living learner can change. */
    @Test
    void settingsOfALifeAreSearchedByHalving() {
        EvolvableLearner problem = learner(RaisedLearners.PPO, 4, RaisedLearners.RATE, RaisedLearners.HIDDEN);
        GeneticKind.Settings settings = new GeneticKind.Settings(2, Mating.UNIFORM, 0.7, 0.1, 0.3, 0.1, 3);
        SearchContext context =
                new SearchContext(3, 3, false, 10, new SearchContext.NetworkShape(List.of(), Squash.TANH));
        try (FitnessEvaluator evaluator = new FitnessEvaluator(1)) {
            Evolution<?> evolution = new Evolution<>(
                    new GeneticKind().setup(settings, problem, context),
                    new EvolutionPlan(10, 1, OptionalDouble.empty()),
                    3,
                    evaluator);
            while (evolution.step()) {}
            assertThat(evolution.found().figures()).containsEntry("brackets", 2.0);
            assertThat(problem.referee().orElseThrow().score().of(evolution.found()))
                    .isBetween(1.0, 100.0);
        }
    }
}
